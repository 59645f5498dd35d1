import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorize, planDecider, policyDecider, projectDecider } from '#libs/domain';
import { CommandDoor, EventStore, MemoryDocuments, systemClock } from '#libs/event-sourcing';
import { VIEWS, projectOn } from '#libs/read-models';
import {
  checkLines,
  checkRows,
  checkSucceeded,
  type Door,
  importRows,
  projectIdOf,
} from '../../apps/cli/src/import/nyc-capital-projects/index.js';
import { nycCsv, nycRows, shuffled } from '../fixtures/nyc-capital-projects.js';
import { testServers } from '../servers.js';

let store: EventStore;
let way: Door;
let folder: string;

beforeAll(async () => {
  store = new EventStore((await testServers()).eventStoreUrl);
  const deciders = { project: projectDecider, plan: planDecider, policy: policyDecider };
  const door = new CommandDoor(store, deciders, systemClock, authorize);
  way = {
    send: (envelope) => door.handle(envelope),
    revisionOf: async (stream) => (await door.streams.load(stream)).revision,
  };
  folder = await mkdtemp(join(tmpdir(), 'nyc-'));
}, 300_000);

afterAll(async () => {
  await store?.close();
  if (folder) await rm(folder, { recursive: true });
});

async function fileOf(name: string, rows: readonly string[][]): Promise<string> {
  await writeFile(join(folder, name), nycCsv(rows));
  return join(folder, name);
}

async function documents(): Promise<MemoryDocuments> {
  const folded = new MemoryDocuments(VIEWS);
  for await (const event of store.readAll()) folded.apply(event);
  return folded;
}

/** PIDs of projects that nobody else on this event store has. */
const ownPid = (): number => randomInt(1, 2 ** 40) * 100;

describe('project histories of a file, imported into a real event store', () => {
  it('are answered as of each reporting date as the file says, and a second import adds nothing', async () => {
    const firstPid = ownPid();
    const rows = nycRows({ seed: randomInt(2 ** 32), firstPid });
    const file = await fileOf('in-order.csv', rows);
    const first = await importRows(file, way);
    expect(first).toMatchObject({ rows: rows.length, projects: 12, problems: [], refused: [] });
    // Each row gives four events, but the earliest one's details come with the registration.
    expect(first.newEvents).toBe(rows.length * 4);

    const folded = await documents();
    const checked = await checkRows(file, (id, day) => projectOn(folded, id, day));
    expect(checkLines(checked)).toEqual([`${rows.length} rows checked, ${rows.length} equal, 0 differing`]);

    const second = await importRows(file, way);
    expect(second).toEqual({ ...first, newEvents: 0 });
  }, 120_000);

  it('give the same answers as of every date when their rows come in random order', async () => {
    const seed = randomInt(2 ** 32);
    const [inOrder, atRandom] = [ownPid(), ownPid()];
    const rows = nycRows({ seed, firstPid: inOrder });
    // The same histories under other PIDs, whose names are made equal again.
    const others = nycRows({ seed, firstPid: atRandom }).map((row, index) => row.with(2, rows[index]![2]!));
    await importRows(await fileOf('a.csv', rows), way);
    const mixed = await fileOf('b.csv', shuffled(others, seed));
    await importRows(mixed, way);

    const folded = await documents();
    expect(checkSucceeded(await checkRows(mixed, (id, day) => projectOn(folded, id, day)))).toBe(true);
    const days = [...new Set(rows.map(([on]) => `${on!.slice(6, 10)}-${on!.slice(0, 2)}-${on!.slice(3, 5)}`))];
    const answers = (firstPid: number) =>
      Promise.all(
        days.flatMap((day) =>
          Array.from({ length: 12 }, async (_, n) => {
            const answer = await projectOn(folded, projectIdOf(String(firstPid + n)), day);
            return answer && { ...answer, id: n };
          }),
        ),
      );
    expect(await answers(atRandom)).toEqual(await answers(inOrder));
  }, 120_000);

  it('are named where an answer is not what the file says', async () => {
    const rows = nycRows({ seed: 3, projects: 2, firstPid: ownPid() });
    await importRows(await fileOf('published.csv', rows), way);
    const other = await fileOf('other.csv', rows.with(1, rows[1]!.with(10, '1.50').with(2, 'Another name')));
    const folded = await documents();
    const checked = await checkRows(other, (id, day) => projectOn(folded, id, day));
    expect(checked).toMatchObject({ checked: rows.length, equal: rows.length - 1, differing: 1 });
    expect(checked.differences).toMatchObject([
      { field: 'name', expected: 'Another name' },
      { field: 'budget', expected: 150 },
    ]);
    expect(checkLines(checked)[1]).toMatch(/^line \d+, PID \d+, .*: budget should be 150, but is (\d+|null)$/);
    expect(checkSucceeded(checked)).toBe(false);
  }, 120_000);
});
