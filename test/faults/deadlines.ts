import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServers } from '#libs/embedded/servers';
import { type CommandDoor, type Envelope, type Recorded, Refusal } from '#libs/event-sourcing';
import { adoptDefaultPolicies, openRuntime, readConfig } from '#libs/platform';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';
import { compiled, environmentOf, freePort, keeper } from '../programs.js';
import { OwnedClock } from './deadlines-clock.js';
import { FAULTS } from './deadlines-killer.js';
import { BEGIN, byStream, MOVES, playOf, type Undisturbed, undisturbed } from './deadlines-play.js';
import { redisOptions, redisServer } from './redis.js';
import { playRounds, type Round } from './rounds.js';

const PATIENCE = 120_000;
const LOOK_MILLISECONDS = 60;
const OUTAGE = 1_500;
const LONG_OUTAGE = 60_000;
/** In one of so many rounds the event store is away for a whole minute. */
const LONG_OUTAGE_EVERY = 10;

/**
 * Two workers on one clock that jumps, while they, Redis and the event store are killed and Redis is emptied, and
 * users' commands race the sweep: each stream ends with the events of an undisturbed run in memory, each once.
 */
export async function faultsDeadlines(args: string[] = []): Promise<boolean> {
  const passed = await playRounds('deadlines', args, playRound);
  if (passed) console.log('deadlines: every stream as in the undisturbed run, every event once');
  return passed;
}

async function playRound({ number, seed, runSeed, folder, programs }: Round): Promise<string> {
  const began = performance.now();
  const all = shuffled(Object.keys(FAULTS), randomFrom(runSeed));
  const order = Array.from({ length: MOVES }, (_, move) => all[((number - 1) * MOVES + move) % all.length]!);
  const outage = number % LONG_OUTAGE_EVERY === 0 ? LONG_OUTAGE : OUTAGE;
  const random = randomFrom(seed);
  const play = playOf(seed, random);
  const expected = await undisturbed(play);
  const keep = keeper(join(folder, 'programs'), programs);
  const [port, redisPort] = [await freePort(), await freePort()];
  const eventStoreUrl = `esdb://127.0.0.1:${port}?tls=false`;
  const data = ['--port', String(port), '--data', join(folder, 'event-store'), '--exit-with-stdin'];
  const eventStore = keep('event-store', [compiled('libs/embedded/event-store/src/main.js'), ...data], {});
  const redis = keep('redis', redisOptions(redisPort, folder), { PATH: process.env.PATH }, await redisServer());
  const redisUrl = `redis://127.0.0.1:${redisPort}`;
  const servers = await startServers({ data: join(folder, 'servers'), given: { eventStoreUrl, redisUrl } });
  const clockFile = join(folder, 'clock');
  const clock = new OwnedClock(clockFile, new Date(BEGIN));
  const environment = environmentOf(servers, { CLOCK: clockFile });
  const runtime = openRuntime(readConfig(environment, { startsServers: false }), 'faults', clock);
  const { door, store } = runtime;
  try {
    await patiently(PATIENCE, () => adoptDefaultPolicies(door, clock));
    keep('projector', [compiled('apps/projector/src/main.js')], environment);
    const worker = compiled('test/faults/deadlines-worker.js');
    const workers = ['worker-1', 'worker-2'].map((name) => keep(name, [worker], environment));
    await sendAll(door, play.setUp);
    await untilThere(door, expected, 0);
    for (const [index, { at, commands }] of play.moves.entries()) {
      const fault = FAULTS[order[index]!]!;
      clock.jumpTo(at);
      const faults = pause(random() * 400).then(() => fault({ workers, redis, redisPort, eventStore, outage }));
      await Promise.all([sendAll(door, commands), faults]);
      await untilThere(door, expected, index + 1);
    }
    // What would come twice would come now.
    await pause(500);
    const events: Recorded[] = [];
    // What outsiders are told follows from the rest, and is held against it elsewhere.
    for await (const event of store.readAll()) if (!event.stream.startsWith('public-')) events.push(event);
    compare(expected, byStream(events));
    const kills = programs.map(({ name, kills }) => `${name} ${kills}`).join(', ');
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    return `${order.join(', ')}: killed ${kills}; ${events.length} events in ${expected.events.size} streams; ${seconds} s`;
  } finally {
    clock.stop();
    await runtime.close();
    await Promise.all(programs.map((program) => program.stop('SIGKILL')));
    await servers.stop();
  }
}

/** What the rules refuse they refused in the undisturbed run as well. */
async function sendAll(door: CommandDoor, commands: readonly Envelope[]): Promise<void> {
  for (const command of commands) {
    try {
      await patiently(PATIENCE, () => door.handle(command));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** Waits until each stream has come as far as it must, with whoever is left to bring it there. */
async function untilThere(door: CommandDoor, { revisions }: Undisturbed, move: number): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE;
  for (const [stream, revision] of revisions[move]!)
    for (;;) {
      const reached = await door.streams.load(stream).then(
        (loaded) => loaded.revision,
        () => -1,
      );
      if (reached >= revision) break;
      if (performance.now() > giveUpAt)
        throw new Error(`after move ${move} ${stream} stands at ${reached} and not at ${revision}`);
      await pause(LOOK_MILLISECONDS);
    }
}

function compare({ events }: Undisturbed, found: ReadonlyMap<string, readonly string[]>): void {
  for (const stream of new Set([...events.keys(), ...found.keys()])) {
    const [should, is] = [events.get(stream) ?? [], found.get(stream) ?? []];
    const at = should.findIndex((event, index) => event !== is[index]);
    if (at >= 0 || is.length !== should.length) {
      const place = at >= 0 ? at : should.length;
      throw new Error(`${stream}: undisturbed ${should[place]}, now ${is[place]}`);
    }
  }
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
