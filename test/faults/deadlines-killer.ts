import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from '../programs.js';
import { emptyRedis } from './redis.js';

/** What the faults are done to. */
export interface Victims {
  readonly workers: readonly Program[];
  readonly redis: Program;
  readonly redisPort: number;
  readonly eventStore: Program;
  /** Milliseconds for which the event store is away. */
  readonly outage: number;
}

type Fault = (victims: Victims) => Promise<void>;

/** One for each move of the clock, in turns; the moves themselves jump by days and weeks. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'one worker killed': ({ workers }) => Promise.resolve(void workers[0]!.kill()),
  'both workers killed': ({ workers }) => Promise.resolve(workers.forEach((worker) => void worker.kill())),
  'redis killed': ({ redis }) => Promise.resolve(void redis.kill()),
  flushall: ({ redisPort }) => emptyRedis(redisPort),
  'event store away': outage,
  'redis killed with a worker': ({ redis, workers }) =>
    Promise.resolve([redis, workers[1]!].forEach((program) => void program.kill())),
  'flushall again and again': async ({ redisPort }) => {
    for (let times = 0; times < 5; times++) {
      await emptyRedis(redisPort);
      await pause(60);
    }
  },
  'event store killed': ({ eventStore }) => Promise.resolve(void eventStore.kill()),
  'nothing but two workers': () => Promise.resolve(),
};

async function outage({ eventStore, outage: milliseconds }: Victims): Promise<void> {
  await eventStore.stop('SIGKILL');
  await pause(milliseconds);
  eventStore.start();
}
