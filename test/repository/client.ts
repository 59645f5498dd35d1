import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapi, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import type { Runtime, TokenVerifier } from '#libs/platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { openApiOf } from '../../apps/api/src/create-api.js';
import { repository } from './generated-docs-place.js';

/** The types of the client, from the description of the interface; `--check` only says whether they are stale. */
const FILE = join(repository, 'clients/typescript/src/interface.ts');
const NOTE =
  '/** Printed from the description of the interface by `npm run contract`; `npm run check` fails when it is stale. */';

// A preview makes nothing of what it describes, so that no server is needed.
const nothing = {} as unknown as Runtime & TokenVerifier;
const app = await NestFactory.create(ApiModule.with(nothing, nothing), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const types = astToString(await openapi(openApiOf(app) as never));
const settings = await resolveConfig(FILE);
const text = await format(`${NOTE}\n${types}`, { ...settings, parser: 'typescript' });
if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  process.stderr.write('clients/typescript/src/interface.ts is stale: npm run contract\n');
  process.exitCode = 1;
}
