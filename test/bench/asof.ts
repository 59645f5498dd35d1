import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  atOnePosition,
  BEFORE_ALL,
  type Documents,
  EventStore,
  HeldCheckpoint,
  knownAt,
  knownBy,
  rebuild,
} from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { dashboardOn, listOn, PROJECTION, VIEWS } from '#libs/read-models';
import { MongoClient } from 'mongodb';
import { numberOf } from '../run-named.js';
import { EVENTS_OF_LIFE, fillDistrict } from './district-log.js';
import { comparison, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'asof';
const PAIRS = 5;
const RUNS = 10;
const FEW = 300;
const LIVE_AIM = 1 / 3;
const KNOWN_AIM = 1 / 3;

const [year, month] = [2018, 12];
const DAY = '2018-06-25';
/** After the reports of a month and before its end, so that nearly a whole month is folded. */
const INSTANT = '2018-06-25T02:00:00.000Z';

type Asked = (documents: Documents, day?: string) => Promise<unknown>;

const ASKED: Readonly<Record<string, Asked>> = {
  dashboard: (documents, day) => dashboardOn(documents, year, month, day),
  'list page': (documents, day) =>
    listOn(documents, { list: 'ongoing', year, limit: 50, ...(day !== undefined && { day }) }),
};

/**
 * A dashboard and a list page as of a day against the live ones, and as they were known at an instant against a bare
 * read of the events that this folds, with few projects and with many.
 */
export async function benchAsOf(args: string[]): Promise<boolean> {
  const many = numberOf(args, '--projects', 10_000);
  const met: boolean[] = [];
  for (const projects of [FEW, many]) met.push(...(await measured(projects)));
  return met.every(Boolean);
}

async function measured(wanted: number): Promise<boolean[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-asof-'));
  const { events, projects } = await fillDistrict(join(folder, 'event-store'), wanted * EVENTS_OF_LIFE);
  // Nobody asks for the queue.
  const { MONGODB_URI: mongoUri } = process.env;
  const given = { redisUrl: 'redis://127.0.0.1:1', ...(mongoUri !== undefined && { mongoUri }) };
  const servers = await startServers({ data: folder, given });
  const store = new EventStore(servers.eventStoreUrl);
  const mongo = new MongoClient(servers.mongoUri, { writeConcern: { w: 'majority' }, ignoreUndefined: true });
  const among = `among ${projects}`;
  const name = `bench-${randomUUID()}`;
  try {
    const db = mongo.db(name);
    const views = VIEWS.filter(({ monthly }) => monthly);
    const upTo = await store.end();
    const began = performance.now();
    const { built, monthEnds } = await rebuild(db, store, views, upTo);
    const seconds = Math.round((performance.now() - began) / 1_000);
    process.stderr.write(`${BENCH}: ${events} events of ${projects} projects built in ${seconds} s\n`);
    loadOfMachine(BENCH);
    const held = (await HeldCheckpoint.take(db, PROJECTION, BENCH))!;
    const active = Object.fromEntries(built.map(({ view, collection, version }) => [view, { collection, version }]));
    await held.show(active, []);
    await held.keepMonthEnds(monthEnds);
    await held.advance(upTo);
    await held.release();

    const folded = await foldedSince(store, monthEnds);
    figure(BENCH, `${among}, events folded for what was known`, folded.events, 'events');
    const met: boolean[] = [];
    const settings = { db, store, projection: PROJECTION, views };
    for (const [asked, ask] of Object.entries(ASKED)) {
      const live = rateOf(() => atOnePosition(db, PROJECTION, (documents) => ask(documents)));
      const asOf = rateOf(() => atOnePosition(db, PROJECTION, (documents) => ask(documents, DAY)));
      await live();
      const day = await inTurns(`${BENCH}, ${asked} ${among}`, PAIRS, asOf, live);
      figure(BENCH, `${asked} ${among}, live`, 1_000 / day.other, 'ms');
      figure(BENCH, `${asked} ${among}, as of a day`, 1_000 / day.own, 'ms');
      met.push(comparison(BENCH, `${asked} ${among}, as of a day`, day.ratio, 'the live one', LIVE_AIM));

      const known = rateOf(() => knownAt(settings, knownBy(INSTANT), (documents) => ask(documents)), 1);
      const instant = await inTurns(`${BENCH}, ${asked} ${among}, known`, PAIRS, known, rateOf(folded.read, 1));
      figure(BENCH, `${asked} ${among}, as known at an instant`, 1_000 / instant.own, 'ms');
      const bare = 'a bare read of the events folded';
      met.push(comparison(BENCH, `${asked} ${among}, as known at an instant`, instant.ratio, bare, KNOWN_AIM));
    }
    return met;
  } finally {
    await mongo.db(name).dropDatabase();
    await mongo.close();
    await store.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The events between the month end before the instant and the instant, read without folding them. */
async function foldedSince(store: EventStore, monthEnds: HeldCheckpoint['monthEnds']) {
  const prefix = knownBy(INSTANT);
  const since = monthEnds.findLast((end) => prefix.covers(end))?.position ?? BEFORE_ALL;
  const read = async () => {
    let events = 0;
    for await (const event of store.readAll(since)) {
      if (!prefix.includes(event)) break;
      events++;
    }
    return events;
  };
  return { events: await read(), read };
}

/** How often a second. */
const rateOf =
  (ask: () => Promise<unknown>, runs = RUNS) =>
  async (): Promise<number> => {
    const began = performance.now();
    for (let run = 0; run < runs; run++) await ask();
    return (runs / (performance.now() - began)) * 1_000;
  };
