import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import {
  atOnePosition,
  auditSample,
  auditSums,
  compare,
  continuity,
  type DomainEvent,
  dropRetired,
  EventStore,
  listBeside,
  NO_STREAM,
  project,
  putBeside,
  readCheckpoint,
  rebuild,
  type Recorded,
  SYSTEM,
  type View,
} from '#libs/event-sourcing';
import { testServers } from '../servers.js';

/** A made-up view: what lies in each box, and the sum over all; every number is one event. */
type Put = DomainEvent & {
  readonly type: 'Put' | 'Odd';
  readonly data: { readonly box: string; readonly amount: number };
};
interface Box {
  readonly sort: string;
  readonly amounts: readonly number[];
}

/** The streams of one test; the log is everybody's. */
let category: string;
const isOurs = ({ stream }: Recorded): boolean => stream.startsWith(`${category}-`);

/** `refuses` is the amount at which the code of an earlier day failed. */
const boxes = (version: number, refuses?: number, loses?: number): View<Box> => ({
  name: 'boxes',
  version,
  indexes: [{ 'state.sort': 1 }],
  keys(event) {
    if (!isOurs(event)) return [];
    const { box, amount } = (event as Recorded<Put>).data;
    if (amount === loses) throw new Error('no box for it');
    return [box];
  },
  evolve(state, event, box) {
    const { amount } = (event as Recorded<Put>).data;
    if (amount === refuses) throw new Error(`${amount} does not fit`);
    return { sort: box, amounts: [...(state?.amounts ?? []), amount * version] };
  },
  contributions: ({ amounts }) => [
    { sum: 'all', day: '2022-01-01', amounts: { total: amounts.reduce((sum, amount) => sum + amount, 0) } },
  ],
});

let client: MongoClient;
let store: EventStore;
let url: string;
let db: Db;
let stop: AbortController;
let running: Promise<void>;
let revisions: Map<string, number>;

beforeAll(async () => {
  const { mongoUri, eventStoreUrl } = await testServers();
  client = new MongoClient(mongoUri, { ignoreUndefined: true, writeConcern: { w: 'majority' } });
  url = eventStoreUrl;
  store = new EventStore(url);
}, 300_000);
beforeEach(() => {
  category = `boxes${randomUUID().slice(0, 8)}`;
  db = client.db(`projector-${category}`);
  revisions = new Map();
});
afterEach(async () => {
  await halt();
  await db.dropDatabase();
});
afterAll(async () => {
  await store?.close();
  await client?.close();
});

function start(view: View<Box>, from = store): void {
  stop = new AbortController();
  running = project({ db, store: from, name: 'test', views: [view], owner: randomUUID() }, stop.signal);
  // Whoever waits for a position is told; nobody else needs to be.
  running.catch(() => undefined);
}

async function halt(): Promise<void> {
  stop?.abort();
  await running?.catch(() => undefined);
}

/** A box is a stream unless another one is named. */
async function put(box: string, amount: number, { in: name = box, type = 'Put' as Put['type'] } = {}): Promise<number> {
  const stream = `${category}-${name}`;
  const expected = revisions.get(stream) ?? NO_STREAM;
  const metadata = { actor: SYSTEM, recordedAt: new Date().toISOString(), commandId: randomUUID(), bodyHash: '' };
  const event = { id: randomUUID(), event: { type, data: { box: boxOf(box), amount } } };
  const written = await store.append(stream, expected, [
    { ...event, metadata: { ...metadata, $correlationId: '', $causationId: '' } },
  ]);
  revisions.set(stream, written.revision);
  return written.position;
}
const boxOf = (box: string): string => `${category}/${box}`;

async function reached(position: number): Promise<void> {
  for (;;) {
    const checkpoint = await readCheckpoint(db, 'test');
    if (checkpoint && checkpoint.position >= position) return;
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), running]);
  }
}

const shown = (view: View<Box>, ...names: string[]) =>
  atOnePosition(db, 'test', async (documents) => {
    const found = await documents.many(view, names.map(boxOf));
    return Object.fromEntries(names.map((name) => [name, found.get(boxOf(name))?.amounts ?? null]));
  });

const comparison = (view: View<Box>) => compare(db, store, 'test', [continuity, view]);

