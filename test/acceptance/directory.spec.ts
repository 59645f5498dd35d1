import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { assignedProject, office, openWorld, type Person, reporter, type World } from './world.js';

const keeper: Person = { role: 'SYSTEM_ADMIN', unit: null, subject: 'person-keeper' };
const entry = { name: '王示例', phone: '13800000000', unit: 'unit-owner' };

let world: World;
let project: string;
const enter = (body: object, as = keeper, id = reporter.subject) => world.post(`directory/${id}/enter`, body, { as });
const person = async (id = reporter.subject, as = office) => world.get(`directory/${id}`, { as });
const card = async () => (await world.get(`projects/${project}`)).body as { people: object };
const erase = (as = keeper) => world.post(`directory/${reporter.subject}/erase`, {}, { as });

beforeAll(async () => {
  world = await openWorld('2022-01-05T01:00:00.000Z');
  project = (await assignedProject(world)).id;
  await world.at('2022-01-05T01:00:00.000Z');
}, 300_000);
afterAll(() => world?.stop(), 120_000);

const taizhang = (...args: string[]) => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: world.data, MONGODB_DB: 'acceptance' };
  return promisify(execFile)(process.execPath, ['dist/apps/cli/src/main.js', ...args, '--json'], { env });
};

describe('a person of the directory', () => {
  it('is entered and replaced by the system administrator alone, and shown to whoever may read', async () => {
    expect((await person()).status).toBe(404);
    for (const as of [office, reporter]) expect((await enter(entry, as)).status).toBe(403);
    expect((await enter({ ...entry, name: '' })).status).toBe(400);
    expect((await enter(entry, keeper, 'x y')).status).toBe(404);
    for (const body of [{ ...entry, name: '王示' }, entry]) expect((await enter(body)).status).toBe(204);
    for (const as of [office, keeper])
      expect((await person(reporter.subject, as)).body).toEqual({ id: reporter.subject, ...entry, erased: false });
    expect((await person(reporter.subject, { ...office, role: 'SUBSCRIBER' })).status).toBe(403);
  });

  it('is named beside the ids of a card and of a history, and in no event', async () => {
    expect((await card()).people).toEqual({ [reporter.subject]: entry.name });
    await enter({ name: '李示例' }, keeper, office.subject);
    const history = await world.get(`projects/${project}/history`);
    expect(history.body.people).toEqual({ [office.subject]: '李示例' });
    for await (const event of world.log()) expect(JSON.stringify(event)).not.toMatch(/示例(?!项目|镇)|13800000000/);
  });
});

describe('an erased person', () => {
  it('leaves a placeholder, and is not entered again', async () => {
    expect((await erase(office)).status).toBe(403);
    for (let times = 0; times < 2; times++) expect((await erase()).status).toBe(204);
    expect((await person()).body).toEqual({
      ...{ id: reporter.subject, name: '已删除', phone: null, unit: null, erased: true },
    });
    expect((await card()).people).toEqual({ [reporter.subject]: '已删除' });
    expect(await enter(entry)).toMatchObject({ status: 410, body: { title: 'PERSON_ERASED' } });
  });

  it('leaves every proof valid', async () => {
    const out = `${world.data}/evidence.txt`;
    await taizhang('export', 'evidence', '--project', project, '--out', out);
    const bundle = JSON.parse((await taizhang('verify', '--bundle', out)).stdout) as object;
    expect(bundle).toMatchObject({ sound: true, recomputed: true });
    await enter(entry, keeper, 'person-office-2');
    await world.post('directory/person-office-2/erase', {}, { as: keeper });
    expect(JSON.parse((await taizhang('verify')).stdout)).not.toHaveProperty('wrong');
    expect(JSON.parse((await taizhang('verify', '--bundle', out)).stdout)).toEqual(bundle);
  }, 120_000);
});
