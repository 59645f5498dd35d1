import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Histogram } from 'prom-client';
import { eventSchemas } from '#libs/contracts';
import { LARGEST_FILE } from '#libs/files';
import { type Check, metrics, nestLog, type Runtime, type TokenVerifier, traceContext } from '#libs/platform';
import { ApiModule } from './api.module.js';
import { BodyPipe } from './http/body.pipe.js';
import { EdgeProblem, ProblemFilter } from './http/problems.js';
import { ReadLog } from './reads/read-log.js';

/** Largest body of a command, in bytes; files have a door of their own. */
const BODY_LIMIT = 1_048_576;

/** How long requests that were taken may still be answered once the process is told to end. */
const LAST_ANSWERS_MILLISECONDS = 5_000;

const TAKES_FILES = /^\/api\/v1\/imports\//;

const duration = new Histogram({
  name: 'taizhang_http_request_seconds',
  help: 'Time to answer a request',
  labelNames: ['method', 'route', 'status'],
  registers: [metrics],
});

/** The HTTP application, not yet listening; `checks` are those of other parts in the same process. */
export async function createApi(
  runtime: Runtime,
  verifier: TokenVerifier,
  checks: Readonly<Record<string, Check>> = {},
): Promise<NestFastifyApplication> {
  const problems = new ProblemFilter(runtime.log);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    return503OnClosing: true,
    // What the router itself refuses never reaches the filter.
    frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) => problems.answer(error, reply),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(runtime, verifier, checks), adapter, {
    logger: nestLog(runtime.log),
    abortOnError: false,
    // Fastify's own parser reads JSON; the framework's would also take HTML forms, which other sites can send.
    bodyParser: false,
  });
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalFilters(problems);
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  await app.register(multipart);
  // Forms are for files alone: another site's page can send them, and no command takes one.
  fastify.addHook('preParsing', (request, _reply, _payload, done) =>
    /^multipart\//i.test(request.headers['content-type'] ?? '') && !TAKES_FILES.test(request.url)
      ? done(new EdgeProblem('UNSUPPORTED_MEDIA_TYPE'))
      : done(null),
  );
  takeFiles(fastify);
  fastify.addHook('onRequest', (request, _reply, done) => traceContext.run({ traceId: request.id }, done));
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? '', status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1_000);
    done();
  });
  // Whoever follows, or holds a connection on which nothing was asked yet, would keep it open for ever.
  fastify.addHook('preClose', (done) => {
    setTimeout(() => fastify.server.closeAllConnections(), LAST_ANSWERS_MILLISECONDS).unref();
    done();
  });
  app.get(ReadLog).watch(fastify);
  const document = () => openApiOf(app);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  await app.init();
  await fastify.ready();
  return app;
}

/** Bytes go as a stream to the one door that keeps them; every other one reads JSON. */
function takeFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    if (request.routeOptions.url !== '/api/v1/files') return done(new EdgeProblem('UNSUPPORTED_MEDIA_TYPE'));
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) return done(new EdgeProblem('BODY_TOO_LARGE'));
    done(null, payload);
  });
}

/** The description of the interface, OpenAPI 3.1, with the public events among its schemas. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Taizhang 台账')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .addGlobalParameters({ in: 'header', name: 'Idempotency-Key', required: false, schema: { type: 'string' } });
  const document = SwaggerModule.createDocument(app, builder.build());
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, ...eventSchemas() } },
  };
}
