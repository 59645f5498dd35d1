import { randomUUID } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import {
  auditSample,
  auditSums,
  CheckpointAstray,
  compare,
  continuity,
  ContinuityBroken,
  dropRetired,
  EventStore,
  listBeside,
  putBeside,
  readCheckpoint,
  rebuild,
  type View,
  whileHolding,
} from '#libs/event-sourcing';
import { testServers } from '../servers.js';
import { type Box, Boxes } from './boxes.js';

let client: MongoClient;
let store: EventStore;
let url: string;
let db: Db;
let boxes: Boxes;

beforeAll(async () => {
  const { mongoUri, eventStoreUrl } = await testServers();
  client = new MongoClient(mongoUri, { ignoreUndefined: true, writeConcern: { w: 'majority' } });
  url = eventStoreUrl;
  store = new EventStore(url);
}, 300_000);
beforeEach(() => {
  db = client.db(`projector-${randomUUID()}`);
  boxes = new Boxes(db, store);
});
afterEach(async () => {
  await boxes.halt();
  await db.dropDatabase();
});
afterAll(async () => {
  await store?.close();
  await client?.close();
});

const comparison = (view: View<Box>) => compare(db, store, 'test', [continuity, view]);

describe('a document that cannot follow an event', () => {
  it('waits with all its later events, while the others go on and the answer says so', async () => {
    const broken = boxes.view(1, { refuses: 13 });
    boxes.start(broken);
    await boxes.put('a', 1);
    await boxes.put('a', 13);
    await boxes.put('b', 5);
    await boxes.reached(await boxes.put('a', 2));
    expect(await boxes.shown(broken, 'a', 'b')).toMatchObject({ result: { a: [1], b: [5] }, waiting: 2 });
    expect((await readCheckpoint(db, 'test'))!.parked).toMatchObject([
      {
        view: 'boxes',
        key: boxes.nameOf('a'),
        events: 2,
        reason: expect.stringContaining('13 does not fit') as string,
      },
    ]);
    expect((await comparison(broken)).differences).toEqual([]);
  });

  it('is repaired in order with the first batch after the fix, and nothing is lost', async () => {
    const broken = boxes.view(1, { refuses: 13 });
    boxes.start(broken);
    await boxes.put('a', 1);
    await boxes.reached(await boxes.put('a', 13));
    await boxes.put('a', 2);
    await boxes.reached(await boxes.put('b', 5));
    await boxes.halt();
    const mended = boxes.view(1);
    boxes.start(mended);
    await boxes.reached(await boxes.put('b', 6));
    expect(await boxes.shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 13, 2], b: [5, 6] }, waiting: 0 });
    expect((await readCheckpoint(db, 'test'))!.parked).toEqual([]);
    expect((await comparison(mended)).differences).toEqual([]);
  });

  it('stays parked while the fix does not help', async () => {
    const broken = boxes.view(1, { refuses: 13 });
    boxes.start(broken);
    await boxes.put('a', 1);
    await boxes.reached(await boxes.put('a', 13));
    await boxes.halt();
    boxes.start(broken);
    await boxes.reached(await boxes.put('a', 3));
    expect(await boxes.shown(broken, 'a')).toMatchObject({ result: { a: [1] }, waiting: 2 });
  });

  it('is a whole stream where no document can be told, and every document of it is repaired', async () => {
    const broken = boxes.view(1, { loses: 13 });
    boxes.start(broken);
    await boxes.put('a', 1, { in: 'shared' });
    await boxes.put('b', 13, { in: 'shared' });
    await boxes.put('a', 2);
    await boxes.reached(await boxes.put('b', 3, { in: 'shared' }));
    expect(await boxes.shown(broken, 'a', 'b')).toMatchObject({ result: { a: [1, 2], b: null }, waiting: 2 });
    await boxes.halt();
    const mended = boxes.view(1);
    boxes.start(mended);
    await boxes.reached(await boxes.put('c', 1));
    expect(await boxes.shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 2], b: [13, 3] }, waiting: 0 });
    expect((await comparison(mended)).differences).toEqual([]);
  });

  it.each(['mended', 'broken'] as const)('takes an announced batch over from other code: %s', async (later) => {
    const [mended, broken] = [boxes.view(1), boxes.view(1, { refuses: 13 })];
    const earlier = later === 'mended' ? broken : mended;
    boxes.start(earlier);
    const first = await boxes.put('a', 1);
    await boxes.reached(first);
    await boxes.halt();
    await boxes.put('a', 2);
    await boxes.put('a', 13);
    const end = await boxes.put('b', 5);
    boxes.start(earlier);
    await boxes.reached(end);
    await boxes.halt();
    // As a crash leaves it between the last document of the batch and its end.
    const { parked: parking } = (await readCheckpoint(db, 'test'))!;
    await db.collection('checkpoints').updateOne({}, { $set: { position: first, parked: [], parking } });
    boxes.start(later === 'mended' ? mended : broken);
    await boxes.reached(await boxes.put('c', 1));
    await boxes.halt();
    boxes.start(mended);
    await boxes.reached(await boxes.put('c', 2));
    expect(await boxes.shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 2, 13], b: [5] }, waiting: 0 });
    expect((await comparison(mended)).differences).toEqual([]);
  });

  it('may be one that cannot be summed, in a rebuild too, and nothing is lost by what is put right', async () => {
    const broken = boxes.view(1, { unsummed: 13 });
    boxes.start(broken);
    await boxes.put('a', 1);
    await boxes.put('b', 5);
    await boxes.reached(await boxes.put('a', 13));
    await boxes.halt();
    boxes.start(broken);
    const end = await boxes.put('b', 6);
    await boxes.reached(end);
    expect((await boxes.shown(broken, 'b')).result).toEqual({ b: [5, 6] });
    expect((await readCheckpoint(db, 'test'))!.parked).toMatchObject([{ key: boxes.nameOf('a') }]);
    const { built } = await rebuild(db, store, [broken], end);
    await putBeside(db, built[0]!);
    await boxes.shows(built[0]!.collection);
    await boxes.halt();
    const mended = boxes.view(1);
    boxes.start(mended);
    await boxes.reached(await boxes.put('a', 2));
    expect(await boxes.shown(mended, 'a', 'b')).toMatchObject({ result: { a: [1, 13, 2], b: [5, 6] }, waiting: 0 });
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
    const view = boxes.view(1);
    boxes.start(view, failing);
    await boxes.put('a', 1);
    await boxes.put('a', 2, { type: 'Odd' });
    await boxes.reached(await boxes.put('b', 5));
    expect(await boxes.shown(view, 'a', 'b')).toMatchObject({ result: { a: [1], b: [5] }, waiting: 1 });
    await boxes.halt();
    await failing.close();
  });
});

