import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { BEFORE_ALL, type Checkpoint, type Position, readCheckpoint } from '#libs/event-sourcing';
import { adoptDefaultPolicies, openRuntime, readConfig } from '#libs/platform';
import { PROJECTION } from '#libs/read-models';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { historiesOf } from '../bench/rebuild-log.js';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';
import { compiled, environmentOf, freePort, keeper } from '../programs.js';
import { compareWithReplay } from './import-ledger.js';
import { MovingPlan } from './import-plan.js';
import { KeptMongo } from './kept-mongo.js';
import { endLeasesOfTheDead, killInTurns } from './read-side-killer.js';
import { appendHistories } from './read-side-load.js';
import { Watcher } from './read-side-watcher.js';
import { playRounds, type Round } from './rounds.js';

const PATIENCE = 60_000;
const LOOK_MILLISECONDS = 50;
/** A round goes on until projectors have ended at so many awaits, or for so long behind the last blow. */
const CRASHES = 6;
const CRASHING_MILLISECONDS = 10_000;
/**
 * In one of so many rounds the frozen holder's lease runs out by itself, in another the views are first built amid it
 * all, in a third the code cannot take some events until it is mended, and in a fourth two releases take the lease from
 * each other.
 */
const TURNS = 5;

/**
 * Kills projectors at their awaits and at random, the database and the event store, and freezes the holder of the
 * lease, all under load: every document is what a replay makes, and no answer was ahead of its stated position.
 */
export async function faultsReadSide(args: string[] = []): Promise<boolean> {
  const crashes = new Map<string, number>();
  const known = join(mkdtempSync(join(tmpdir(), 'faults-read-side-known-')), 'places');
  process.once('exit', () => rmSync(dirname(known), { recursive: true, force: true }));
  const passed = await playRounds('read-side', args, async (round) => {
    const did = await playRound(round, known);
    for (const place of crashesIn(round.folder)) crashes.set(place, (crashes.get(place) ?? 0) + 1);
    return did;
  });
  if (!passed) return false;
  const times = [...crashes.values()].reduce((sum, count) => sum + count, 0);
  console.log(`read-side: ${times} crashes at ${crashes.size} different awaits`);
  for (const [place, count] of [...crashes].sort()) console.log(`  ${count} ${place}`);
  console.log('read-side: every document as replayed, no answer ahead of its position');
  return true;
}

const crashLog = (folder: string): string => join(folder, 'crashes');
const crashesIn = (folder: string): string[] =>
  existsSync(crashLog(folder)) ? readFileSync(crashLog(folder), 'utf8').trimEnd().split('\n') : [];

async function playRound({ number, folder, seed, programs }: Round, known: string): Promise<string> {
  const began = performance.now();
  const [wholly, building, poisoned, releases] = [1, 2, 3, 4].map((turn) => number % TURNS === turn);
  const random = randomFrom(seed);
  const keep = keeper(join(folder, 'programs'), programs);
  const port = await freePort();
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const [main, data] = [compiled('libs/embedded/event-store/src/main.js'), join(folder, 'event-store')];
  const eventStore = keep('event-store', [main, '--port', String(port), '--data', data, '--exit-with-stdin'], {});
  const mongo = await KeptMongo.start(join(folder, 'servers'), eventStoreUrl);
  const servers = { eventStoreUrl, mongoUri: mongo.uri, redisUrl: 'redis://127.0.0.1:1' };
  const runtime = openRuntime(readConfig(environmentOf(servers), { startsServers: false }), 'faults');
  const { door, db, store, clock } = runtime;
  let done = false;
  const ended = () => done;
  try {
    await patiently(PATIENCE, () => adoptDefaultPolicies(door, clock));
    const calm = `${crashLog(folder)}.calm`;
    if (!building) writeFileSync(calm, '');
    const projectors = [1, 2].map((number) => {
      const turns = { OTHER_RELEASE: String(releases && number === 2), POISONED: String(poisoned) };
      const own = { CRASHES: crashLog(folder), KNOWN: known, SEED: String(seed * 10 + number), ...turns };
      return keep(`projector ${number}`, [compiled('test/faults/read-side-projector.js')], environmentOf(servers, own));
    });
    if (!building) {
      await untilFollowed(db, 0);
      rmSync(calm);
      for (const projector of projectors) projector.kill();
    }
    const watcher = new Watcher(db);
    watcher.start();
    const plan = new MovingPlan(String(seed), (envelope) => door.handle(envelope), randomFrom(seed + 1));
    const load = Promise.all([plan.run(ended), appendHistories(store, historiesOf(20, 6), random, ended)]);
    let parked = 0;
    const noticing = endLeasesOfTheDead(db, ended);
    try {
      await Promise.race([killInTurns({ db, projectors, eventStore, mongo }, random, wholly!), load]);
      if (poisoned) {
        // Those that end at once may never come to the poison.
        writeFileSync(calm, '');
        for (const projector of projectors) projector.kill();
        parked = await untilParked(db);
        rmSync(calm);
        writeFileSync(`${crashLog(folder)}.cured`, '');
        for (const projector of projectors) projector.kill();
      }
      const enough = performance.now() + CRASHING_MILLISECONDS;
      while (crashesIn(folder).length < CRASHES && performance.now() < enough) await pause(LOOK_MILLISECONDS);
      // Those at work have a crash ahead of them still.
      writeFileSync(calm, '');
      for (const projector of projectors) projector.kill();
      // What is parked is repaired with the first batch of whoever takes over.
      await until(db, ({ parked }) => parked.length === 0);
    } finally {
      writeFileSync(calm, '');
      done = true;
      await Promise.allSettled([load, noticing]);
    }
    const [, appended] = await load;
    await db.collection('checkpoints').updateMany({}, { $set: { expiresAt: new Date(0) } });
    const end = await patiently(PATIENCE, () => store.end());
    await untilFollowed(db, end);
    const answers = await watcher.stop(store);
    const documents = await compareWithReplay(db, store);
    const kills = programs.map(({ name, kills }) => `${name} ${kills}`).join(', ');
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    return (
      `killed ${kills}, database ${mongo.kills}, ${crashesIn(folder).length} crashes at awaits; ` +
      `${appended} events appended, ${documents} documents, answers at ${answers} positions, ` +
      (poisoned
        ? `${parked} documents and streams parked and repaired, ${watcher.incomplete} answers incomplete, `
        : '') +
      `${watcher.without} looks without one; ${seconds} s`
    );
  } finally {
    done = true;
    await runtime.close();
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await mongo.stop();
  }
}

async function until(db: Db, isReached: (checkpoint: Checkpoint) => boolean): Promise<Checkpoint> {
  const giveUpAt = performance.now() + PATIENCE;
  for (;;) {
    // The database may be on its way up still.
    const checkpoint = await readCheckpoint(db, PROJECTION).catch(() => null);
    if (checkpoint && isReached(checkpoint)) return checkpoint;
    if (performance.now() > giveUpAt) {
      const { position = BEFORE_ALL, parked = [] } = checkpoint ?? {};
      throw new Error(`the views do not come from ${position}, where ${parked.length} are parked, to what is awaited`);
    }
    await pause(LOOK_MILLISECONDS);
  }
}

const untilFollowed = (db: Db, end: Position) => until(db, ({ position }) => position >= end);
/** A document and a stream, of which each view of the poison parks one. */
const untilParked = async (db: Db) =>
  (await until(db, ({ parked }) => new Set(parked.map(({ view }) => view)).size > 1)).parked.length;
