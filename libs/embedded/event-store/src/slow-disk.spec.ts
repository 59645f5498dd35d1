import { ServerCredentials, type Server } from '@grpc/grpc-js';
import { DeadlineExceededError, type EventStoreDBClient, TimeoutError, UnknownError } from '@eventstore/db-client';
import { pino } from 'pino';
import { openGuard } from './access/guard.js';
import { openStore } from './open.js';
import { Groups } from './persistent/groups.js';
import { serve } from './server.js';
import type { Store } from './store.js';
import { clientOf, failure, freshName, numbered, numbers, temporaryFolder } from './testing/harness.js';

const logger = pino({ level: 'silent' });
const credentials = { username: 'any', password: 'any' };
let store: Store;
let server: Server;
let client: EventStoreDBClient;

beforeAll(async () => {
  store = openStore(temporaryFolder(), logger);
  const address = { host: '127.0.0.1', port: 0, credentials: ServerCredentials.createInsecure() };
  const served = await serve(store, new Groups(store, logger), { guard: openGuard, logger }, address);
  server = served.server;
  client = clientOf(served.port);
});
afterAll(async () => {
  await client.dispose();
  server.forceShutdown();
  await store.close();
});

describe('an append to a disk that takes too long', () => {
  it('is answered as timed out by either path, and may have happened', async () => {
    const { disk } = store.log.writer;
    const { sync } = disk;
    disk.sync = async (file) => {
      await new Promise((resolve) => setTimeout(resolve, 2300));
      await sync(file);
    };
    const [batch, classic] = [freshName(), freshName()];
    const failures = await Promise.all([
      failure(client.appendToStream(batch, numbered(1))),
      failure(client.appendToStream(classic, numbered(1), { credentials })),
    ]);
    expect(failures[0]).toBeInstanceOf(DeadlineExceededError);
    expect(failures[1]).toBeInstanceOf(TimeoutError);
    disk.sync = sync;
    await client.appendToStream(freshName(), numbered(2));
    expect(await numbers(client.readStream(batch))).toEqual([1]);
  }, 15_000);

  it('and whose own deadline is over is not tried', async () => {
    const name = freshName();
    const error = await failure(client.appendToStream(name, numbered(1), { deadline: -1000 }));
    expect(error).toBeInstanceOf(DeadlineExceededError);
    expect(await failure(client.readStream(name))).toMatchObject({ type: 'stream-not-found' });
  });
});

describe('an append to a full disk', () => {
  it('fails with the disk’s own words, and reads go on', async () => {
    const name = freshName();
    await client.appendToStream(name, numbered(1, 'Full'));
    const { disk } = store.log.writer;
    const { write } = disk;
    disk.write = () => Promise.reject(new Error('ENOSPC: no space left on device, write'));
    const classic = await failure(client.appendToStream(name, numbered(2, 'Full'), { credentials }));
    expect(classic).toBeInstanceOf(UnknownError);
    expect(classic['message']).toContain('ENOSPC: no space left on device');
    expect(await failure(client.appendToStream(name, numbered(2, 'Full')))).toBeInstanceOf(UnknownError);
    expect(await numbers(client.readStream(name))).toEqual([1]);
    disk.write = write;
    await client.appendToStream(name, numbered(2, 'Full'));
    for (const list of [name, '$et-Full'])
      expect(await numbers(client.readStream(list, { resolveLinkTos: true }))).toEqual([1, 2]);
  });
});
