import {
  aprilReport,
  BEGIN,
  type Cast,
  draftPlan,
  DUE,
  PUBLISHED,
  publishPlan,
  registerMembers,
  reporterInOffice,
  yi,
} from './april.js';
import { type Answer, colleague, document, openWorld, type Person, reporter, type World } from './world.js';

let world: World;
let cast: Cast;
let blocker: string;

beforeAll(async () => {
  world = await openWorld(BEGIN);
}, 300_000);
afterAll(() => world?.stop());

/** Asks for what is known by now, and looks that the answer stands there or later. */
async function now(path: string): Promise<Answer> {
  const end = await world.end();
  const answer = await world.get(`${path}${path.includes('?') ? '&' : '?'}after=${end}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  expect(Number(answer.headers.get('taizhang-position'))).toBeGreaterThanOrEqual(end);
  return answer;
}

const standing = async (project: string): Promise<string | undefined> => {
  const items = (await now('compliance/2022-04')).body.items as { id: string; status: string }[];
  return items.find(({ id }) => id === project)?.status;
};
const levelNow = async () => (await now(`blockers/${blocker}`)).body.level as string;

describe('a year begins', () => {
  it('with projects and a plan, which is published when it reconciles', async () => {
    cast = await registerMembers(world);
    const path = `projects/${cast.ongoing}/record-opening-figures`;
    const opening = { year: 2022, through: '2022-03', yearToDate: yi(6), toLastYearEnd: yi(40), evidence: document };
    await world.done(path, opening);
    const etag = await draftPlan(world, cast);
    expect((await world.post('plans/2022/publish', { approvedBy: 'x', document }, { ifMatch: '"1"' })).status).toBe(
      412,
    );
    expect((await now('lists/ongoing?year=2022')).body).toMatchObject({ planPublished: false, items: [] });
    await world.at(PUBLISHED);
    await publishPlan(world, etag);
    expect((await now('plans/2022')).body).toMatchObject({
      publishedOn: '2022-04-07',
      lines: { construction: { count: 3, totalInvestment: yi(180), annualInvestment: yi(42) } },
    });
    expect((await now('lists/ongoing?year=2022')).body.items).toHaveLength(2);
  });

  it('reports wait until the month opens by the clock', async () => {
    const early = await world.post(`projects/${cast.ongoing}/submit-report`, aprilReport(), { as: reporter });
    expect(early).toMatchObject({ status: 409, body: { type: 'urn:taizhang:problem:month-not-open' } });
    expect((await now('deadlines')).body.items).toMatchObject([
      { stream: 'plan-2022', nextDueAt: '2022-04-14T16:00:00.000Z' },
      { stream: `project-${cast.newStart}`, clocks: { start: '2022-04-20T16:00:00.000Z' } },
    ]);
    await world.at('2022-04-15T01:00:00.000Z');
    const { items } = (await now('deadlines')).body as { items: { stream: string; clocks: object }[] };
    for (const id of Object.values(cast) as string[])
      expect(items.find(({ stream }) => stream === `project-${id}`)?.clocks).toMatchObject({ 'report/2022-04': DUE });
    expect(await standing(cast.ongoing)).toBe('OWED');
  });
});

describe('a report', () => {
  const path = (command: string) => `projects/${cast.ongoing}/${command}`;

  it('is sent back, repaired and accepted by somebody else than its reporter', async () => {
    const figures = { month: yi(2), yearToDate: yi(9) };
    const wrong = await world.post(path('submit-report'), { ...aprilReport(), figures }, { as: reporter });
    expect(wrong).toMatchObject({ status: 422, body: { type: 'urn:taizhang:problem:cumulative-does-not-follow' } });
    await world.done(path('submit-report'), aprilReport(), { as: reporter });
    expect(await standing(cast.ongoing)).toBe('SUBMITTED');
    await world.done(path('return-report'), { month: '2022-04', fields: ['progress'], reason: '进度不详' });
    expect(await standing(cast.ongoing)).toBe('RETURNED');
    await world.done(path('submit-report'), { ...aprilReport(), progress: '主体施工至三层' }, { as: reporter });
    const own = await world.post(path('accept-report'), { month: '2022-04' }, { as: reporterInOffice });
    expect(own).toMatchObject({ status: 403, body: { type: 'urn:taizhang:problem:reviewer-is-reporter' } });
    await world.done(path('accept-report'), { month: '2022-04' }, { as: colleague });
    expect(await standing(cast.ongoing)).toBe('ACCEPTED');
  });

  it('that waits for review counts as pending', async () => {
    await world.done(`projects/${cast.newStart}/submit-report`, aprilReport(1, 0), { as: reporter });
    await world.done(`projects/${cast.preliminary}/submit-report`, aprilReport(1, 0), { as: reporter });
    const { construction, preliminary } = (await now('dashboards/2022/4')).body.figures;
    expect(construction).toMatchObject({
      count: 3,
      annualPlan: yi(42),
      completedAccepted: yi(8),
      completedPending: yi(1),
      coverage: { reported: 2, of: 3 },
      completionRate: 0.1905,
      gapToTimeProgress: -14.29,
    });
    expect(preliminary).toMatchObject({ count: 1, completedAccepted: 0, coverage: { reported: 1, of: 1 } });
  });

  it('that does not come is missed when the 25th is over, not a second before', async () => {
    await world.at('2022-04-25T15:59:59.000Z');
    expect(await standing(cast.silent)).toBe('OWED');
    await world.at(DUE);
    expect(await standing(cast.silent)).toBe('MISSED');
    const { byAuthority } = (await now('compliance/2022-04')).body;
    expect(byAuthority).toEqual({ 'unit-authority': { owed: 4, reported: 3, accepted: 1, late: 0, silent: 1 } });
    const { items } = (await now('compliance/2022-04?only=silent')).body;
    expect(items).toMatchObject([{ id: cast.silent, status: 'MISSED' }]);
    const { items: history } = (await now(`projects/${cast.silent}/history`)).body;
    expect(history.at(-1)).toMatchObject({
      type: 'ReportMissed',
      data: { month: '2022-04', dueAt: DUE, policyVersion: 1 },
      actor: { id: 'system', role: 'SYSTEM' },
      recordedAt: DUE,
    });
  });
});

/** The district's leader meets about it and leaves two tasks, of which one is done and the other is not. */
async function coordinate(): Promise<void> {
  const project = `projects/${cast.ongoing}`;
  const meeting = { occurredOn: '2022-05-07', level: 'L3_DISTRICT_LEADER', blockers: [blocker], minutes: document };
  await world.done(`${project}/hold-coordination`, meeting);
  expect((await now(`blockers/${blocker}`)).body).toMatchObject({
    status: 'COORDINATING',
    leadTimes: { coordination: 11 },
    coordinations: [{ on: '2022-05-07', level: 'L3_DISTRICT_LEADER' }],
  });
  const task = { unit: 'unit-ph-01', text: '签订补偿协议', dueOn: '2022-05-10', blocker };
  const done = await world.done(`${project}/assign-task`, task);
  expect(done.headers.get('location')).toBe(`/api/v1/tasks/${done.body.id as string}`);
  await world.done(`${project}/assign-task`, task);
  await world.done(`${project}/tasks/${done.body.id as string}/report`, { report: '已签订' });
  expect((await world.post(`${project}/tasks/${done.body.id as string}/close`, {})).status).toBe(403);
  await world.done(`${project}/tasks/${done.body.id as string}/close`, {}, { as: colleague });
}

describe('a blocker', () => {
  it('climbs when the time of its level is over, and stops when it is resolved', async () => {
    const raised = await world.done(
      `projects/${cast.ongoing}/raise-blocker`,
      { occurredOn: '2022-04-25', category: 'LAND', description: '征地未完成' },
      { as: reporter },
    );
    blocker = raised.body.id as string;
    expect(raised.headers.get('location')).toBe(`/api/v1/blockers/${blocker}`);
    // Noted on the 26th in Shanghai: 27, 28, 29 April, the 30th is off; 5 and 6 May, with the 7th a working Saturday.
    await world.at('2022-05-06T15:59:59.000Z');
    expect(await levelNow()).toBe('L1_LEGAL_ENTITY');
    await world.at('2022-05-06T16:00:00.000Z');
    expect(await levelNow()).toBe('L2_SECTOR_AUTHORITY');
    expect((await now('blockers?level=L2_SECTOR_AUTHORITY')).body.items).toMatchObject([
      { id: blocker, project: cast.ongoing, projectName: '示例项目ongoing', levels: [{}, { cause: 'TIME_OVER' }] },
    ]);
    const path = `projects/${cast.ongoing}/blockers/${blocker}`;
    await world.done(`${path}/escalate`, { from: 'L2_SECTOR_AUTHORITY', outcome: '须区级协调' });
    await coordinate();
    await world.done(`${path}/resolve`, { resolution: '已交地' });
    expect((await world.post(`${path}/close`, {})).status).toBe(403);
    await world.done(`${path}/close`, {}, { as: colleague });
    expect((await now('blockers')).body.items).toEqual([]);
    await world.at('2022-06-30T00:00:00.000Z');
    expect((await now(`blockers/${blocker}`)).body).toMatchObject({ level: 'L3_DISTRICT_LEADER', status: 'CLOSED' });
    expect((await now(`blockers/${blocker}/proof`)).body).toMatchObject({
      ...{ project: cast.ongoing, blocker, agrees: true, disagreements: [], running: null },
    });
    expect((await world.get('blockers/nobody/proof')).status).toBe(404);
  });

  it('leaves a task that nobody reported, of which its unit has a notice', async () => {
    expect((await now('tasks?only=overdue')).body.items).toMatchObject([
      { project: cast.ongoing, blocker, unit: 'unit-ph-01', status: 'ASSIGNED', dueOn: '2022-05-10' },
    ]);
    expect((await now('ledgers/unit-ph-01')).body.tasks).toEqual({ ASSIGNED: 1, CLOSED: 1, OVERDUE: 1 });
    expect((await now('blockers/lead-times/2022')).body).toMatchObject({ coordination: { count: 1, meanDays: 11 } });
  });
});

describe('a bulletin', () => {
  const copied: Person = { role: 'SUBSCRIBER', unit: 'unit-copied', subject: 'person-copied' };
  const said = {
    ...{ month: '2022-04', kind: 'INTERNAL', title: '4月通报', content: '总体平稳', recipients: ['unit-copied'] },
  };
  const asCopied = async (path: string) => await world.get(`${path}?after=${await world.end()}`, { as: copied });
  let path: string;

  it('freezes the accepted figures, and is issued by a second person', async () => {
    await world.done('units', { unit: 'unit-copied', occurredOn: '2022-01-01', kind: 'COPIED', name: '区委办公室' });
    const drafted = await world.done('bulletins', said);
    path = `bulletins/${drafted.body.id}`;
    expect(drafted.headers.get('location')).toBe(`/api/v1/${path}`);
    const { body, headers } = await now(path);
    expect(body).toMatchObject({
      status: 'DRAFTED',
      figures: {
        through: '2022-04-30',
        construction: { projects: 3, annualInvestment: yi(42), completed: yi(8), added: yi(2), covered: 1 },
        byTown: [{ town: '示例镇', projects: 3, completionRate: 0.1905 }],
      },
    });
    await world.done(`projects/${cast.newStart}/accept-report`, { month: '2022-04' });
    expect((await now(path)).body.figures).toEqual(body.figures);
    expect((await world.post(`${path}/redraft`, said)).status).toBe(428);
    await world.done(`${path}/redraft`, said, { ifMatch: headers.get('etag')! });
    expect((await now(path)).body.figures.construction).toMatchObject({ completed: yi(9), added: yi(3), covered: 2 });
    expect(await world.post(`${path}/issue`, {})).toMatchObject({ status: 403, body: { title: 'ISSUER_IS_DRAFTER' } });
    await world.done(`${path}/issue`, {}, { as: colleague });
  });

  it('is read by a copied unit once it is sent out, which may do nothing else', async () => {
    expect(await asCopied(path)).toMatchObject({ status: 404, body: { title: 'UNKNOWN_BULLETIN' } });
    await world.done(`${path}/publish`, { docNo: '示例通报〔2022〕1号' });
    expect(await asCopied(path)).toMatchObject({ status: 200, body: { docNo: '示例通报〔2022〕1号' } });
    expect((await asCopied('bulletins')).body.items).toMatchObject([{ status: 'PUBLISHED' }]);
    for (const refused of [await asCopied('plans/2022'), await world.post('bulletins', said, { as: copied })])
      expect(refused).toMatchObject({ status: 403, body: { title: 'ROLE_MAY_NOT' } });
  });

  it('leaves what lies behind it to the office', async () => {
    await world.at('2022-07-01T01:00:00.000Z');
    const legalEntity: Person = { ...reporter, role: 'LEGAL_ENTITY' };
    const stopped = { occurredOn: '2022-04-30', reason: '示例' };
    expect(await world.post(`projects/${cast.silent}/suspend`, stopped, { as: legalEntity })).toMatchObject({
      ...{ status: 409, body: { title: 'MONTH_IN_BULLETIN', facts: { month: '2022-04' } } },
    });
    await world.done(`projects/${cast.silent}/suspend`, stopped);
  });

  it('comes out the same from the log when more is known, and is corrected by another one', async () => {
    const amended = { month: '2022-04', figures: aprilReport(3).figures, reason: '补报' };
    await world.done(`projects/${cast.ongoing}/amend-report`, amended, {
      as: reporter,
      ifMatch: await seen(cast.ongoing),
    });
    await world.done(`projects/${cast.ongoing}/accept-report`, { month: '2022-04' });
    expect((await now(`${path}/check`)).body).toMatchObject({ reproduced: true });
    const correcting = await world.done(`${path}/correct`, { ...said, reason: '个别项目补报' });
    await world.done(`bulletins/${correcting.body.id}/issue`, {}, { as: colleague });
    expect((await now(path)).body).toMatchObject({ correctedBy: [correcting.body.id] });
    expect((await now(`bulletins/${correcting.body.id}`)).body).toMatchObject({
      corrects: { reason: '个别项目补报' },
      figures: { construction: { completed: yi(10) } },
    });
  });
});

const seen = async (project: string) => (await now(`projects/${project}`)).headers.get('etag')!;
