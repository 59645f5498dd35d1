import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Grant } from '#libs/domain';
import { sealLog } from '#libs/platform';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import { randomFrom } from '../fixtures/nyc-capital-projects.js';
import type { Program } from '../programs.js';
import { numberOf } from '../run-named.js';
import { playRounds, type Round } from './rounds.js';
import { Expected } from './subscribers-expected.js';
import { killAmid } from './subscribers-killer.js';
import { appendProjects } from './subscribers-load.js';
import { GRANTS, openSubscribersWorld, type SubscribersWorld } from './subscribers-world.js';

const EVENTS = 2_500;
/** Events between two crashes of those who crash by themselves, on the average. */
const CRASH_EVERY = 150;
const NEWCOMER_CRASHES = 5;
/** In one of so many rounds one worker of two is killed, and what it held runs out by itself. */
const TURNS = 4;
/** A follower of whom nothing comes for so long, longer than any lease and rest, gets no more. */
const PATIENCE = 90_000;
const LOOK_MILLISECONDS = 200;

/** Who follows from round to round. */
interface Follower {
  readonly name: string;
  readonly grant: Grant;
  readonly count: () => number;
  /** What is not as it should be, in words. */
  readonly wrong: (expected: Expected) => string | undefined;
}

/**
 * Over one log that grows from round to round, with API, workers, Redis, database and event store killed: a consumer that
 * crashes, one whose connections are cut, an address that fails and in each round a newcomer have exactly what their
 * grants let them see, each once, in the order of each project.
 */
export async function faultsSubscribers(args: string[] = []): Promise<boolean> {
  const events = numberOf(args, '--events', EVENTS);
  let world: SubscribersWorld | undefined;
  let expected: Expected | undefined;
  let followers: Follower[] = [];
  let crashing: Program | undefined;
  try {
    const passed = await playRounds('subscribers', args, async (round) => {
      if (!world) {
        world = await openSubscribersWorld(round.runSeed, randomFrom(round.runSeed));
        expected = new Expected(world.runtime.store);
        const consumers = {
          crashing: world.consume('crashing', 'crashing', CRASH_EVERY),
          cut: world.consume('cut', 'cut', 0),
        };
        crashing = consumers.crashing.program;
        followers = [
          consumer('crashing', consumers.crashing.file, GRANTS.crashing),
          consumer('cut', consumers.cut.file, GRANTS.cut),
          endpoint(world),
        ];
      }
      round.programs.push(...world.programs);
      return playRound(round, world, expected!, followers, crashing!, events);
    });
    if (passed)
      console.log(
        `subscribers: ${expected!.count} public events, every follower has exactly its own, each once, in order`,
      );
    return passed;
  } finally {
    await world?.stop();
  }
}

async function playRound(
  { number, seed }: Round,
  world: SubscribersWorld,
  expected: Expected,
  followers: readonly Follower[],
  crashing: Program,
  events: number,
): Promise<string> {
  const began = performance.now();
  const random = randomFrom(seed);
  const { runtime, api, workers, redis, redisPort, eventStore, mongo, door, receiver } = world;
  const before = [...world.programs].map(({ kills }) => kills);
  const newcomer = world.consume(`newcomer-${number}`, 'crashing', (number * events) / NEWCOMER_CRASHES);
  try {
    const victims = { api, workers, redis, redisPort, eventStore, mongo, db: runtime.db, consumer: crashing };
    const [appended] = await Promise.all([
      appendProjects(runtime.store, events, random),
      killAmid(victims, random, number % TURNS === 0),
      // While leaves are counted on, they become the ledger's.
      pause(random() * 8_000).then(() => patiently(PATIENCE, () => sealLog(runtime, new AbortController().signal))),
    ]);
    await expected.add(appended);
    const all = [...followers, consumer(`newcomer-${number}`, newcomer.file, GRANTS.crashing)];
    for (const follower of all) await untilAtRest(follower, expected);
    // What would come twice would come now.
    await pause(500);
    for (const { name, wrong } of all) {
      const found = wrong(expected);
      if (found !== undefined) throw new Error(`${name}: ${found}`);
    }
  } finally {
    await newcomer.program.stop('SIGKILL');
  }
  const kills = before.map((count, at) => ({
    name: world.programs[at]!.name,
    kills: world.programs[at]!.kills - count,
  }));
  const killed = kills.filter((each) => each.kills > 0).map((each) => `${each.name} ${each.kills}`);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  return (
    `killed ${killed.join(', ')}, database ${mongo.kills} in all; ${crashing.starts} starts of the one that crashes, ` +
    `${newcomer.program.starts} of the newcomer, ${door.cuts} cuts, ${receiver.repeated} told again; ` +
    `${expected.count} public events; ${seconds} s`
  );
}

/** One who keeps a file: the very lines, in the order of the log, and so of each project. */
function consumer(name: string, file: string, grant: Grant): Follower {
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);
  return {
    ...{ name, grant, count: () => lines().length },
    wrong: (expected) => {
      const should = expected.seenWith(grant).map(({ leaf, id, project }) => `${leaf} ${id} ${project}`);
      const is = lines();
      const at = should.findIndex((line, index) => line !== is[index]);
      if (at < 0 && is.length === should.length) return undefined;
      return `has ${is.length} of ${should.length}, and at ${at} ${is[at]} instead of ${should[at]}`;
    },
  };
}

/** The address of the webhook: at least once, so it drops by id what it has. */
function endpoint({ receiver }: SubscribersWorld): Follower {
  const grant = GRANTS.hooked;
  return {
    ...{ name: 'endpoint', grant, count: () => receiver.count },
    wrong: (expected) => {
      if (receiver.wrong !== undefined) return receiver.wrong;
      const should = new Map<string, string[]>();
      for (const { id, project } of expected.seenWith(grant)) should.set(project, [...(should.get(project) ?? []), id]);
      for (const project of new Set([...should.keys(), ...receiver.taken.keys()])) {
        const [wanted, taken] = [should.get(project)?.join(), receiver.taken.get(project)?.join()];
        if (wanted !== taken) return `project ${project} was told ${taken}, and not ${wanted}`;
      }
      return undefined;
    },
  };
}

/** Until a follower has as many as it should, or gets no more: what it lacks is told where all of it is looked at. */
async function untilAtRest({ grant, count }: Follower, expected: Expected): Promise<void> {
  const wanted = expected.seenWith(grant).length;
  let [reached, since] = [-1, performance.now()];
  for (let now = count(); now < wanted && performance.now() - since < PATIENCE; now = count()) {
    if (now > reached) [reached, since] = [now, performance.now()];
    await pause(LOOK_MILLISECONDS);
  }
}
