import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { nestLog, openRuntime, readConfig } from '#libs/platform';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { followedClock } from './deadlines-clock.js';

/** The worker as it is, on a clock that somebody else moves. */
const config = readConfig(process.env, { startsServers: false });
const runtime = openRuntime(config, 'worker', followedClock(process.env.CLOCK!));
const app = await NestFactory.createApplicationContext(WorkerModule.with(runtime), {
  logger: nestLog(runtime.log),
  abortOnError: false,
});
app.enableShutdownHooks();
