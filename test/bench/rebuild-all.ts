import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { continuity, EventStore, rebuild } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { VIEWS } from '#libs/read-models';
import { type Db, MongoClient } from 'mongodb';
import { numberOf } from '../run-named.js';
import { fillLog } from './rebuild-log.js';
import { bareRead } from './rebuild-one.js';
import { comparison, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'rebuild-all';
const PAIRS = 3;
const AT_ONCE = 1_000;
const RATE_AIM = 10_000;
/** Reporting dates of a project, of which a history of about 100 events comes. */
const DATES = 60;

/**
 * Every view rebuilt in one pass over the log, against a bare read of `$all` by the same client, its JSON parsed, and a
 * bare bulk insert of the same documents.
 */
export async function benchRebuildAll(args: string[]): Promise<boolean> {
  const atLeast = numberOf(args, '--events', 1_000_000);
  const views = [continuity, ...VIEWS];
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  const began = performance.now();
  const events = await fillLog(join(folder, 'event-store'), atLeast, DATES);
  process.stderr.write(`${BENCH}: ${events} events filled in ${Math.round(secondsSince(began))} s\n`);
  const servers = await startServers({ data: folder, given: {} });
  const store = new EventStore(servers.eventStoreUrl);
  const mongo = new MongoClient(servers.mongoUri, { writeConcern: { w: 'majority' }, ignoreUndefined: true });
  try {
    const db = mongo.db('bench');
    const upTo = await store.end();
    let documents: Inserted = new Map();
    const own = async () => {
      const begun = performance.now();
      const rebuilt = await rebuild(db, store, views, upTo);
      const rate = rebuilt.events / secondsSince(begun);
      documents = new Map(views.map((view) => [view.name, [...rebuilt.documents.all(view)]]));
      for (const { collection } of rebuilt.built) await db.collection(collection).drop();
      return rate;
    };
    const bare = async () => {
      const begun = performance.now();
      await bareRead(store['client'], events);
      await insertBare(db, documents);
      return events / secondsSince(begun);
    };
    await own();
    const result = await inTurns(BENCH, PAIRS, own, bare);
    figure(BENCH, 'events of the log', events, 'events');
    figure(
      BENCH,
      'documents',
      [...documents.values()].reduce((sum, each) => sum + each.length, 0),
      'documents',
    );
    figure(BENCH, 'rebuild of all views', result.own, 'events/s', `above ${RATE_AIM}`);
    figure(BENCH, 'bare read and insert', result.other, 'events/s');
    figure(BENCH, 'peak memory', peakMemory(), 'MiB');
    loadOfMachine(BENCH);
    const met = comparison(BENCH, 'rebuild of all views', result.ratio, 'a bare read of $all and a bare insert', 0.5);
    return met && result.own > RATE_AIM;
  } finally {
    await mongo.close();
    await store.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Inserted = ReadonlyMap<string, readonly (readonly [string, object])[]>;

async function insertBare(db: Db, documents: Inserted): Promise<void> {
  for (const [view, all] of documents) {
    const collection = db.collection<{ _id: string }>(`bare-${view}`);
    for (let from = 0; from < all.length; from += AT_ONCE)
      await collection.insertMany(
        all.slice(from, from + AT_ONCE).map(([_id, state]) => ({ _id, position: 0, state, before: null })),
        { ordered: false },
      );
    await collection.drop();
  }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;

const peakMemory = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
