import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { type Clock, systemClock } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import {
  adoptDefaultPolicies,
  type Config,
  keysFrom,
  type LocalIssuer,
  nestLog,
  openLocalIssuer,
  openRuntime,
  type Runtime,
  tokenVerifier,
  withEventStore,
} from '#libs/platform';
import { Leaves } from '#libs/feed';
import { createApi } from '../../api/src/create-api.js';
import { Projector, ProjectorModule } from '../../projector/src/projector.module.js';
import { DueWatch } from '../../worker/src/due-watch.js';
import { Publications } from '../../worker/src/publications.js';
import { Reactions } from '../../worker/src/reactions.js';
import { DEADLINES } from '../../worker/src/queue.js';
import { Sweep } from '../../worker/src/sweep.js';
import { WorkerModule } from '../../worker/src/worker.module.js';

/** The whole product in one process, its servers as children. */
export interface Standalone {
  readonly url: string;
  readonly runtime: Runtime;
  /** Undefined when another issuer's keys were given. */
  readonly issuer: LocalIssuer | undefined;
  /** Hands out at once what is due by now, and waits until worker, reactions and views have nothing left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  readonly config: Config;
  readonly clock?: Clock;
  say(line: string): void;
  /** Told when one of the servers ends by itself. */
  onServerExit(message: string): void;
}

/** Starts servers that have no address set, then api, projector and worker; stops all of it if one fails to start. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { say, clock = systemClock } = options;
  const { eventStoreUrl, mongoUri, redisUrl } = options.config;
  const servers = await startServers({
    data: options.config.data,
    given: {
      ...(eventStoreUrl && { eventStoreUrl }),
      ...(mongoUri && { mongoUri }),
      ...(redisUrl && { redisUrl }),
    },
    say,
    onExit: options.onServerExit,
  });
  const config = { ...options.config, ...servers };
  const runtime = openRuntime(config, 'taizhang', clock);
  // Each part is its own user of the event store, where that is ours.
  const [forProjector, forWorker] = (['projector', 'worker'] as const).map((user) =>
    withEventStore(runtime, servers.eventStoreUsers?.[user] ?? servers.eventStoreUrl),
  ) as [Runtime, Runtime];
  const running: INestApplicationContext[] = [];
  const stop = async (): Promise<void> => {
    for (const app of running.splice(0).reverse()) await app.close();
    await Promise.all([forProjector, forWorker].map((part) => part.close()));
    await runtime.close();
    await servers.stop();
  };
  try {
    const { jwks, issuer, audience } = config.tokens;
    const local = jwks === undefined ? await openLocalIssuer(config.data, audience, runtime.log) : undefined;
    const verifier = local?.verifier ?? tokenVerifier(await keysFrom(jwks!), issuer!, audience);
    await adoptDefaultPolicies(runtime.door, clock);
    const logger = nestLog(runtime.log);
    const nest = { logger, abortOnError: false };
    const projector = await NestFactory.createApplicationContext(ProjectorModule.with(forProjector), nest);
    running.push(projector);
    const worker = await NestFactory.createApplicationContext(WorkerModule.with(forWorker), nest);
    running.push(worker);
    const deadlines = async () => worker.get(DueWatch).requireRecorded();
    const api = await createApi(runtime, verifier, { deadlines });
    running.push(api);
    await api.listen(config.port, config.host);
    return { url: await api.getUrl(), runtime, issuer: local, settle: () => settle(runtime, projector, worker), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const LOOK_MILLISECONDS = 3;

/** Projector and reactions are in this process, so that waiting for them costs the database nothing. */
async function settle({ store }: Runtime, projector: INestApplicationContext, worker: INestApplicationContext) {
  const queue = worker.get<Queue>(getQueueToken(DEADLINES), { strict: false });
  const followers = [projector.get(Projector), worker.get(Reactions), worker.get(Publications), worker.get(Leaves)];
  await caughtUp();
  await worker.get(Sweep).tick();
  while (await busy()) await pause();
  await caughtUp();

  async function busy(): Promise<boolean> {
    const { waiting, active, prioritized, delayed } = await queue.getJobCounts();
    return (waiting ?? 0) + (active ?? 0) + (prioritized ?? 0) + (delayed ?? 0) > 0;
  }

  /** A reaction may have gone on writing meanwhile: the end is asked for again. */
  async function caughtUp(): Promise<void> {
    for (let end = await store.end(); ; end = await store.end()) {
      if (followers.every(({ position }) => position >= end)) return;
      while (followers.some(({ position }) => position < end)) await pause();
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
