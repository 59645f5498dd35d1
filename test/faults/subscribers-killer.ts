import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { patiently } from '../../apps/cli/src/import/patiently.js';
import type { Program } from '../programs.js';
import type { KeptMongo } from './kept-mongo.js';
import { emptyRedis } from './redis.js';

const PATIENCE = 30_000;

/** What is killed. */
export interface Victims {
  readonly api: Program;
  readonly workers: readonly Program[];
  readonly redis: Program;
  readonly redisPort: number;
  readonly eventStore: Program;
  readonly mongo: KeptMongo;
  readonly db: Db;
  /** A consumer that is ended from outside, beside its own crashes. */
  readonly consumer: Program;
}

/** Each at a random instant in a random order; where `wholly`, leases of a dead worker run out by themselves. */
export async function killAmid(victims: Victims, random: () => number, wholly: boolean): Promise<void> {
  const { api, workers, redis, redisPort, eventStore, mongo, db, consumer } = victims;
  const one = () => workers[Math.floor(random() * workers.length)]!;
  const blows: (() => unknown)[] = [
    () => api.kill(),
    () => api.kill(),
    () => (wholly ? one().kill() : killAll(workers, db, redisPort)),
    () => redis.kill(),
    () => emptyRedis(redisPort),
    () => eventStore.kill(),
    () => mongo.kill(),
    () => consumer.kill(),
  ];
  const order = blows.map((blow) => ({ blow, at: random() })).sort((a, b) => a.at - b.at);
  for (const { blow } of order) {
    await pause(200 + random() * 1_000);
    await blow();
  }
}

/** Somebody notices that all of them are dead, so that a round need not wait for what they held. */
async function killAll(workers: readonly Program[], db: Db, redisPort: number): Promise<void> {
  for (const worker of workers) worker.kill();
  await patiently(PATIENCE, () =>
    db.collection('webhook-lanes').updateMany({}, { $set: { leasedUntil: new Date(0) } }),
  );
  await patiently(PATIENCE, () => db.collection('checkpoints').updateMany({}, { $set: { expiresAt: new Date(0) } }));
  await emptyRedis(redisPort);
}
