import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { type RunningEventStore, startEventStore } from '#libs/embedded/event-store';
import {
  type Documents,
  EventStore,
  knownAt,
  knownBy,
  MemoryDocuments,
  putBeside,
  readCheckpoint,
  rebuild,
  type Sum,
  type View,
} from '#libs/event-sourcing';
import { testServers } from '../servers.js';
import { type Box, Boxes } from './boxes.js';

let client: MongoClient;
let db: Db;
let server: RunningEventStore;
let store: EventStore;
let folder: string;
let boxes: Boxes;

beforeAll(async () => {
  client = new MongoClient((await testServers()).mongoUri, { ignoreUndefined: true, writeConcern: { w: 'majority' } });
}, 300_000);
beforeEach(async () => {
  // A log of its own: what was known at an instant ends at the first event of anybody that was recorded after it.
  folder = mkdtempSync(join(tmpdir(), 'known-at-'));
  server = await startEventStore({ data: folder });
  store = new EventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
  db = client.db(`known-at-${randomUUID()}`);
  boxes = new Boxes(db, store);
});
afterEach(async () => {
  await boxes.halt();
  await store.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  await db.dropDatabase();
});
afterAll(() => client?.close());

describe('what was known at an instant', () => {
  /** Days on which something is put somewhere, in the order of the log; two of them out of order within a month. */
  const TOLD = [
    ['2022-01-30', 'a', 1],
    ['2022-01-31', 'b', 2],
    ['2022-02-01', 'a', 3],
    ['2022-02-20', 'c', 4],
    ['2022-02-19', 'b', 5],
    ['2022-05-02', 'a', 6],
    ['2022-05-03', 'd', 7],
    ['2022-06-01', 'b', 8],
  ] as const;
  const INSTANTS = ['2021-12-31', '2022-01-30', '2022-01-31', '2022-02-10', '2022-02-28', '2022-04-10', '2022-05-02'];
  const instantOf = (day: string) => `${day}T23:59:59.000Z`;

  const tell = async (told: readonly (typeof TOLD)[number][]): Promise<number> => {
    let end = 0;
    for (const [day, box, amount] of told) end = await boxes.put(box, amount, { at: `${day}T08:00:00.000Z` });
    return end;
  };

  /** Boxes, first page and sum, from the views as kept and from a fold of the log's beginning. */
  async function known(view: View<Box>, day: string) {
    const ask = async (documents: Documents) => ({
      boxes: Object.fromEntries(
        await documents.many(
          view,
          ['a', 'b', 'c', 'd'].map((name) => boxes.nameOf(name)),
        ),
      ),
      page: (await documents.page(view, { filter: {}, limit: 3 })).items,
      rest: (await documents.page(view, { filter: {}, limit: 3, after: boxes.nameOf('b') })).items,
      sum: await documents.get(view as unknown as View<Sum>, 'all'),
    });
    const settings = { db, store, projection: 'test', views: [view] };
    const kept = await knownAt(settings, knownBy(instantOf(day)), ask);
    const folded = new MemoryDocuments([view]);
    for await (const event of store.readAll()) {
      if (event.metadata.recordedAt > instantOf(day)) break;
      folded.apply(event);
    }
    return { kept: kept.result, folded: await ask(folded) };
  }

  it('is what a fold of the log up to then gives, whatever month it falls in', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    await boxes.reached(await tell(TOLD));
    for (const day of [...INSTANTS, '2022-06-30']) {
      const { kept, folded } = await known(view, day);
      expect({ day, ...kept }).toEqual({ day, ...folded });
    }
    expect((await known(view, '2022-02-28')).kept.boxes[boxes.nameOf('b')]).toMatchObject({ amounts: [2, 5] });
  });

  it('stays the same after the view was built anew and after it was brought up to date from beside', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    const middle = await tell(TOLD.slice(0, 5));
    await boxes.reached(middle);
    const { built } = await rebuild(db, store, [view], middle);
    await boxes.halt();
    const end = await tell(TOLD.slice(5));
    boxes.start(view);
    await boxes.reached(end);
    await putBeside(db, built[0]!);
    await boxes.shows(built[0]!.collection);
    for (const day of INSTANTS) {
      const { kept, folded } = await known(view, day);
      expect({ day, ...kept }).toEqual({ day, ...folded });
    }
  });

  it('has what was parked while a month ended, once the fix is released', async () => {
    const broken = boxes.view(1, { refuses: 5 });
    boxes.start(broken);
    await boxes.reached(await tell(TOLD));
    expect((await known(boxes.view(1), '2022-05-02')).kept.boxes[boxes.nameOf('b')]).toMatchObject({ amounts: [2] });
    const { active } = (await readCheckpoint(db, 'test'))!;
    await boxes.halt();
    const mended = boxes.view(1);
    boxes.start(mended);
    await boxes.reached(await boxes.put('d', 9, { at: '2022-06-02T08:00:00.000Z' }));
    while ((await readCheckpoint(db, 'test'))!.lacking.length > 0) await new Promise((next) => setTimeout(next, 20));
    expect((await readCheckpoint(db, 'test'))!.active.boxes).not.toEqual(active.boxes);
    for (const day of [...INSTANTS, '2022-06-30']) {
      const { kept, folded } = await known(mended, day);
      expect({ day, ...kept }).toEqual({ day, ...folded });
    }
  });

  it('is kept again where the documents come from a release that kept no months', async () => {
    const view = boxes.view(1);
    boxes.start(view);
    const end = await tell(TOLD);
    await boxes.reached(end);
    await boxes.halt();
    const before = (await readCheckpoint(db, 'test'))!;
    await db.collection('checkpoints').updateOne({}, { $set: { monthEnds: [] } });
    await db.dropCollection(`${before.active.boxes!.collection}-months`);
    boxes.start(view);
    await boxes.reached(await boxes.put('d', 9, { at: '2022-06-02T08:00:00.000Z' }));
    expect((await readCheckpoint(db, 'test'))!.monthEnds).toEqual(before.monthEnds);
    for (const day of INSTANTS) {
      const { kept, folded } = await known(view, day);
      expect({ day, ...kept }).toEqual({ day, ...folded });
    }
  });
});
