import { randomUUID } from 'node:crypto';
import { ANY_REVISION, EventStore, SYSTEM } from '#libs/event-sourcing';
import { testServers } from '../servers.js';

let store: EventStore;
/** Who may write the metadata of streams. */
let worker: EventStore;

beforeAll(async () => {
  const { eventStoreUrl, eventStoreUsers } = await testServers();
  store = new EventStore(eventStoreUrl);
  worker = new EventStore(eventStoreUsers?.worker ?? eventStoreUrl);
}, 300_000);
afterAll(() => Promise.all([store?.close(), worker?.close()]));

it('thousands of reads of streams that do not exist find nothing and leave the connection as it is', async () => {
  const prefix = `project-${randomUUID()}`;
  for (let at = 0; at < 3_000; at += 30)
    await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        for await (const event of store.read(`${prefix}-${at + index}`)) throw new Error(event.type);
      }),
    );
}, 60_000);

it('events behind whatever is there pass away after a time that is said once', async () => {
  const [kept, brief] = [`reads-${randomUUID()}`, `reads-${randomUUID()}`];
  const [first, second] = [randomUUID(), randomUUID()];
  for (const stream of [kept, brief])
    for (const id of [first, first, second]) {
      const metadata = { actor: SYSTEM, recordedAt: '', commandId: id, bodyHash: '', $correlationId: id };
      const event = { type: 'ReadsLogged', data: { reads: [] } };
      await store.append(stream, ANY_REVISION, [{ id, event, metadata: { ...metadata, $causationId: id } }]);
    }
  for (const seconds of [1, 3_600]) await worker.expireAfter(brief, seconds);
  for (const seconds of [3_600, 1]) await worker.expireAfter(kept, seconds);
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const found = async (stream: string) => {
    const ids: string[] = [];
    for await (const { id } of store.read(stream)) ids.push(id);
    return ids;
  };
  expect({ kept: await found(kept), brief: await found(brief) }).toEqual({ kept: [first, second], brief: [] });
}, 60_000);

it('the events of a stream are shown as they arrive, until it is told not to go on', async () => {
  const stream = `reads-${randomUUID()}`;
  const metadata = { actor: SYSTEM, recordedAt: '', commandId: '', bodyHash: '', $correlationId: '', $causationId: '' };
  const events = Array.from({ length: 1_000 }, (_, at) => ({
    id: randomUUID(),
    event: { type: 'ReadsLogged', data: { at } },
    metadata,
  }));
  await store.append(stream, ANY_REVISION, events);
  const shown = async (goesOn: (revision: number) => boolean, name = stream) => {
    const revisions: number[] = [];
    await store.each(name, ({ revision }) => revisions.push(revision) > 0 && goesOn(revision));
    return revisions;
  };
  expect(await shown(() => true)).toEqual(events.map((_, at) => at));
  for (let time = 0; time < 100; time++) expect(await shown((revision) => revision < 3)).toEqual([0, 1, 2, 3]);
  expect(await shown(() => true, `reads-${randomUUID()}`)).toEqual([]);
  const refuse = () => {
    throw new Error('cannot be folded');
  };
  await expect(shown(refuse)).rejects.toThrow('cannot be folded');
  expect(await shown(() => true)).toHaveLength(1_000);
}, 60_000);
