import { assignedProject, colleague, document, openWorld, type World } from './world.js';

let world: World;
let project: string;

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  project = (await assignedProject(world)).id;
}, 300_000);
afterAll(() => world?.stop());

const latest = async (path: string) => (await world.get(`${path}?after=${await world.end()}`)).body;

/** A pool of energy with so much for the year, in hundredths of 吨标煤. */
async function openPool(capacity: number): Promise<string> {
  const { body, headers } = await world.done('pools', { name: '用能指标', contents: 'ENERGY', per: 'YEAR' });
  const { id } = body as { id: string };
  const supply = { period: '2022', capacity, reason: '市级下达' };
  await world.done(`pools/${id}/supply`, supply, { ifMatch: headers.get('etag')! });
  return id;
}

describe('confirmations that come all at once', () => {
  it('promise no more than there is', async () => {
    const pool = await openPool(100);
    const matches: string[] = [];
    for (let each = 0; each < 8; each++) {
      const { body, headers } = await world.done(`pools/${pool}/propose-match`, {
        project,
        period: '2022',
        amount: 30,
      });
      expect(headers.get('location')).toBe(`/api/v1/pools/${pool}`);
      matches.push(body.id as string);
    }
    const answers = await Promise.all(
      matches.map((match) => world.post(`pools/${pool}/matches/${match}/confirm`, {}, { as: colleague })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const { status, body } of refused) {
      expect({ status, title: body.title as string }).toEqual({ status: 409, title: 'POOL_EXHAUSTED' });
      expect(body.facts).toEqual({ period: '2022', amount: 30, free: 10 });
    }
    expect((await latest(`pools/${pool}`)).periods).toEqual([
      { period: '2022', capacity: 100, committed: 90, proposed: 150, remaining: 10, gap: 140 },
    ]);
  });

  it('against a cut of the supply leave one of the two refused', async () => {
    const pool = await openPool(100);
    const asked = { project, period: '2022', amount: 80 };
    const { body, headers } = await world.done(`pools/${pool}/propose-match`, asked);
    const cut = { period: '2022', capacity: 50, reason: '调减' };
    const answers = await Promise.all([
      world.post(`pools/${pool}/matches/${body.id}/confirm`, {}, { as: colleague }),
      world.post(`pools/${pool}/supply`, cut, { ifMatch: headers.get('etag')! }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [period] = (await latest(`pools/${pool}`)).periods as { capacity: number; committed: number }[];
    expect(period!.committed).toBeLessThanOrEqual(period!.capacity);
  });
});

it('a match is confirmed by a second person', async () => {
  const pool = await openPool(100);
  const { body } = await world.done(`pools/${pool}/propose-match`, { project, period: '2022', amount: 30 });
  const answer = await world.post(`pools/${pool}/matches/${body.id}/confirm`, {});
  expect(answer).toMatchObject({ status: 403, body: { title: 'CONFIRMER_IS_PROPOSER' } });
});

it('the pool of projects says what all pools lack', async () => {
  const { body, headers } = await world.done('pools', { name: '项目池', contents: 'PROJECTS', per: 'YEAR' });
  const needs = [{ resource: 'MATERIALS', unit: '吨', year: 2023, amount: 700 }];
  await world.done(`pools/${body.id}/place-project`, { project, needs }, { ifMatch: headers.get('etag')! });
  const gaps = await world.get(`pools/gaps?year=2023&after=${await world.end()}`);
  expect(gaps.body.items).toMatchObject([
    { resource: 'MATERIALS', unit: '吨', needed: 700, shortage: 700, unmet: 700 },
  ]);
});

it('a contractionary measure waits for its sign-off, and two measures on one project raise the alert', async () => {
  const measure = (effect: string) => ({
    title: '示例措施',
    content: '示例内容',
    effect,
    targets: { projects: [project] },
  });
  const adopt = { effectiveFrom: '2022-03-29', document };
  const first = (await world.done('measures', measure('CONTRACTIONARY'))).body.id as string;
  expect(await world.post(`measures/${first}/adopt`, adopt)).toMatchObject({ body: { title: 'SIGN_OFF_MISSING' } });
  await world.done(`measures/${first}/sign-off`, { opinion: '同意' }, { as: colleague });
  await world.done(`measures/${first}/adopt`, adopt);
  const second = (await world.done('measures', measure('EXPANSIVE'))).body.id as string;
  await world.done(`measures/${second}/adopt`, adopt);
  expect(await latest(`measures/${first}`)).toMatchObject({ status: 'ADOPTED', effectiveFrom: '2022-03-29' });
  expect(await latest('measures/stacking')).toMatchObject({ alertFrom: 2, projects: [{ project, measures: 2 }] });
});

it('money is applied for, allocated, received and paid, and the rates follow', async () => {
  const asked = { occurredOn: '2022-03-01', source: 'SPECIAL_BOND', use: 'CONSTRUCTION', amount: 800 };
  const { body, headers } = await world.done(`projects/${project}/apply-for-funding`, asked);
  expect(headers.get('location')).toBe(`/api/v1/projects/${project}/funding`);
  const of = (step: string) => `projects/${project}/funding/${body.id}/${step}`;
  const moved = (amount: number) => ({ occurredOn: '2022-03-20', amount });
  await world.done(of('allocate'), { ...moved(400), document });
  await world.done(of('receive'), moved(200));
  const { headers: seen } = await world.get(`projects/${project}?after=${await world.end()}`);
  await world.done(of('schedule-payment'), { dueOn: '2022-04-30', amount: 100 }, { ifMatch: seen.get('etag')! });
  await world.done(of('pay'), moved(50));
  const rates = { allocated: 400, received: 200, paid: 50, arrivalRate: 0.5, paymentRate: 0.25 };
  expect(await latest(`projects/${project}/funding`)).toMatchObject({ total: { ...rates, unpaid: 50 } });
  expect((await world.get(`projects/${project}/funding?asOf=2022-03-19`)).body).toMatchObject({
    total: { applied: 800, received: 0, arrivalRate: null },
  });
  expect(await latest('funding/2022')).toMatchObject({
    total: rates,
    bySource: [{ source: 'SPECIAL_BOND', ...rates }],
  });
});

it('support and liaison show on their project', async () => {
  const applied = { occurredOn: '2022-03-01', level: 'MUNICIPAL', subject: '纳入市级重大项目' };
  const { id } = (await world.done(`projects/${project}/apply-for-support`, applied)).body as { id: string };
  await world.done(`projects/${project}/supports/${id}/grant`, { occurredOn: '2022-03-10', document });
  const met = {
    occurredOn: '2022-03-02',
    kind: 'GOVERNMENT_BANK_ENTERPRISE',
    parties: ['示例银行'],
    outcome: '授信意向',
  };
  await world.done(`projects/${project}/record-liaison`, met);
  const { supports } = await latest(`projects/${project}/funding`);
  expect(supports).toMatchObject([{ id, level: 'MUNICIPAL', grantedOn: '2022-03-10' }]);
  expect((await latest(`projects/${project}`)).liaisons).toMatchObject([{ parties: ['示例银行'] }]);
});
