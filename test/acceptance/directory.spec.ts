import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { readWorkbook } from '../../libs/sheets/src/workbook/read.js';
import { BEGIN, draftPlan, PUBLISHED, publishPlan, registerMembers } from './april.js';
import { colleague, office, openWorld, type Person, reporter, type World } from './world.js';

const keeper: Person = { role: 'SYSTEM_ADMIN', unit: null, subject: 'person-keeper' };
const entry = { name: '王示例', phone: '13800000000', unit: 'unit-owner' };

let world: World;
let project: string;
const enter = (body: object, as = keeper, id = reporter.subject) => world.post(`directory/${id}/enter`, body, { as });
const person = async (id = reporter.subject, as = office) => world.get(`directory/${id}`, { as });
const card = async () => (await world.get(`projects/${project}`)).body as { people: object };
/** Everything beside the card that shows the reporter. */
const SHOWN = ['lists/ongoing?year=2022', 'plans/2022/assignment-sheet', 'plans/2022/assignment-sheet?limit=1'];
const erase = (as = keeper) => world.post(`directory/${reporter.subject}/erase`, {}, { as });

beforeAll(async () => {
  world = await openWorld(BEGIN);
  const cast = await registerMembers(world);
  project = cast.ongoing;
  const etag = await draftPlan(world, cast);
  await world.at(PUBLISHED);
  await publishPlan(world, etag);
  await world.at(PUBLISHED);
}, 300_000);
afterAll(() => world?.stop(), 120_000);

const taizhang = (...args: string[]) => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TAIZHANG_DATA: world.data, MONGODB_DB: 'acceptance' };
  return promisify(execFile)(process.execPath, ['dist/apps/cli/src/main.js', ...args, '--json'], { env });
};

/** The persons' cells of the assignment sheet (任务书) for the project. */
async function workbook(): Promise<unknown[]> {
  const out = `${world.data}/assignment-sheet.xlsx`;
  await taizhang('export', 'assignment-sheet', '--year', '2022', '--out', out);
  const { sheets } = await readWorkbook(await readFile(out));
  return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)));
}

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

  it('is named beside the ids of a card, a list, an assignment sheet and a history, and in no event', async () => {
    expect((await card()).people).toEqual({ [reporter.subject]: entry.name });
    for (const path of SHOWN) expect((await world.get(path)).body.people).toEqual({ [reporter.subject]: entry.name });
    expect(await workbook()).toContain(entry.name);
    for (const { subject } of [office, colleague]) await enter({ name: '李示例' }, keeper, subject);
    const history = await world.get(`projects/${project}/history`);
    expect(history.body.people).toEqual({ [office.subject]: '李示例' });
    for (const path of [`projects/${project}/diff?`, 'lists/ongoing/diff?year=2022&', 'plans/2022/diff?']) {
      const { people } = (await world.get(`${path}fromKnownAt=2022-01-01T00:00:00Z&toKnownAt=${PUBLISHED}`)).body as {
        people: object;
      };
      expect([path, ...Object.values(people)]).toContain('李示例');
    }
    for await (const event of world.log())
      expect(JSON.stringify(event)).not.toMatch(/示例(?!项目|镇|文件)|13800000000/);
  });
});

describe('an erased person', () => {
  it('leaves a placeholder, and is not entered again', async () => {
    expect((await erase(office)).status).toBe(403);
    for (let times = 0; times < 2; times++) expect((await erase()).status).toBe(204);
    expect((await person()).body).toEqual({
      ...{ id: reporter.subject, name: '已删除', phone: null, unit: null, erased: true },
    });
    for (const path of [`projects/${project}`, ...SHOWN])
      expect((await world.get(path)).body.people).toEqual({ [reporter.subject]: '已删除' });
    const written = await workbook();
    expect(written).toContain('已删除');
    expect(written).not.toContain(entry.name);
    expect(await enter(entry)).toMatchObject({ status: 410, body: { title: 'PERSON_ERASED' } });
  });

  it('leaves every proof valid', async () => {
    const out = `${world.data}/evidence.txt`;
    await taizhang('export', 'evidence', '--project', project, '--out', out);
    const bundle = JSON.parse((await taizhang('verify', '--bundle', out)).stdout) as object;
    expect(bundle).toMatchObject({ sound: true, recomputed: true });
    await world.post(`directory/${colleague.subject}/erase`, {}, { as: keeper });
    expect(JSON.parse((await taizhang('verify')).stdout)).not.toHaveProperty('wrong');
    expect(JSON.parse((await taizhang('verify', '--bundle', out)).stdout)).toEqual(bundle);
  }, 120_000);
});
