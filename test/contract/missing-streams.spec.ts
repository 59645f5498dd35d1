import { randomUUID } from 'node:crypto';
import { EventStore } from '#libs/event-sourcing';
import { testServers } from '../servers.js';

let store: EventStore;

beforeAll(async () => {
  store = new EventStore((await testServers()).eventStoreUrl);
}, 300_000);
afterAll(() => store?.close());

it('thousands of reads of streams that do not exist find nothing and leave the connection as it is', async () => {
  const prefix = `project-${randomUUID()}`;
  for (let at = 0; at < 3_000; at += 30)
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        for await (const event of store.read(`${prefix}-${at + index}`)) throw new Error(event.type);
      }),
    );
}, 60_000);
