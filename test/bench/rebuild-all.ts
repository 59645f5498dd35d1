import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { continuity, EventStore, rebuild } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { VIEWS } from '#libs/read-models';
import { type Db, type Document, MongoClient } from 'mongodb';
import { numberOf } from '../run-named.js';
import { fillDistrict } from './district-log.js';
import { bareRead } from './rebuild-one.js';
import { comparison, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'rebuild-all';
const AT_ONCE = 1_000;
const RATE_AIM = 10_000;

/**
 * Every view rebuilt in one pass over the log of a district, against a bare read of `$all` by the same client, its JSON
 * parsed, and a bare bulk insert of the same documents, states of past months included.
 */
export async function benchRebuildAll(args: string[]): Promise<boolean> {
  const atLeast = numberOf(args, '--events', 1_000_000);
  const pairs = numberOf(args, '--pairs', 3);
  const views = [continuity, ...VIEWS];
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  const began = performance.now();
  const { events, projects } = await fillDistrict(join(folder, 'event-store'), atLeast);
  const seconds = Math.round(secondsSince(began));
  process.stderr.write(`${BENCH}: ${events} events of ${projects} projects filled in ${seconds} s\n`);
  const servers = await startServers({ data: folder, given: {} });
  const store = new EventStore(servers.eventStoreUrl);
  const mongo = new MongoClient(servers.mongoUri, { writeConcern: { w: 'majority' }, ignoreUndefined: true });
  try {
    const db = mongo.db('bench');
    const upTo = await store.end();
    const first = await rebuild(db, store, views, upTo);
    const stuck = first.built.flatMap(({ parked }) => parked);
    if (first.events !== events || stuck.length > 0) throw new Error(`not all was folded: ${JSON.stringify(stuck)}`);
    const model = await namesOf(db, first.built);
    const own = async () => {
      const begun = performance.now();
      const { built } = await rebuild(db, store, views, upTo);
      const rate = events / secondsSince(begun);
      for (const name of await namesOf(db, built)) await db.dropCollection(name);
      return rate;
    };
    const bare = async () => {
      const begun = performance.now();
      await bareRead(store['client'], events);
      return events / (secondsSince(begun) + (await insertBare(db, model)));
    };
    const result = await inTurns(BENCH, pairs, own, bare);
    const counts = await Promise.all(model.map((name) => db.collection(name).countDocuments()));
    figure(BENCH, 'events of the log', events, 'events');
    figure(
      BENCH,
      'documents',
      counts.reduce((sum, count) => sum + count, 0),
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

/** The collections of views that were built, with those of past months. */
async function namesOf(db: Db, built: readonly { readonly collection: string }[]): Promise<string[]> {
  const there = await db.listCollections({}, { nameOnly: true }).toArray();
  return there.map(({ name }) => name).filter((name) => built.some(({ collection }) => name.startsWith(collection)));
}

/** Inserts copies of these collections; the seconds that it took, without the time to read them. */
async function insertBare(db: Db, model: readonly string[]): Promise<number> {
  let seconds = 0;
  for (const name of model) {
    const copy = db.collection(`bare-${name}`);
    let documents: Document[] = [];
    const insert = async () => {
      const begun = performance.now();
      if (documents.length > 0) await copy.insertMany(documents, { ordered: false });
      seconds += secondsSince(begun);
      documents = [];
    };
    for await (const document of db.collection(name).find().batchSize(AT_ONCE))
      if (documents.push(document) === AT_ONCE) await insert();
    await insert();
    await copy.drop();
  }
  return seconds;
}

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;

const peakMemory = (): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