describe('a view of another version', () => {
  it('is built before it is shown, the former one is kept, and going back catches that up', async () => {
    boxes.start(boxes.view(1));
    await boxes.reached(await boxes.put('a', 1));
    await boxes.halt();
    boxes.start(boxes.view(2));
    await boxes.reached(await boxes.put('a', 2));
    expect((await boxes.shown(boxes.view(2), 'a')).result).toEqual({ a: [2, 4] });
    await expect(boxes.shown(boxes.view(1), 'a')).rejects.toThrow('VIEW_OF_ANOTHER_RELEASE');
    const [kept] = await listBeside(db);
    expect(kept).toMatchObject({ view: 'boxes', version: 1, retired: true });
    await boxes.halt();
    boxes.start(boxes.view(1));
    await boxes.reached(await boxes.put('a', 3));
    expect((await readCheckpoint(db, 'test'))!.active.boxes).toMatchObject({ collection: kept!.collection });
    expect((await boxes.shown(boxes.view(1), 'a')).result).toEqual({ a: [1, 2, 3] });
    expect((await comparison(boxes.view(1))).differences).toEqual([]);
  });

  it('that takes over a batch half written leaves nothing of it out for whoever goes back', async () => {
    boxes.start(boxes.view(1));
    const first = await boxes.put('a', 1);
    await boxes.reached(first);
    await boxes.halt();
    // As a crash leaves it between announcing the batch and writing its documents.
    const end = await boxes.put('b', 2);
    await db.collection('checkpoints').updateOne({}, { $set: { upTo: end } });
    boxes.start(boxes.view(2));
    await boxes.reached(end);
    await boxes.halt();
    boxes.start(boxes.view(1));
    await boxes.reached(await boxes.put('a', 3));
    expect((await boxes.shown(boxes.view(1), 'a', 'b')).result).toEqual({ a: [1, 3], b: [2] });
    expect((await comparison(boxes.view(1))).differences).toEqual([]);
  });

  it('that was built beside the live one is taken over by the release that knows it', async () => {
    boxes.start(boxes.view(1));
    const end = await boxes.put('a', 1);
    await boxes.reached(end);
    const { built } = await rebuild(db, store, [boxes.view(2)], end);
    await putBeside(db, built[0]!);
    await boxes.reached(await boxes.put('a', 2));
    expect((await boxes.shown(boxes.view(1), 'a')).result).toEqual({ a: [1, 2] });
    await boxes.halt();
    boxes.start(boxes.view(2));
    await boxes.reached(await boxes.put('a', 3));
    expect((await readCheckpoint(db, 'test'))!.active.boxes).toEqual({ collection: built[0]!.collection, version: 2 });
    expect((await boxes.shown(boxes.view(2), 'a')).result).toEqual({ a: [2, 4, 6] });
    expect(await dropRetired(db, (await readCheckpoint(db, 'test'))!.active)).toHaveLength(1);
    expect(await listBeside(db)).toEqual([]);
  });
});

