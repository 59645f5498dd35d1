import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigError, nestLog, openRuntime, readConfig } from '#libs/platform';
import { ProjectorModule } from './projector.module.js';

/** The projector on its own, with health and metrics at its port. */
async function main(): Promise<void> {
  const config = readConfig(process.env, { startsServers: false });
  const runtime = openRuntime(config, 'projector');
  const app = await NestFactory.create<NestFastifyApplication>(ProjectorModule.with(runtime), new FastifyAdapter(), {
    logger: nestLog(runtime.log),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  runtime.log.info({ port: config.port }, 'projector at work');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
