import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CloudEvent } from '#libs/contracts';
import { ed25519Key } from '#libs/ledger';
import type { Manifest } from '../../apps/cli/src/backup/manifest.js';
import type { Kept } from '../../examples/kept.js';
import { Program } from '../programs.js';
import { taizhang } from './commands.js';
import {
  assignedProject,
  document,
  openWorld,
  type Person,
  registration,
  reporter,
  responsibilities,
  type World,
} from './world.js';

const begin = '2022-01-05T01:00:00.000Z';
const keeper: Person = { role: 'SYSTEM_ADMIN', unit: null, subject: 'person-keeper' };
const folder = mkdtempSync(join(tmpdir(), 'taizhang-backup-'));
const at = (name: string): string => join(folder, name);

/** In an environment that names another algorithm than the set's own, which counts. */
const restoring = (set: string, into: string, ...more: string[]) =>
  taizhang(folder, ['restore', set, '--into', into, '--json', ...more], undefined, {
    TAIZHANG_LEDGER_ALGORITHM: 'sm2-sm3',
  });

/** Another system, which does not take what is told of one project until it may. */
const city: Person = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' };
let told: CloudEvent[] = [];
let refused: string | undefined;
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const event = JSON.parse(body) as CloudEvent;
    const isTaken = event.subject !== refused;
    if (isTaken) told.push(event);
    response.writeHead(isTaken ? 204 : 500).end();
  });
});
const toldOf = (subject: string) => told.filter((event) => event.subject === subject);
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await pause(20);
};

