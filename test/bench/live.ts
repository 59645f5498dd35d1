import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { startServers } from '#libs/embedded/servers';
import { EventStore, NO_STREAM, readCheckpoint, SYSTEM } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import { compiled, environmentOf, Program } from '../programs.js';
import { numberOf } from '../run-named.js';
import { historiesOf } from './rebuild-log.js';
import { below, figure, loadOfMachine } from './report.js';

const BENCH = 'live';
const LOOK_MILLISECONDS = 2;
const LAG_AIM = 250;
const WRITES_BUDGET = 5;

interface Appended {
  readonly position: number;
  readonly at: number;
}

/** From the append of an event until the views show it, at a steady rate, and how many documents an event writes. */
export async function benchLive(args: string[]): Promise<boolean> {
  const seconds = numberOf(args, '--seconds', 30);
  const rate = numberOf(args, '--rate', 200);
  const folder = mkdtempSync(join(tmpdir(), 'bench-live-'));
  const servers = await startServers({ data: join(folder, 'servers'), given: {} });
  const store = new EventStore(servers.eventStoreUrl);
  const mongo = new MongoClient(servers.mongoUri);
  const log = join(folder, 'projector.log');
  const main = compiled('test/bench/live-projector.js');
  const projector = new Program('projector', [main], environmentOf(servers), log);
  projector.start();
  try {
    const db = mongo.db('taizhang');
    while (((await readCheckpoint(db, PROJECTION))?.active['streams']?.version ?? 0) === 0) await pause(100);
    const lags = await appendAndWait(store, db, rate * seconds, rate);
    await projector.stop();
    const { documents } = JSON.parse(readFileSync(log, 'utf8').trim().split('\n').at(-1)!) as { documents: number };
    const at = (share: number) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))]!;
    figure(BENCH, 'events', lags.length, 'events');
    figure(BENCH, 'lag p50', at(0.5), 'ms');
    const prompt = below(BENCH, 'lag p99', at(0.99), 'ms', LAG_AIM);
    const sparing = below(BENCH, 'documents written for each event', documents / lags.length, '', WRITES_BUDGET);
    loadOfMachine(BENCH);
    return prompt && sparing;
  } finally {
    await projector.stop('SIGKILL');
    await mongo.close();
    await store.close();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from each append until its position was reached, shortest first. */
async function appendAndWait(store: EventStore, db: Db, events: number, rate: number): Promise<number[]> {
  const waiting: Appended[] = [];
  const lags: number[] = [];
  let failure: unknown;
  const fail = (error: unknown) => void (failure = error);
  const appending = append(store, events, rate, (appended) => void waiting.push(appended)).catch(fail);
  while (lags.length < events) {
    if (failure) throw failure as Error;
    const reached = (await readCheckpoint(db, PROJECTION))!.position;
    const now = performance.now();
    for (let index = waiting.length - 1; index >= 0; index--)
      if (waiting[index]!.position <= reached) lags.push(now - waiting.splice(index, 1)[0]!.at);
    await pause(LOOK_MILLISECONDS);
  }
  await appending;
  return lags.sort((a, b) => a - b);
}

/** Histories side by side, one event an append, each at its time whether those before are done or not. */
async function append(store: EventStore, events: number, rate: number, on: (appended: Appended) => void) {
  const sources = historiesOf(50, 15).map((history) => ({ history, stream: '', next: 0, last: Promise.resolve() }));
  const began = performance.now();
  for (let n = 0; n < events; n++) {
    const source = sources[n % sources.length]!;
    if (source.next % source.history.length === 0)
      Object.assign(source, { stream: `project-${randomUUID()}`, next: 0 });
    const { stream, next, history } = source;
    source.next++;
    const commandId = randomUUID();
    const recordedAt = new Date().toISOString();
    const metadata = { actor: SYSTEM, recordedAt, commandId, bodyHash: '', $correlationId: '', $causationId: '' };
    const event = { id: randomUUID(), event: history[next]!, metadata };
    const at = performance.now();
    source.last = source.last.then(async () => {
      const { position } = await store.append(stream, next === 0 ? NO_STREAM : next - 1, [event]);
      on({ position, at });
    });
    await pause(began + ((n + 1) * 1_000) / rate - performance.now());
  }
  await Promise.all(sources.map(({ last }) => last));
}
