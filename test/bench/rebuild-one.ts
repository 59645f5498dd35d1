import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { EventStore, rebuild } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { VIEWS } from '#libs/read-models';
import { MongoClient } from 'mongodb';
import { numberOf, optionOf } from '../run-named.js';
import { fillLog } from './rebuild-log.js';
import { comparison, figure, inTurns } from './report.js';

const BENCH = 'rebuild-one';
const PAIRS = 3;

/** One view rebuilt from the whole log against a bare read of `$all` by the same client, its JSON parsed. */
export async function benchRebuildOne(args: string[]): Promise<boolean> {
  const atLeast = numberOf(args, '--events', 200_000);
  const name = optionOf(args, '--view') ?? 'list-rows';
  const view = VIEWS.find((each) => each.name === name);
  if (!view) throw new Error(`no view ${name}; there are ${VIEWS.map((each) => each.name).join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-rebuild-'));
  const filling = performance.now();
  const events = await fillLog(join(folder, 'event-store'), atLeast);
  process.stderr.write(`${BENCH}: ${events} events filled in ${seconds(filling).toFixed(1)} s\n`);
  const servers = await startServers({ data: folder, given: {} });
  const store = new EventStore(servers.eventStoreUrl);
  const mongo = new MongoClient(servers.mongoUri);
  try {
    const db = mongo.db('bench');
    const upTo = await store.end();
    const own = async () => {
      const began = performance.now();
      const rebuilt = await rebuild(db, store, [view], upTo);
      const rate = rebuilt.events / seconds(began);
      if (rebuilt.events !== events) throw new Error(`${rebuilt.events} events were folded of ${events}`);
      for (const { collection } of rebuilt.built) await db.collection(collection).drop();
      return rate;
    };
    const result = await inTurns(BENCH, PAIRS, own, () => bareRead(store['client'], events));
    figure(BENCH, 'events of the log', events, 'events');
    figure(BENCH, `rebuild of ${name}`, result.own, 'events/s');
    figure(BENCH, 'bare read', result.other, 'events/s');
    return comparison(BENCH, `rebuild of ${name}`, result.ratio, 'a bare read of $all with its JSON parsed', 0.5);
  } finally {
    await mongo.close();
    await store.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (since: number): number => (performance.now() - since) / 1_000;

export async function bareRead(client: EventStoreDBClient, expected: number): Promise<number> {
  const began = performance.now();
  let events = 0;
  // The client has parsed data and metadata by the time it hands an event over.
  for await (const { event } of client.readAll()) if (event && !event.streamId.startsWith('$') && event.data) events++;
  const rate = events / seconds(began);
  if (events !== expected) throw new Error(`${events} events were read of ${expected}`);
  return rate;
}