let world: World;
let webhook: string;
/** What was told before the restore, and the project of which nothing was taken by then. */
let before: ReadonlySet<string>;
let stuck: string;
let restored: World | undefined;
let project: string;
let events: number;
beforeAll(async () => {
  world = await openWorld(begin);
  project = (await assignedProject(world)).id;
  await world.post(`directory/${reporter.subject}/enter`, { name: '王示例' }, { as: keeper });
  refused = (await assignedProject(world, registration('不收的项目'))).id;
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const types = ['project.registered', 'project.responsibilities-assigned'];
  await world.done('subscribers/city-library/grant-subscription', { types, units: null });
  webhook = (await world.done('subscribers/city-library/webhooks', { url }, { as: city })).body.id as string;
  await until(() => toldOf(project).length === 2);
  let going = true;
  const writing = (async () => {
    while (going) await world.done('projects', registration());
  })();
  expect(await taizhang(world.data, ['backup', at('killed')], 1_500)).toMatchObject({ code: null });
  const done = await taizhang(world.data, ['backup', at('set'), '--json']);
  going = false;
  await writing;
  expect(done).toMatchObject({ code: 0 });
  ({ events } = JSON.parse(done.out) as { events: number });
  writeFileSync(at('key'), (await world.get('/ledger/public-key', { as: null })).text);
}, 300_000);
afterAll(async () => {
  await restored?.stop();
  await world?.stop();
  receiver.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

describe('a set that was taken while commands went on', () => {
  it('is restored, proven against its checkpoint, and has what it held', async () => {
    // No process has such a number: what a killed restore left.
    const killed = at('data.restoring-99999999');
    mkdirSync(killed);
    const done = await restoring(at('set'), at('data'), '--key', at('key'));
    expect(done).toMatchObject({ code: 0 });
    expect(existsSync(killed)).toBe(false);
    expect((JSON.parse(done.out) as { proven: number }).proven).toBeGreaterThan(0);
    expect(readdirSync(at('data'))).not.toContain('directory.jsonl');
    await world.done(`subscribers/city-library/webhooks/${webhook}/pause`, {}, { as: city });
    before = new Set(told.map(({ id }) => id));
    [told, stuck, refused] = [[], refused!, undefined];
    restored = await openWorld(begin, at('data'));
    await restored.at(begin);
    const card = async (of: World) => (await of.get(`projects/${project}`)).body as object;
    expect(await card(restored)).toEqual(await card(world));
    expect(await card(restored)).toMatchObject({ people: { [reporter.subject]: '王示例' } });
    expect((await restored.get(`files/${document.sha256}`)).status).toBe(200);
    expect((await taizhang(at('data'), ['verify', '--key', at('key')])).code).toBe(0);
    expect(events).toBeGreaterThan(0);
  }, 300_000);

  it('goes on telling others where it stood: nothing is lost, and what was taken long before is not told again', async () => {
    const { body } = await restored!.get('feed?limit=500', { as: city });
    const events = body.events as CloudEvent[];
    const isKnown = ({ id }: CloudEvent) => before.has(id) || told.some((event) => event.id === id);
    await until(() => events.every(isKnown));
    expect(toldOf(stuck)).toEqual(events.filter(({ subject }) => subject === stuck));
    expect(toldOf(stuck)).toHaveLength(2);
    // In its order: had it begun anew, what came first would stand ahead of this.
    const ifMatch = (await restored!.get(`projects/${project}`)).headers.get('etag')!;
    const change = { occurredOn: '2022-01-02', responsibilities: { ...responsibilities, supportingUnits: ['helper'] } };
    await restored!.done(`projects/${project}/assign-responsibilities`, change, { ifMatch });
    await until(() => toldOf(project).length > 0);
    expect(toldOf(project)).toMatchObject([{ data: { occurredOn: '2022-01-02' } }]);
  }, 60_000);

  it('says to those who follow over HTTP that it lacks what they took since, and not only until its numbers are given out anew', async () => {
    for (let n = 0; n < 10; n++) await world.done('projects', registration(`备份之后的项目${n}`));
    await world.restingEnd();
    const toldBy = async (of: World) => (await of.get('feed?limit=500', { as: city })).body.events as CloudEvent[];
    const lost = (await toldBy(world)).at(-1)!;
    const file = at('consumer.json');
    const keptBy = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Partial<Kept>;
    const follow = async (of: World, cursor: string) => {
      const environment = {
        ...{ PATH: process.env.PATH, TAIZHANG_URL: of.url },
        TAIZHANG_TOKEN: await of.tokenOf(city),
      };
      const main = join(process.cwd(), 'dist/examples/over-http/consumer.js');
      const consumer = new Program('consumer', [main, file], environment, at('consumer.log'));
      consumer.start();
      await until(() => keptBy().place === cursor);
      await consumer.stop('SIGKILL');
    };
    await follow(world, lost.cursor);

    const asksAfter = (cursor: string, headers = {}) => restored!.get(`feed?after=${cursor}`, { as: city, headers });
    const isLost = { status: 410, body: { title: 'CURSOR_LOST' } };
    expect(Number((await toldBy(restored!)).at(-1)!.leaf)).toBeLessThan(Number(lost.leaf));
    expect(await asksAfter(lost.cursor)).toMatchObject(isLost);
    // Until there is another event in its place.
    const projects: string[] = [];
    for (let end = 0; end <= Number(lost.leaf); end = Number((await toldBy(restored!)).at(-1)!.leaf)) {
      projects.push((await restored!.done('projects', registration('恢复之后的项目'))).body.id as string);
      await restored!.restingEnd();
    }
    expect(await asksAfter(lost.cursor)).toMatchObject(isLost);
    const stream = { accept: 'text/event-stream', 'last-event-id': lost.cursor };
    expect(await restored!.get('feed', { as: city, headers: stream })).toMatchObject(isLost);
    const [first, ...others] = await toldBy(restored!);
    expect((await asksAfter(`${first!.cursor}&limit=500`)).body.events).toEqual(others);

    await follow(restored!, others.at(-1)!.cursor);
    const kept = new Map(Object.entries(keptBy().projects!).map(([id, { events }]) => [id, events]));
    const wanted = new Map<string, number>();
    for (const { subject } of [first!, ...others]) wanted.set(subject, (wanted.get(subject) ?? 0) + 1);
    expect(kept).toEqual(wanted);
    expect([...kept.keys()]).toEqual(expect.arrayContaining(projects));
    expect(kept.has(lost.subject)).toBe(false);
  }, 120_000);

  it('never takes the place of a data folder', async () => {
    expect(await restoring(at('set'), world.data)).toMatchObject({
      code: 1,
      err: expect.stringContaining('already') as string,
    });
    expect((await taizhang(world.data, ['backup', at('set')])).code).toBe(1);
  }, 60_000);
});

describe('a damaged set', () => {
  const spoilt = (name: string, spoil: (set: string) => void): string => {
    cpSync(at('set'), at(name), { recursive: true });
    spoil(at(name));
    return at(name);
  };
  const segmentOf = (set: string) => join(set, 'event-store', readdirSync(join(set, 'event-store'))[0]!);

  it.each([
    [
      'a changed byte of the log',
      /event-store\/.* is not what was backed up/,
      (set: string) => {
        const bytes = readFileSync(segmentOf(set));
        bytes[Math.floor(bytes.length / 2)]! ^= 1;
        writeFileSync(segmentOf(set), bytes);
      },
    ],
    ['a longer log', /event-store\/.* has \d+ bytes/, (set: string) => appendFileSync(segmentOf(set), 'x')],
    ['no checkpoint', /ledger\/checkpoint is missing/, (set: string) => rmSync(join(set, 'ledger/checkpoint'))],
    ['no manifest', /manifest.json is missing/, (set: string) => rmSync(join(set, 'manifest.json'))],
    ['half a manifest', /manifest.json is damaged/, (set: string) => writeFileSync(join(set, 'manifest.json'), '{"f')],
  ])(
    'with %s is refused by name, and leaves nothing behind',
    async (what, message, spoil) => {
      const done = await restoring(spoilt(what, spoil), at(`data of ${what}`));
      expect(done).toMatchObject({ code: 1, err: expect.stringMatching(message) as string });
      expect(readdirSync(folder).filter((name) => name.startsWith('data of'))).toEqual([]);
    },
    60_000,
  );

  it('is one whose backup was killed', async () => {
    expect((await restoring(at('killed'), at('data of killed'))).code).toBe(1);
  }, 60_000);

  it('is one whose log ends before what was sealed, though its manifest agrees', async () => {
    const set = spoilt('short', (of) => {
      const bytes = readFileSync(segmentOf(of));
      const short = bytes.subarray(0, Math.floor(bytes.length / 3));
      writeFileSync(segmentOf(of), short);
      const manifest = JSON.parse(readFileSync(join(of, 'manifest.json'), 'utf8')) as Manifest;
      const entry = manifest.files.find(({ path }) => path.startsWith('event-store/'))!;
      Object.assign(entry, { size: short.length, sha256: createHash('sha256').update(short).digest('hex') });
      writeFileSync(join(of, 'manifest.json'), JSON.stringify(manifest));
    });
    expect(await restoring(set, at('data of short'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('the log ends') as string,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('data of'))).toEqual([]);
  }, 120_000);

  it('is one that another key than the auditor’s has sealed', async () => {
    const name = readFileSync(at('key'), 'utf8').split('+')[0]!;
    const { publicKey } = ed25519Key(name, generateKeyPairSync('ed25519').privateKey);
    expect((await restoring(at('set'), at('data of forger'), '--key', publicKey)).code).toBe(1);
    expect(readdirSync(folder).filter((each) => each.startsWith('data of'))).toEqual([]);
  }, 120_000);
});
