import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { type Clock, readCheckpoint, systemClock } from '#libs/event-sourcing';
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
} from '#libs/platform';
import { PROJECTION } from '#libs/read-models';
import { createApi } from '../../api/src/create-api.js';
import { ProjectorModule } from '../../projector/src/projector.module.js';
import { PLAN_REACTION } from '../../worker/src/plan-reaction.js';
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
  const running: INestApplicationContext[] = [];
  const stop = async (): Promise<void> => {
    for (const app of running.splice(0).reverse()) await app.close();
    await runtime.close();
    await servers.stop();
  };
  try {
    const { jwks, issuer, audience } = config.tokens;
    const local = jwks === undefined ? await openLocalIssuer(config.data, audience, runtime.log) : undefined;
    const verifier = local?.verifier ?? tokenVerifier(await keysFrom(jwks!), issuer!, audience);
    await adoptDefaultPolicies(runtime.door, clock);
    const logger = nestLog(runtime.log);
    running.push(
      await NestFactory.createApplicationContext(ProjectorModule.with(runtime), { logger, abortOnError: false }),
    );
    const worker = await NestFactory.createApplicationContext(WorkerModule.with(runtime), {
      logger,
      abortOnError: false,
    });
    running.push(worker);
    const api = await createApi(runtime, verifier);
    running.push(api);
    await api.listen(config.port, config.host);
    return { url: await api.getUrl(), runtime, issuer: local, settle: () => settle(runtime, worker), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const LOOK_MILLISECONDS = 3;

async function settle({ db, store }: Runtime, worker: INestApplicationContext): Promise<void> {
  const queue = worker.get<Queue>(getQueueToken(DEADLINES), { strict: false });
  await viewsReachEnd();
  await worker.get(Sweep).tick();
  while (await busy()) await pause();
  await viewsReachEnd();

  async function busy(): Promise<boolean> {
    const { waiting, active, prioritized, delayed } = await queue.getJobCounts();
    return (waiting ?? 0) + (active ?? 0) + (prioritized ?? 0) + (delayed ?? 0) > 0;
  }

  async function viewsReachEnd(): Promise<void> {
    for (;;) {
      const end = await store.end();
      const checkpoints = await Promise.all([PROJECTION, PLAN_REACTION].map((name) => readCheckpoint(db, name)));
      if (checkpoints.every((checkpoint) => checkpoint && checkpoint.position >= end)) return;
      await pause();
    }
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
