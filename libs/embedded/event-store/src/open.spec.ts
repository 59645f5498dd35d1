import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { append } from './append/append.js';
import { ANY } from './append/decide.js';
import { openStore } from './open.js';
import { readForwards } from './log/read.js';
import { lockFolder, RefusesToStart } from './log/lock.js';
import { type Store, systemEvent } from './store.js';
import { temporaryFolder } from './testing/harness.js';
import { parseRecord } from './wire/recorded-event.js';

const logger = pino({ level: 'silent' });
const LIMIT = 2000;

const write = (store: Store, text: string, stream = 'one') =>
  append(store, stream, ANY, [systemEvent('Written', false, text), systemEvent('Written', false, `${text}'`)]);

async function texts(store: Store): Promise<string[]> {
  const all: string[] = [];
  for (
    let next = 0, run: Buffer[];
    (run = await readForwards(store.log, next, Infinity)).length > 0;
    next += run.length
  )
    all.push(...run.map((record) => parseRecord(record).data.toString()));
  return all;
}

async function filled(appends: number): Promise<string> {
  const folder = temporaryFolder();
  const store = openStore(folder, logger, LIMIT);
  for (let i = 0; i < appends; i++) await write(store, String(i));
  await store.close();
  return folder;
}

const expectedTexts = (appends: number) => Array.from({ length: appends }, (_, i) => [`${i}`, `${i}'`]).flat();
const files = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(folder, name));

describe('opening a log', () => {
  it('finds everything in many segments again', async () => {
    const folder = await filled(50);
    expect(files(folder).length).toBeGreaterThan(5);
    const store = openStore(folder, logger, LIMIT);
    expect(await texts(store)).toEqual(expectedTexts(50));
    expect(store.streams.find('one')?.length).toBe(100);
    await store.close();
  });

  it('cuts off a tail at whatever byte the write was torn', async () => {
    const folder = await filled(3);
    const path = files(folder).at(-1)!;
    const whole = readFileSync(path);
    for (let size = 0; size < whole.length; size += 7) {
      writeFileSync(path, whole.subarray(0, size));
      const store = openStore(folder, logger, LIMIT);
      const found = await texts(store);
      expect(found).toEqual(expectedTexts(3).slice(0, found.length));
      expect(found.length % 2).toBe(0);
      await write(store, 'more');
      await store.close();
      const again = openStore(folder, logger, LIMIT);
      expect(await texts(again)).toEqual([...found, 'more', "more'"]);
      await again.close();
    }
  });

  it('cuts off what a power loss left of the last group', async () => {
    const folder = await filled(3);
    appendFileSync(files(folder).at(-1)!, Buffer.alloc(300));
    const store = openStore(folder, logger, LIMIT);
    expect(await texts(store)).toEqual(expectedTexts(3));
    await store.close();
  });

  it('refuses a flipped bit before the last group and names the place', async () => {
    const folder = await filled(3);
    const path = files(folder)[0]!;
    const bytes = readFileSync(path);
    bytes[60]! ^= 4;
    writeFileSync(path, bytes);
    expect(() => openStore(folder, logger, LIMIT)).toThrow(
      new RefusesToStart('Segment 0000000000000000.log is damaged at offset 16.'),
    );
  });

  it('refuses a sealed segment that was cut, and a missing one', async () => {
    const folder = await filled(50);
    const [first] = files(folder);
    truncateSync(first!, statSync(first!).size - 5);
    expect(() => openStore(folder, logger, LIMIT)).toThrow(RefusesToStart);
  });

  it('refuses a folder that is in use', async () => {
    const folder = temporaryFolder();
    const unlock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`Another event store process is using ${folder}.`);
    unlock();
    (await lockFolder(folder))();
  });
});

describe('queued writes', () => {
  it('are decided upon at once and shown only when they are on disk', async () => {
    const store = openStore(temporaryFolder(), logger);
    const writes = Array.from({ length: 20 }, (_, i) => write(store, String(i), `s${i % 3}`));
    expect(store.streams.find('s0')?.length).toBe(14);
    expect(store.log.committed).toBe(0);
    await Promise.all(writes);
    expect(store.log.committed).toBe(40);
    await store.close();
  });
});
