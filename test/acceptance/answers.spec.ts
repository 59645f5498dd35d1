import { aprilReport, BEGIN, type Cast, draftPlan, DUE, PUBLISHED, publishPlan, registerMembers, yi } from './april.js';
import { colleague, document, openWorld, reporter, type World } from './world.js';

let world: World;
let cast: Cast;
let end: number;

/** April is over; the new start began on 20 April, which the office learnt on 5 May. */
beforeAll(async () => {
  world = await openWorld(BEGIN);
  cast = await registerMembers(world);
  const etag = await draftPlan(world, cast);
  await world.at(PUBLISHED);
  await publishPlan(world, etag);
  await world.at('2022-04-18T01:00:00.000Z');
  for (const project of [cast.ongoing, cast.newStart])
    await world.done(`projects/${project}/submit-report`, aprilReport(2, 0), { as: reporter });
  await world.done(`projects/${cast.ongoing}/accept-report`, { month: '2022-04' }, { as: colleague });
  for (const description of ['征地未完成', '用电未落实', '资金未到位'])
    await world.done(`projects/${cast.ongoing}/raise-blocker`, {
      occurredOn: '2022-04-18',
      category: 'LAND',
      description,
    });
  await world.at(DUE);
  // The first sweep ends April in the plan, the second judges the lights of its members.
  await world.at('2022-05-05T00:59:00.000Z');
  await world.at('2022-05-05T01:00:00.000Z');
  await world.done(`projects/${cast.newStart}/record-commencement`, { occurredOn: '2022-04-20', document });
  end = await world.end();
}, 300_000);
afterAll(() => world?.stop());

const asOfAndKnownAt = (day?: string, instant?: string): string =>
  `after=${end}${day === undefined ? '' : `&asOf=${day}`}${instant === undefined ? '' : `&knownAt=${instant}`}`;

async function rowsOf(list: string, when: string) {
  const answer = await world.get(`lists/${list}?year=2022&limit=500&${when}`);
  expect(answer.status).toBe(200);
  const items = answer.body.items as Record<string, number & string>[];
  return { items, position: answer.headers.get('taizhang-position') };
}

describe('a project', () => {
  it('is answered with its revision as ETag, on which the next change can build', async () => {
    const answer = await world.get(`projects/${cast.silent}?after=${end}`);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.revision}"`);
    const changes = { occurredOn: '2022-05-05', changes: { town: '另一镇' } };
    const ifMatch = answer.headers.get('etag')!;
    const path = `projects/${cast.silent}/change-details`;
    expect(await world.done(path, changes, { ifMatch })).toMatchObject({
      body: { revision: (answer.body.revision as number) + 1 },
    });
    expect((await world.post(path, changes, { ifMatch })).status).toBe(412);
    end = await world.end();
  });

  const states: [string | undefined, string | undefined, number, object | undefined][] = [
    [undefined, undefined, 200, { status: 'UNDER_CONSTRUCTION' }],
    ['2022-04-19', undefined, 200, { status: 'PLANNED_START', reports: [] }],
    ['2022-04-20', undefined, 200, { status: 'UNDER_CONSTRUCTION' }],
    ['2022-04-20', '2022-05-04T00:00:00Z', 200, { status: 'PLANNED_START' }],
    ['2021-12-31', undefined, 404, undefined],
    [undefined, '2022-03-27T00:00:00Z', 404, undefined],
    ['2022-05-01', '2022-04-10T00:00:00%2B08:00', 200, { reports: [], totalInvestment: yi(30) }],
  ];
  it.each(states)('as of %s, known at %s: %i', async (day, instant, status, body) => {
    const answer = await world.get(`projects/${cast.newStart}?${asOfAndKnownAt(day, instant)}`);
    expect(answer).toMatchObject({ status, ...(body && { body }) });
  });
});

