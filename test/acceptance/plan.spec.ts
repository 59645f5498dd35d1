import { STRANDS } from '#libs/domain';
import { BEGIN, type Cast, draftPlan, PUBLISHED, publishPlan, registerMembers, yi } from './april.js';
import { assignedProject, document, office, openWorld, registration, type World } from './world.js';

let world: World;
let cast: Cast;
const reason = '示例';
const approval = { approvedBy: '经区政府同意', document };

beforeAll(async () => {
  world = await openWorld(BEGIN);
  cast = await registerMembers(world);
  const etag = await draftPlan(world, cast);
  await world.at(PUBLISHED);
  await publishPlan(world, etag);
}, 300_000);
afterAll(() => world?.stop());

const now = async (path: string) => {
  const answer = await world.get(`${path}${path.includes('?') ? '&' : '?'}after=${await world.end()}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer;
};
const etagOf = async (path: string) => (await now(path)).headers.get('etag')!;
const batch = async (lines: object[], declared: object) =>
  world.post('plans/2022/apply-batch', { lines, declared, ...approval }, { ifMatch: await etagOf('plans/2022') });
const totals = (count: number, total: number, annual: number) => ({
  construction: { count, totalInvestment: yi(total), annualInvestment: yi(annual) },
  preliminary: { count: 1, totalInvestment: yi(80) },
});

describe('a batch', () => {
  it('whose lines do not add up, or are of no kind, changes nothing', async () => {
    const etag = await etagOf('plans/2022');
    const delist = { kind: 'DELIST', project: cast.newStart, reason };
    expect(await batch([delist], totals(3, 180, 42))).toMatchObject({ status: 409, body: { title: 'PLAN_DOES_NOT_RECONCILE' } }); // prettier-ignore
    for (const line of [
      { ...delist, kind: 'GIVE' },
      { ...delist, more: 1 },
      { kind: 'DELIST' },
      'DELIST',
      null,
      {},
      { kind: '__proto__' },
    ])
      // prettier-ignore
      expect((await batch([line as object], totals(2, 150, 36))).status).toBe(400);
    expect(await etagOf('plans/2022')).toBe(etag);
  });

  it('merges two members: the figures of both stand in one, and the other owes no more', async () => {
    for (const [name, yearToDate] of [
      ['ongoing', 6],
      ['silent', 3],
    ] as const)
      // prettier-ignore
      await world.done(`projects/${cast[name]}/record-opening-figures`, {
        ...{ year: 2022, through: '2022-03', yearToDate: yi(yearToDate), toLastYearEnd: yi(10) },
        evidence: document,
      });
    const into = {
      ...{ project: cast.ongoing, category: 'CARRIED_OVER', totalInvestment: yi(150), annualInvestment: yi(36) },
      monthlyTargets: Array.from({ length: 12 }, () => yi(3)),
    };
    const line = { kind: 'MERGE', projects: [cast.ongoing, cast.silent], into, reason };
    expect(await batch([line], totals(2, 180, 42))).toMatchObject({ status: 200 });
    await world.at('2022-04-15T01:00:00.000Z');
    const { items } = (await now('compliance/2022-04')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id).sort()).toEqual([cast.ongoing, cast.newStart, cast.preliminary].sort());
    expect((await now('dashboards/2022/4')).body.figures.construction).toMatchObject({
      count: 2,
      annualPlan: yi(42),
      completedAccepted: yi(9),
    });
    expect((await now('plans/2022/diff?from=1&to=2')).body).toMatchObject({
      left: [{ project: cast.silent }],
      changed: [{ project: cast.ongoing, after: { totalInvestment: yi(150) } }],
    });
    expect((await world.get('plans/2022/diff?from=1&to=9')).status).toBe(404);
    expect((await now('plans/2022')).body).toMatchObject({ version: 2, versions: [{ version: 1 }, { version: 2 }] });
    expect((await now('plans/2022/balance')).body.cells).toHaveLength(2);
    const sheet = 'plans/2022/assignment-sheet?unit=unit-authority&limit=2';
    const { items: assigned, next } = (await now(sheet)).body as { items: object[]; next: string };
    const rest = (await now(`${sheet}&cursor=${next}`)).body.items as object[];
    expect([...assigned, ...rest]).toHaveLength(3);
  });

  it("of an early month is behind it once the month is closed, and facts there are the office's", async () => {
    const path = 'plans/2022/close-month';
    expect(await world.post(path, { month: '2022-04' })).toMatchObject({
      status: 409,
      body: { title: 'MONTH_NOT_DUE' },
    });
    await world.at('2022-05-05T01:00:00.000Z');
    await world.done(path, { month: '2022-04' });
    expect((await now('plans/2022')).body.closings).toMatchObject([{ month: '2022-04', signed: yi(9), difference: 0 }]);
    const keeper = { role: 'RESPONSIBLE_UNIT', unit: 'unit-responsible', subject: 'person-keeper' } as const;
    const suspend = `projects/${cast.ongoing}/suspend`;
    const asKeeper = await world.post(suspend, { occurredOn: '2022-04-30', reason }, { as: keeper });
    expect(asKeeper).toMatchObject({ status: 409, body: { title: 'MONTH_CLOSED' } });
    await world.done(suspend, { occurredOn: '2022-04-30', reason }, { as: office });
  });
});

it('an outline project enters the next annual plan only once it has been promoted to it', async () => {
  const listed = await world.done('outline', { title: '完善轨道交通', fromYear: 2021, throughYear: 2025, leadUnit: 'unit-authority', document }); // prettier-ignore
  const item = listed.body.id as string;
  expect((await now('outline?only=uncovered')).body.items).toMatchObject([{ id: item, covered: false, projects: [] }]);
  const { id } = await assignedProject(world, { ...registration('示例轨道'), status: 'CONCEIVED' });
  await world.done(`projects/${id}/reserve`, { occurredOn: '2022-05-04' });
  await world.done(`outline/${item}/trace-project`, { project: id });
  await world.at('2022-05-05T02:00:00.000Z');
  expect((await now('outline?only=uncovered')).body.items).toEqual([]);
  expect((await now(`outline/${item}`)).body.projects).toMatchObject([{ id, status: 'RESERVED', plans: [] }]);
  await world.done('plans', { year: 2023, declared: totals(0, 0, 0) });
  const line = {
    project: id,
    category: 'PRELIMINARY',
    totalInvestment: yi(80),
    annualInvestment: 0,
    monthlyTargets: null,
  };
  const include = async () => world.post('plans/2023/include-project', line, { ifMatch: await etagOf('plans/2023') });
  expect(await include()).toMatchObject({ status: 409, body: { title: 'HORIZON_NOT_REACHED' } });
  const promote = async (to: string) =>
    world.post(`projects/${id}/promote`, { to, document }, { ifMatch: await etagOf(`projects/${id}`) });
  expect(await promote('ROLLING')).toMatchObject({ status: 200 });
  expect(await promote('ANNUAL')).toMatchObject({ status: 409, body: { title: 'APPRAISAL_NOT_PASSED' } });
  for (const strand of STRANDS)
    await world.done(`projects/${id}/appraise-strand`, { occurredOn: '2022-05-04', strand, passed: true, document });
  expect(await promote('ANNUAL')).toMatchObject({ status: 200 });
  await world.done('plans/2023/roll-forward', { lines: [{ project: id, plannedYear: 2024 }] });
  expect(await include()).toMatchObject({ status: 409, body: { title: 'PRELIMINARY_WORK_NOT_BEGUN' } });
  await world.done(`projects/${id}/begin-preliminary-work`, { occurredOn: '2022-05-05' });
  expect(await include()).toMatchObject({ status: 200 });
  expect((await now('plans/2023')).body).toMatchObject({ rolling: { through: 2025 }, version: 0, publishedOn: null });
  const publish = await world.post('plans/2023/publish', approval, { ifMatch: await etagOf('plans/2023') });
  expect(publish).toMatchObject({ status: 409, body: { title: 'MEMBERS_WITHOUT_DISPOSITION', facts: { count: 3 } } });
});

it('government investment is planned apart, by year and source', async () => {
  const { details, ...rest } = registration('示例学校');
  const { id } = await assignedProject(world, { ...rest, details: { ...details, investmentType: 'GOVERNMENT' } });
  await world.done('government-plans', { year: 2022 });
  const amounts = [{ year: 2022, source: 'DISTRICT_FISCAL', amount: yi(0.5) }, { year: 2023, source: 'SPECIAL_BOND', amount: yi(1) }]; // prettier-ignore
  const path = 'government-plans/2022';
  await world.done(`${path}/set-line`, { project: id, amounts }, { ifMatch: await etagOf(path) });
  await world.done(`${path}/publish`, approval, { ifMatch: await etagOf(path) });
  const adjusted = { project: id, amounts: amounts.slice(0, 1), reason, ...approval };
  await world.done(`${path}/adjust-line`, adjusted, { ifMatch: await etagOf(path) });
  expect((await now(path)).body).toMatchObject({
    ...{ year: 2022, through: 2024, publishedOn: '2022-05-05' },
    lines: [{ project: id, name: '示例学校', annualInvestment: yi(0.5) }],
    totals: [{ year: 2022, total: yi(0.5), bySource: { DISTRICT_FISCAL: yi(0.5) } }],
  });
});