describe('a document that cannot follow an event', () => {
  it('waits with all its later events, while the others go on and the answer says so', async () => {
    const broken = boxes(1, 13);
    start(broken);
    await put('a', 1);
    await put('a', 13);
    await put('b', 5);
    await reached(await put('a', 2));
    expect(await shown(broken, 'a', 'b')).toMatchObject({ result: { a: [1], b: [5] }, waiting: 2 });
    expect((await readCheckpoint(db, 'test'))!.parked).toMatchObject([
      { view: 'boxes', key: boxOf('a'), events: 2, reason: expect.stringContaining('13 does not fit') as string },
    ]);
    expect((await comparison(broken)).differences).toEqual([]);
  });

  it('is repaired in order with the first batch after the fix, and nothing is lost', async () => {
    const broken = boxes(1, 13);
    start(broken);
    await put('a', 1);
    await reached(await put('a', 13));
    await put('a', 2);
    await reached(await put('b', 5));
    await halt();
    const mended = boxes(1);
    start(mended);
    await reached(await put('b', 6));
    expect(await shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 13, 2], b: [5, 6] }, waiting: 0 });
    expect((await readCheckpoint(db, 'test'))!.parked).toEqual([]);
    expect((await comparison(mended)).differences).toEqual([]);
  });

  it('stays parked while the fix does not help', async () => {
    const broken = boxes(1, 13);
    start(broken);
    await put('a', 1);
    await reached(await put('a', 13));
    await halt();
    start(broken);
    await reached(await put('a', 3));
    expect(await shown(broken, 'a')).toMatchObject({ result: { a: [1] }, waiting: 2 });
  });

  it('is a whole stream where no document can be told, and every document of it is repaired', async () => {
    const broken = boxes(1, undefined, 13);
    start(broken);
    await put('a', 1, { in: 'shared' });
    await put('b', 13, { in: 'shared' });
    await put('a', 2);
    await reached(await put('b', 3, { in: 'shared' }));
    expect(await shown(broken, 'a', 'b')).toMatchObject({ result: { a: [1, 2], b: null }, waiting: 2 });
    await halt();
    const mended = boxes(1);
    start(mended);
    await reached(await put('c', 1));
    expect(await shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 2], b: [13, 3] }, waiting: 0 });
    expect((await comparison(mended)).differences).toEqual([]);
  });

  it('may be one whose event cannot be decoded; the log itself is followed on', async () => {
    const failing = new EventStore(url, {
      Odd: [
        () => {
          throw new Error('an old form');
        },
      ],
    });
    const view = boxes(1);
    start(view, failing);
    await put('a', 1);
    await put('a', 2, { type: 'Odd' });
    await reached(await put('b', 5));
    expect(await shown(view, 'a', 'b')).toMatchObject({ result: { a: [1], b: [5] }, waiting: 1 });
    await halt();
    await failing.close();
  });
});

describe('a view of another version', () => {
  it('is built before it is shown, the former one is kept, and going back catches that up', async () => {
    start(boxes(1));
    await reached(await put('a', 1));
    await halt();
    start(boxes(2));
    await reached(await put('a', 2));
    expect((await shown(boxes(2), 'a')).result).toEqual({ a: [2, 4] });
    await expect(shown(boxes(1), 'a')).rejects.toThrow('VIEW_OF_ANOTHER_RELEASE');
    const [kept] = await listBeside(db);
    expect(kept).toMatchObject({ view: 'boxes', version: 1, retired: true });
    await halt();
    start(boxes(1));
    await reached(await put('a', 3));
    expect((await readCheckpoint(db, 'test'))!.active.boxes).toMatchObject({ collection: kept!.collection });
    expect((await shown(boxes(1), 'a')).result).toEqual({ a: [1, 2, 3] });
    expect((await comparison(boxes(1))).differences).toEqual([]);
  });

  it('that was built beside the live one is taken over by the release that knows it', async () => {
    start(boxes(1));
    const end = await put('a', 1);
    await reached(end);
    const { built } = await rebuild(db, store, [boxes(2)], end);
    await putBeside(db, built[0]!);
    await reached(await put('a', 2));
    expect((await shown(boxes(1), 'a')).result).toEqual({ a: [1, 2] });
    await halt();
    start(boxes(2));
    await reached(await put('a', 3));
    expect((await readCheckpoint(db, 'test'))!.active.boxes).toEqual({ collection: built[0]!.collection, version: 2 });
    expect((await shown(boxes(2), 'a')).result).toEqual({ a: [2, 4, 6] });
    expect(await dropRetired(db, (await readCheckpoint(db, 'test'))!.active)).toHaveLength(1);
    expect(await listBeside(db)).toEqual([]);
  });
});

describe('documents that somebody changed by hand', () => {
  it('are found with the field, and put right by a rebuild', async () => {
    const view = boxes(1);
    start(view);
    await put('a', 1);
    const end = await put('b', 2);
    await reached(end);
    const { collection } = (await readCheckpoint(db, 'test'))!.active.boxes!;
    await db.collection<{ _id: string }>(collection).updateOne({ _id: boxOf('a') }, { $set: { 'state.amounts': [7] } });
    await db.collection<{ _id: string }>(collection).deleteOne({ _id: boxOf('b') });
    expect((await comparison(view)).differences).toEqual([
      { view: 'boxes', key: boxOf('a'), field: '/amounts/0', shown: 7, folded: 1 },
      { view: 'boxes', key: boxOf('b'), field: '', shown: null, folded: { sort: boxOf('b'), amounts: [2] } },
    ]);
    const { built } = await rebuild(db, store, [view], end);
    await putBeside(db, built[0]!);
    while ((await readCheckpoint(db, 'test'))!.active.boxes!.collection === collection)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await comparison(view)).differences).toEqual([]);
  });

  it('are found by looking at a sample, and a summary by adding it up again', async () => {
    const view = boxes(1);
    start(view);
    await put('a', 1);
    await reached(await put('b', 2));
    const sample = () => auditSample(db, store, 'test', [continuity, view], 50);
    expect(await sample()).toMatchObject({ differences: [], missed: 0 });
    expect((await sample()).compared).toBeGreaterThan(2);
    expect(await auditSums(db, 'test', view)).toEqual([]);
    const shown = db.collection<{ _id: string }>((await readCheckpoint(db, 'test'))!.active.boxes!.collection);
    await shown.updateOne({ _id: boxOf('a') }, { $set: { 'state.amounts': [7] } });
    expect((await sample()).differences).toMatchObject([{ key: boxOf('a'), field: '/amounts/0' }]);
    expect(await auditSums(db, 'test', view)).toMatchObject([
      { key: 'all', field: '/days/2022-01-01/total', shown: 3, folded: 9 },
    ]);
  });
});