describe('lists and dashboard', () => {
  const moments: [string | undefined, string | undefined, string[], string[]][] = [
    ['2022-04-30', undefined, [], ['newStart', 'ongoing', 'silent']],
    ['2022-04-19', undefined, ['newStart'], ['ongoing', 'silent']],
    ['2022-04-30', '2022-05-04T00:00:00Z', ['newStart'], ['ongoing', 'silent']],
    ['2022-04-30', '2022-04-16T00:00:00Z', ['newStart'], ['ongoing', 'silent']],
  ];
  it.each(moments)('as of %s, known at %s, agree with each other', async (day, instant, newStart, ongoing) => {
    const when = asOfAndKnownAt(day, instant);
    const dashboard = await world.get(`dashboards/2022/4?${when}`);
    const lists = { 'new-start': newStart, ongoing, preliminary: ['preliminary'] };
    for (const [list, members] of Object.entries(lists)) {
      const { items, position } = await rowsOf(list, when);
      expect(items.map(({ id }) => id).sort()).toEqual(members.map((name) => cast[name as keyof Cast]).sort());
      expect(position).toBe(dashboard.headers.get('taizhang-position'));
      const sum = (field: string) => items.reduce((total, item) => total + item[field]!, 0);
      expect(dashboard.body.figures.byList[list]).toMatchObject({
        count: items.length,
        totalInvestment: sum('totalInvestment'),
        annualPlan: sum('annualInvestment'),
        completedAccepted: sum('completedAccepted'),
        completedPending: sum('completedPending'),
      });
    }
  });

  it('show what is accepted and pending, by sector too', async () => {
    const { figures } = (await world.get(`dashboards/2022/4?after=${end}`)).body;
    expect(figures.construction).toMatchObject({ completedAccepted: yi(2), completedPending: yi(2) });
    expect(figures.bySector).toMatchObject({ ENERGY: { count: 2, annualPlan: yi(12) }, TRANSPORT: { count: 2 } });
  });

  it.each([
    ['2022-04-06', undefined],
    ['2022-04-30', '2022-04-07T01:00:00Z'],
  ])('as of %s, known at %s, know no published plan', async (day, instant) => {
    const when = asOfAndKnownAt(day, instant);
    expect((await world.get(`lists/ongoing?year=2022&${when}`)).body).toMatchObject({ planPublished: false });
    expect((await world.get(`dashboards/2022/4?${when}`)).body).toMatchObject({
      plan: { reason: 'PLAN_NOT_PUBLISHED' },
      figures: null,
    });
  });
});

