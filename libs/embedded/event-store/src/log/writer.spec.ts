import { statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { append } from '../append/append.js';
import { ANY } from '../append/decide.js';
import { openStore } from '../open.js';
import { rangeOf } from '../read/range.js';
import { type Store, systemEvent } from '../store.js';
import { temporaryFolder } from '../testing/harness.js';
import { readOne } from './read.js';
import { WriteRefused } from './writer.js';

const logger = pino({ level: 'silent' });
const write = (store: Store, stream: string, text = 'x') => append(store, stream, ANY, [systemEvent('T', false, text)]);
const full = () =>
  Promise.reject(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));

describe('a full disk', () => {
  it('refuses what it could not write, keeps what it has, and takes more when there is room again', async () => {
    const data = temporaryFolder();
    const store = openStore(data, logger);
    await write(store, 'kept');
    const { write: working } = store.log.writer.disk;
    const before = { committed: store.log.committed, count: store.log.count, bytes: store.log.bytes };
    store.log.writer.disk.write = full as never;
    const attempts = await Promise.allSettled([write(store, 'kept'), write(store, 'new'), write(store, 'new')]);
    for (const attempt of attempts) {
      expect(attempt.status).toBe('rejected');
      expect((attempt as PromiseRejectedResult).reason).toBeInstanceOf(WriteRefused);
    }
    expect({ committed: store.log.committed, count: store.log.count, bytes: store.log.bytes }).toEqual(before);
    expect(store.streams.find('new')).toBeUndefined();
    expect(rangeOf(store, 'kept')).toMatchObject({ kind: 'visible', last: 0 });
    expect(readOne(store.log, 0).length).toBeGreaterThan(0);
    store.log.writer.disk.write = working;
    expect(await write(store, 'new')).toMatchObject({ kind: 'success', revision: 0 });
    expect(await write(store, 'kept')).toMatchObject({ kind: 'success', revision: 1 });
    await store.close();
    const again = openStore(data, logger);
    expect(again.log.count).toBe(3);
    await again.close();
  });

  it('that took half of a write keeps nothing of it', async () => {
    const data = temporaryFolder();
    const store = openStore(data, logger);
    await write(store, 's');
    const { disk } = store.log.writer;
    const working = disk.write;
    let calls = 0;
    disk.write = ((file: number, bytes: Buffer, offset: number, length: number, at: number) =>
      calls++ === 0 ? working(file, bytes, offset, length >> 1, at) : full()) as never;
    await expect(write(store, 's')).rejects.toThrow(WriteRefused);
    expect(statSync(store.log.tail.path).size).toBe(store.log.tail.size);
    disk.write = working;
    await write(store, 's');
    await store.close();
    const again = openStore(data, logger);
    expect(again.log.count).toBe(2);
    await again.close();
  });

  it('that has no room for a new segment refuses, and goes on in it later', async () => {
    const data = temporaryFolder();
    const store = openStore(data, logger, 1000);
    await write(store, 's', 'x'.repeat(800));
    symlinkSync('/dev/full', join(data, `${String(store.log.bytes).padStart(16, '0')}.log`));
    await expect(write(store, 's', 'x'.repeat(800))).rejects.toThrow(WriteRefused);
    expect(store.log.segments).toHaveLength(1);
    expect(await write(store, 's', 'x'.repeat(800))).toMatchObject({ revision: 1 });
    await store.close();
  });
});

describe('a disk that fails to flush', () => {
  it('ends all writing until a restart, but not reading', async () => {
    const data = temporaryFolder();
    const store = openStore(data, logger);
    await write(store, 's');
    const { disk } = store.log.writer;
    const { sync } = disk;
    disk.sync = (() => Promise.reject(new Error('EIO'))) as never;
    await expect(write(store, 's')).rejects.toThrow(/restart/);
    disk.sync = sync;
    await expect(write(store, 's')).rejects.toThrow(/restart/);
    expect(rangeOf(store, 's')).toMatchObject({ last: 0 });
    await store.close();
    const again = openStore(data, logger);
    expect(again.log.count).toBe(1);
    await again.close();
  });
});
