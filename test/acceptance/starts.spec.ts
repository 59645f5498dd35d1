import { colleague, document, openWorld, type Person, registration, responsibilities, type World } from './world.js';

let world: World;
let path: string;

const keeper: Person = { role: 'RESPONSIBLE_UNIT', unit: 'unit-responsible', subject: 'person-keeper' };
const paper = { ...document, docNo: '示例〔2022〕1号', issuer: '示例局', issuedOn: '2022-03-28' };

beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
  const body = registration('示例新开工项目', 'PLANNED_START');
  const registered = await world.done('projects', {
    ...body,
    details: { ...body.details, investmentType: 'GOVERNMENT' },
  });
  path = `projects/${registered.body.id}`;
  const assigned = { occurredOn: '2022-01-01', responsibilities };
  await world.done(`${path}/assign-responsibilities`, assigned, { ifMatch: registered.headers.get('etag')! });
  await world.done(`${path}/schedule-milestones`, {
    occurredOn: '2022-01-01',
    dates: { COMMENCEMENT: '2022-09-30' },
  });
}, 300_000);
afterAll(() => world?.stop());

const now = async (question: string) => {
  const answer = await world.get(`${question}${question.includes('?') ? '&' : '?'}after=${await world.end()}`);
  if (answer.status !== 200) throw new Error(`${question}: ${answer.status} ${answer.text}`);
  return answer;
};
const confirm = async () =>
  world.post(`${path}/confirm-commencement`, {}, { ifMatch: (await now(path)).headers.get('etag')! });

describe('a start', () => {
  it('is counted back over the approvals that are still to come', async () => {
    const { body } = await now(`${path}/backward-schedule`);
    expect(body).toMatchObject({ plannedStart: '2022-09-30', critical: 'PROPOSAL', adopted: null });
    expect(body.items.at(-1)).toMatchObject({ approval: 'CONSTRUCTION_PERMIT', latestFinish: '2022-09-29' });
    await world.done(`${path}/adopt-backward-schedule`, {});
    expect((await now(`${path}/backward-schedule`)).body.adopted).toMatchObject({ beginBy: body.beginBy });
    const earlier = await now(`${path}/backward-schedule?plannedStart=2022-08-31`);
    expect(earlier.body.beginBy < body.beginBy).toBe(true);
  });

  it('comes nearer with each approval, until the permit is about to expire', async () => {
    await world.done(`${path}/apply-for-approval`, { kind: 'EIA', occurredOn: '2022-03-28' });
    expect((await now('approvals?status=APPLIED')).body.items).toMatchObject([{ kind: 'EIA', dueOn: '2022-05-11' }]);
    for (const kind of ['EIA', 'CONSTRUCTION_PERMIT'])
      await world.done(`${path}/grant-approval`, { kind, document: paper });
    expect((await now('approvals?only=expiring')).body.items).toEqual([]);
    await world.at('2022-05-28T16:00:00.000Z');
    expect((await now('approvals?only=expiring')).body.items).toMatchObject([
      { kind: 'CONSTRUCTION_PERMIT', projectName: '示例新开工项目', validUntil: '2022-06-28' },
    ]);
  });

  it('is reported by the responsible unit, and confirmed once what can be waived is waived by two', async () => {
    const report = { occurredOn: '2022-05-20', document };
    expect((await world.post(`${path}/report-commencement`, report)).status).toBe(403);
    await world.done(`${path}/report-commencement`, report, { as: keeper });
    expect((await confirm()).body).toMatchObject({
      type: 'urn:taizhang:problem:start-items-missing',
      facts: { missing: ['PROPOSAL'] },
    });
    await world.done(`${path}/propose-waiver`, { approval: 'PROPOSAL', reason: '与可研合并办理' });
    const ifMatch = (await now(path)).headers.get('etag')!;
    expect((await world.post(`${path}/confirm-waiver`, { approval: 'PROPOSAL' }, { ifMatch })).status).toBe(403);
    await world.done(`${path}/confirm-waiver`, { approval: 'PROPOSAL' }, { ifMatch, as: colleague });
    expect((await confirm()).status).toBe(200);
  });

  it('without the statutory approvals is listed for the auditors, and its permit is looked at no more', async () => {
    const { items } = (await now('irregular-starts')).body;
    expect(items).toMatchObject([{ projectName: '示例新开工项目', startedOn: '2022-05-20', checklistVersion: 1 }]);
    expect(items[0].missing).toContain('LAND_PERMIT');
    expect(items[0].missing).not.toContain('EIA');
    expect((await now(`${path}/start-checklist?asOf=2022-05-20`)).body.missing).toEqual(items[0].missing);
    expect((await now(path)).body.status).toBe('UNDER_CONSTRUCTION');
    expect((await now('approvals?only=expiring')).body.items).toEqual([]);
  });
});