describe('documents that somebody changed by hand', () => {
  it('are found with the field, and put right by a rebuild', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    await boxes.put('a', 1);
    const end = await boxes.put('b', 2);
    await boxes.reached(end);
    const { collection } = (await readCheckpoint(db, 'test'))!.active.boxes!;
    await db
      .collection<{ _id: string }>(collection)
      .updateOne({ _id: boxes.nameOf('a') }, { $set: { 'state.amounts': [7] } });
    await db.collection<{ _id: string }>(collection).deleteOne({ _id: boxes.nameOf('b') });
    expect((await comparison(view)).differences).toEqual([
      { view: 'boxes', key: boxes.nameOf('a'), field: '/amounts/0', shown: 7, folded: 1 },
      {
        view: 'boxes',
        key: boxes.nameOf('b'),
        field: '',
        shown: null,
        folded: { sort: boxes.nameOf('b'), amounts: [2] },
      },
    ]);
    const { built } = await rebuild(db, store, [view], end);
    await putBeside(db, built[0]!);
    await boxes.shows(built[0]!.collection);
    expect((await comparison(view)).differences).toEqual([]);
  });

  it('are found by looking at a sample, and a summary by adding it up again', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    await boxes.put('a', 1);
    await boxes.reached(await boxes.put('b', 2));
    const sample = () => auditSample(db, store, 'test', [continuity, view], 50);
    expect(await sample()).toMatchObject({ differences: [], missed: 0 });
    expect((await sample()).compared).toBeGreaterThan(2);
    expect(await auditSums(db, 'test', view)).toEqual([]);
    const shown = db.collection<{ _id: string }>((await readCheckpoint(db, 'test'))!.active.boxes!.collection);
    await shown.updateOne({ _id: boxes.nameOf('a') }, { $set: { 'state.amounts': [7] } });
    expect((await sample()).differences).toMatchObject([{ key: boxes.nameOf('a'), field: '/amounts/0' }]);
    expect(await auditSums(db, 'test', view)).toMatchObject([
      { key: 'all', field: '/days/2022-01-01/total', shown: 3, folded: 9 },
    ]);
  });
});

describe('a checkpoint that somebody set by hand', () => {
  const rebuildAll = async (view: View<Box>) => {
    const { position } = (await readCheckpoint(db, 'test'))!;
    const { built } = await rebuild(db, store, [continuity, view], position);
    for (const each of built) await putBeside(db, each);
  };

  it.each(['back', 'forward'] as const)('%s stops the projector, and a rebuild puts it right', async (way) => {
    const view = boxes.view(1);
    boxes.start(view);
    const first = await boxes.put('a', 1);
    await boxes.reached(first);
    const second = await boxes.put('a', 2);
    await boxes.reached(second);
    await boxes.reached(await boxes.put('a', 3));
    await boxes.halt();
    const missed = await boxes.put('a', 4);
    await boxes.setCheckpoint(way === 'back' ? first : missed);
    boxes.start(view);
    await boxes.put('a', 5);
    expect(await boxes.stopped()).toBeInstanceOf(ContinuityBroken);
    await rebuildAll(view);
    boxes.start(view);
    await boxes.reached(await boxes.put('a', 6));
    expect((await boxes.shown(view, 'a')).result).toEqual({ a: [1, 2, 3, 4, 5, 6] });
    expect((await comparison(view)).differences).toEqual([]);
  });

  it('beyond the end of the log stops it at its start, until what it shows is forgotten', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    await boxes.reached(await boxes.put('a', 1));
    await boxes.halt();
    await boxes.setCheckpoint((await store.end()) + 1_000_000);
    boxes.start(view);
    expect(await boxes.stopped()).toBeInstanceOf(CheckpointAstray);
    const end = await store.end();
    await whileHolding(db, 'test', 'somebody', new AbortController().signal, (held) => held.forget(end));
    boxes.start(view);
    await boxes.reached(await boxes.put('a', 2));
    expect((await boxes.shown(view, 'a')).result).toEqual({ a: [1, 2] });
    expect((await comparison(view)).differences).toEqual([]);
  });
});

describe('a collection that somebody dropped', () => {
  it('is found by looking at a sample, and put right by a rebuild', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    const end = await boxes.put('a', 1);
    await boxes.reached(end);
    const { collection } = (await readCheckpoint(db, 'test'))!.active.boxes!;
    await db.dropCollection(collection);
    expect((await auditSample(db, store, 'test', [continuity, view], 50)).differences).toMatchObject([
      { view: 'boxes', shown: null, folded: `collection ${collection}` },
    ]);
    const { built } = await rebuild(db, store, [view], end);
    await putBeside(db, built[0]!);
    await boxes.shows(built[0]!.collection);
    expect((await comparison(view)).differences).toEqual([]);
  });
});
