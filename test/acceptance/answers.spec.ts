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

describe('pages', () => {
  const lists = [
    ['lists/ongoing?year=2022', 3],
    ['blockers?', 3],
    ['compliance/2022-04?', 4],
    ['deadlines?', 2],
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
    for (const other of ['lists/new-start?year=2022', 'lists/ongoing?year=2023', 'blockers?', 'deadlines?']) {
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
