import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import type { Program } from '../programs.js';

const PATIENCE = 30_000;

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
  flushall,
  'event store away': outage,
  'redis killed with a worker': ({ redis, workers }) =>
    Promise.resolve([redis, workers[1]!].forEach((program) => void program.kill())),
  'flushall again and again': async (victims) => {
    for (let times = 0; times < 5; times++) {
      await flushall(victims);
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

/** Redis may still be on its way up after the fault before. */
function flushall({ redisPort: port }: Victims): Promise<void> {
  return patiently(PATIENCE, () => flushed(port));
}

async function flushed(port: number): Promise<void> {
  const redis = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}
