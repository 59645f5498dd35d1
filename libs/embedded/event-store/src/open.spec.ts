import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { append } from './append/append.js';
import { ANY } from './append/decide.js';
import { openStore } from './open.js';
import { readForwards, readOne } from './log/read.js';
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
    const [path] = files(await filled(3));
    const whole = readFileSync(path!);
    for (let size = 0; size < whole.length; size += 7) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, basename(path!)), whole.subarray(0, size));
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

  it('refuses a flipped bit anywhere in what was closed in order, and names the place', async () => {
    const folder = await filled(3);
    const path = files(folder)[0]!;
    const whole = readFileSync(path);
    for (let at = 16; at < whole.length - 16; at += 11) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 4;
      writeFileSync(path, bytes);
      expect(() => openStore(folder, logger, LIMIT)).toThrow(
        /^Segment 0000000000000000.log is damaged at offset \d+\.$/,
      );
    }
  });

  it('refuses a sealed segment that was changed or cut, and a missing one', async () => {
    const folder = await filled(50);
    const [, second, third] = files(folder) as [string, string, string];
    const whole = readFileSync(second);
    const flipped = Buffer.from(whole);
    flipped[1000]! ^= 1;
    writeFileSync(second, flipped);
    expect(() => openStore(folder, logger, LIMIT)).toThrow(/log is damaged at offset \d+\.$/);
    truncateSync(second, whole.length - 5);
    expect(() => openStore(folder, logger, LIMIT)).toThrow(RefusesToStart);
    writeFileSync(second, whole);
    rmSync(third);
    expect(() => openStore(folder, logger, LIMIT)).toThrow(/is missing/);
  });

  it('uses index snapshots where they are sound and makes those that are not anew', async () => {
    const folder = await filled(50);
    const snapshots = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.index'))
        .map((name) => join(folder, name));
    for (const spoil of [() => undefined, (path: string) => rmSync(path), (path: string) => truncateSync(path, 40)]) {
      snapshots().forEach(spoil);
      const store = openStore(folder, logger, LIMIT);
      expect(await texts(store)).toEqual(expectedTexts(50));
      expect(store.streams.find('one')?.length).toBe(100);
      const id = parseRecord(readOne(store.log, 3)).id;
      expect(store.recent.find(id)).toBe(3);
      await store.close();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(snapshots()).toHaveLength(files(folder).length - 1);
    }
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
