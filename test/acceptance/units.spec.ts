import { assignedProject, document, type Person, openWorld, reporter, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('2022-03-28T01:00:00.000Z');
}, 300_000);
afterAll(() => world?.stop());

const occurredOn = '2022-03-01';
const etagOf = async (path: string) => (await world.get(`${path}?after=${await world.end()}`)).headers.get('etag')!;
const register = (unit: string, name: string) =>
  world.done('units', { unit, occurredOn: '2020-01-01', kind: 'STATE_ENTERPRISE', name });

describe('units that are merged', () => {
  let project: string;
  let earlier: string;

  beforeAll(async () => {
    await register('unit-owner', '示例建设公司');
    await register('unit-heir', '示例投资集团');
    await register('unit-last', '示例控股集团');
    project = (await assignedProject(world)).id;
    earlier = (await assignedProject(world)).id;
    for (const [unit, into, on] of [
      ['unit-owner', 'unit-heir', '2022-03-01'],
      ['unit-heir', 'unit-last', '2022-03-10'],
    ] as const) {
      const ifMatch = await etagOf(`units/${unit}`);
      await world.done(`units/${unit}/merge`, { occurredOn: on, into, document }, { ifMatch });
      await world.at(on === occurredOn ? '2022-03-28T02:00:00.000Z' : '2022-03-28T03:00:00.000Z');
    }
  }, 60_000);

  it('leave their places to their successors, on each day to the one that stood then', async () => {
    const on = async (day: string) =>
      (await world.get(`projects/${project}?asOf=${day}`)).body.responsibilities.legalEntity as string;
    expect(await Promise.all(['2022-02-28', '2022-03-01', '2022-03-10'].map(on))).toEqual([
      'unit-owner',
      'unit-heir',
      'unit-last',
    ]);
  });

  it('let only the people of the last one act', async () => {
    const ask = async (unit: string) => {
      const as: Person = { role: 'LEGAL_ENTITY', unit, subject: 'person-keeper' };
      const ifMatch = await etagOf(`projects/${project}`);
      const persons = { occurredOn, personInCharge: 'person-7', linkedLeader: null };
      return (await world.post(`projects/${project}/name-persons`, persons, { as, ifMatch })).status;
    };
    expect(await ask('unit-owner')).toBe(403);
    expect(await ask('unit-last')).toBe(200);
  });

  it('have ledgers of their time', async () => {
    const ids = async (unit: string, day: string) =>
      ((await world.get(`ledgers/${unit}?asOf=${day}`)).body.items as { id: string }[]).map(({ id }) => id).sort();
    expect(await ids('unit-owner', '2022-02-28')).toEqual([project, earlier].sort());
    expect(await ids('unit-owner', '2022-03-01')).toEqual([]);
    expect(await ids('unit-last', '2022-03-10')).toEqual([project, earlier].sort());
  });

  it('are followed to the end by a place that is told late', async () => {
    const { body } = await world.done('projects', { ...registration, occurredOn: '2022-01-01' });
    const id = body.id as string;
    const ifMatch = await etagOf(`projects/${id}`);
    await world.done(
      `projects/${id}/change-legal-entity`,
      { occurredOn: '2022-02-01', legalEntity: 'unit-owner', document },
      { ifMatch },
    );
    await world.at('2022-03-28T04:00:00.000Z');
    expect((await world.get(`projects/${id}`)).body.responsibilities.legalEntity).toBe('unit-last');
  });
});

const registration = { details: { name: '示例项目' }, status: 'PRELIMINARY' };

describe('a project code', () => {
  const code = '2204-500109-04-01-123456';

  it('belongs to one project, which took it after it was reserved', async () => {
    const first = (await assignedProject(world)).id;
    const second = (await assignedProject(world)).id;
    const early = await world.post(`projects/${first}/assign-project-code`, { code });
    expect(early).toMatchObject({ status: 409, body: { type: 'urn:taizhang:problem:project-code-not-reserved' } });
    await world.done(`project-codes/${code}/reserve`, { project: first });
    await world.done(`projects/${first}/assign-project-code`, { code });
    for (const [path, body] of [
      [`project-codes/${code}/reserve`, { project: second }],
      [`project-codes/${code}/release`, { reason: '误录' }],
      [`projects/${second}/assign-project-code`, { code }],
    ] as const)
      expect((await world.post(path, body)).status).toBe(409);
    const seen = await world.get(`projects/${first}?after=${await world.end()}`);
    expect(seen.body).toMatchObject({ code });
  });
});

describe('leaders', () => {
  it('are in charge of sectors and units from a day on', async () => {
    const leading = 'groups/leading';
    const members = ['unit-office', 'unit-authority'];
    await world.done(`${leading}/form`, { occurredOn, leader: 'leader-1', office: 'unit-office', members, document });
    const portfolio = { occurredOn: '2022-03-10', sectors: ['TRANSPORT'], units: [], document };
    await world.done(`${leading}/portfolios/leader-2/assign`, portfolio);
    const leader = async (day: string) =>
      (await world.get(`${leading}/leader?sector=TRANSPORT&asOf=${day}&after=${await world.end()}`)).body;
    expect(await leader('2022-03-09')).toEqual({ leader: null });
    expect(await leader('2022-03-10')).toEqual({ leader: 'leader-2' });
    expect((await world.get(leading)).body).toMatchObject({ leader: 'leader-1', members });
    expect((await world.get('groups/another')).status).toBe(404);
  });
});

describe('a notice', () => {
  it('is acknowledged by the people of the unit alone', async () => {
    const path = 'units/unit-last/notices/bulletin-1/acknowledge';
    expect((await world.post(path, {}, { as: reporter })).status).toBe(403);
    const reader: Person = { ...reporter, unit: 'unit-last' };
    await world.done(path, {}, { as: reader });
    const { body } = await world.get(`units/unit-last?after=${await world.end()}`);
    expect(body.receipts).toMatchObject([{ notice: 'bulletin-1', by: reader.subject }]);
  });
});