describe('what changed', () => {
  const causesOf = (changes: { field: string; causes: { type: string }[] }[], field: string) =>
    changes.find((change) => change.field === field)?.causes.map(({ type }) => type);

  it('between two days of a project, with who recorded it, when, and on which document', async () => {
    const { body } = await world.get(`projects/${cast.newStart}/diff?from=2022-04-19&to=2022-04-20&after=${end}`);
    const status = body.changes.find(({ field }: { field: string }) => field === '/status');
    expect(status).toMatchObject({ from: 'PLANNED_START', to: 'UNDER_CONSTRUCTION' });
    expect(status.causes).toMatchObject([
      {
        type: 'CommencementRecorded',
        actor: { role: 'LG_OFFICE' },
        recordedAt: '2022-05-05T01:00:00.000Z',
        occurredOn: '2022-04-20',
        document: { title: document.title },
      },
    ]);
  });

  it('by what was known at two instants of a list, also where it entered or left it', async () => {
    const known = 'fromKnownAt=2022-05-04T00:00:00Z&toKnownAt=2022-05-06T00:00:00Z&from=2022-04-30&to=2022-04-30';
    const { body } = await world.get(`lists/ongoing/diff?year=2022&${known}&after=${end}`);
    expect(body).toMatchObject({ next: null, items: [{ id: cast.newStart, listed: { from: false, to: true } }] });
    expect(causesOf(body.items[0].changes, '/status')).toEqual(['CommencementRecorded']);
  });

  it('between two days of a plan, its lines with what moved them', async () => {
    const { body } = await world.get(`plans/2022/diff?from=2022-04-06&to=2022-04-07&after=${end}`);
    expect(body.admitted).toHaveLength(4);
    expect(body.causes[cast.ongoing]).toMatchObject([
      { type: 'PlanEntryIncluded' },
      { type: 'PlanPublished', document: { title: document.title } },
    ]);
    expect(causesOf(body.changes, '/publishedOn')).toEqual(['PlanPublished']);
  });

  it('of a number of the dashboard, down to its projects and their events without remainder', async () => {
    const days = `from=2022-04-29&to=2022-04-30&after=${end}`;
    const { body } = await world.get(`dashboards/2022/4/diff?${days}`);
    const field = '/figures/construction/completedAccepted';
    expect(body.changes).toContainEqual({ field, from: 0, to: yi(2), difference: yi(2) });
    const figure = `cell=/construction&figure=completedAccepted&${days}`;
    const projects = (await world.get(`dashboards/2022/4/contributions?${figure}`)).body;
    const amounts = { completedAccepted: yi(2) };
    expect(projects).toMatchObject({ total: amounts, next: null, items: [{ id: cast.ongoing, amounts }] });
    const events = (await world.get(`dashboards/2022/4/contributions/${cast.ongoing}?${figure}`)).body;
    expect(events).toMatchObject({ amounts, events: [{ type: 'ReportAccepted', occurredOn: '2022-04-30', amounts }] });
  });

  it.each([
    [`projects/p/diff?from=2022-04-01`, '/to'],
    [`projects/p/diff?`, '/from'],
    [`dashboards/2022/4/diff?fromKnownAt=2022-04-01T00:00:00Z`, '/toKnownAt'],
    [`plans/2022/diff?from=1&to=2022-04-07`, '/from'],
    [`dashboards/2022/4/contributions?cell=/construction&figure=nothing`, '/figure'],
    [`dashboards/2022/4/contributions?cell=construction&figure=count`, '/cell'],
  ])('is not told of %s', async (path, pointer) => {
    expect(await world.get(path)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });
});

describe('a number of the dashboard', () => {
  it('is opened down to its projects, page by page, and a rate by what it is made of', async () => {
    const figure = `cell=/construction&figure=completionRate&asOf=2022-04-30&after=${end}`;
    const whole = (await world.get(`dashboards/2022/4/contributions?${figure}&limit=500`)).body;
    expect(whole.total).toEqual({ completedAccepted: yi(2), annualPlan: yi(42) });
    expect(whole.items).toHaveLength(3);
    const walked: unknown[] = [];
    for (let next: string | undefined = `dashboards/2022/4/contributions?${figure}&limit=1`; next !== undefined;) {
      const answer = await world.get(next);
      walked.push(...(answer.body.items as unknown[]));
      next = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(walked).toEqual(whole.items);
    const { body } = await world.get(`dashboards/2022/4/contributions/${cast.ongoing}?${figure}`);
    expect(body.events.map(({ type }: { type: string }) => type)).toEqual(['PlanPublished', 'ReportAccepted']);
  });
});

describe('pages', () => {
  const lists = [
    ['lists/ongoing?year=2022', 3],
    ['lists/ongoing?year=2022&order=annual', 3],
    ['lists/ongoing?year=2022&sector=ENERGY', 1],
    ['projects?text=示例', 4],
    ['blockers?', 3],
    ['compliance/2022-04?', 4],
    ['deadlines?', 2],
    ['inbox?', 1],
    ['history', 5],
  ] as const;
  const pathOf = (list: string) => (list === 'history' ? `projects/${cast.silent}/history?` : list);

  it.each(lists)('of %s are walked along Link, each row once', async (list, least) => {
    const whole = (await world.get(`${pathOf(list)}&limit=500`)).body.items as unknown[];
    expect(whole.length).toBeGreaterThanOrEqual(least);
    const walked: unknown[] = [];
    for (let next: string | undefined = `${pathOf(list)}&limit=1`; next !== undefined;) {
      const answer = await world.get(next);
      expect(answer.body.items.length).toBeLessThanOrEqual(1);
      walked.push(...(answer.body.items as unknown[]));
      next = /^<(.*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
      expect(next?.includes(`cursor=${answer.body.next}`) ?? answer.body.next === null).toBe(true);
    }
    expect(walked).toEqual(whole);
  });

  it('are of one list: the cursor of another, or of the same with other parameters, is answered 400', async () => {
    const { next } = (await world.get('lists/ongoing?year=2022&limit=1')).body as { next: string };
    for (const other of [
      'lists/new-start?year=2022',
      'lists/ongoing?year=2023',
      'lists/ongoing?year=2022&order=name',
      'blockers?',
      'deadlines?',
    ]) {
      const answer = await world.get(`${other}&cursor=${next}`);
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
    }
  });
});

it('a position that is not reached in time is answered 503, with when to ask again', async () => {
  const paths = ['lists/ongoing?year=2022', `projects/${cast.ongoing}?`, `projects/${cast.ongoing}/history?`];
  const answers = await Promise.all(paths.map((path) => world.get(`${path}&after=9999999999999999`)));
  for (const { status, headers, body } of answers) {
    expect({ status, body }).toMatchObject({ status: 503, body: { type: 'urn:taizhang:problem:views-behind' } });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
}, 20_000);
