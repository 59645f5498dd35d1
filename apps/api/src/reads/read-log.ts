import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { systemClock } from '#libs/event-sourcing';
import { appendReads, type HistoryRead, readsMonthOf, type Runtime, RUNTIME } from '#libs/platform';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';

/** A route that shows history; others do so when they are asked for a past state. */
export const ShowsHistory = () => RouteConfig({ showsHistory: true });

const FLUSH_MILLISECONDS = 1_000;
/** Reads of one append. */
const BATCH = 500;
const MOST_WAITING = 10_000;
/** Of a parameter, which may be as long as an address. */
const LONGEST = 100;
const LAST_TRIES = 5;

/** Records who looked at which history, behind the answers: a kill loses a second of it, a stop nothing. */
@Injectable()
export class ReadLog {
  private readonly waiting: HistoryRead[] = [];
  /** Stays while it is tried again, so that an append whose answer was lost is not written twice. */
  private batch: { readonly id: string; readonly reads: readonly HistoryRead[] } | undefined;
  private stop = (): void => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** Nobody is shown a history while more waits to be recorded than may be lost. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, _reply, done) =>
      this.waiting.length >= MOST_WAITING && showsHistory(request as IdentifiedRequest)
        ? done(new EdgeProblem('READS_UNRECORDED'))
        : done(),
    );
    fastify.addHook('onResponse', (request, reply, done) => {
      this.note(request as IdentifiedRequest, reply);
      done();
    });
  }

  onApplicationBootstrap(): void {
    this.stop = systemClock.every(FLUSH_MILLISECONDS, () => this.flush());
  }

  /** After the last answer went out. */
  async onApplicationShutdown(): Promise<void> {
    this.stop();
    for (let tries = 0; this.waiting.length > 0 && tries < LAST_TRIES; tries++) await this.flush();
    if (this.waiting.length > 0) this.runtime.log.error({ reads: this.waiting }, 'reads could not be recorded');
  }

  /** Never throws: what could not be recorded now is tried again. One after the other. */
  flush(): Promise<void> {
    return (this.running = this.running
      .then(() => this.appendWaiting())
      .catch((error: unknown) => this.runtime.log.warn({ err: error as Error }, 'reads wait to be recorded')));
  }

  private note(request: IdentifiedRequest, { statusCode }: FastifyReply): void {
    // What was not found or not understood showed nothing; what was forbidden was an attempt.
    if (!request.actor || !showsHistory(request) || (statusCode >= 400 && statusCode !== 403)) return;
    const asked = { ...(request.params as Texts), ...(request.query as Texts) };
    const { id, project = request.routeOptions.url!.startsWith('/api/v1/projects/:id') ? id : undefined } = asked;
    this.waiting.push({
      at: this.runtime.clock.now().toISOString(),
      reader: request.actor,
      door: `${request.method} ${request.routeOptions.url}`,
      project: project?.slice(0, LONGEST) ?? null,
      asked: Object.fromEntries(
        Object.entries(asked).flatMap(([name, value]) =>
          UNTOLD.has(name) ? [] : [[name, String(value).slice(0, LONGEST)]],
        ),
      ),
      status: statusCode,
    });
  }

  private async appendWaiting(): Promise<void> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const month = readsMonthOf(next.at);
      const end = this.waiting.findIndex(({ at }, index) => index === BATCH || readsMonthOf(at) !== month);
      this.batch ??= { id: randomUUID(), reads: this.waiting.slice(0, end < 0 ? undefined : end) };
      await appendReads(this.runtime.store, this.batch.reads, this.batch.id);
      this.waiting.splice(0, this.batch.reads.length);
      this.batch = undefined;
    }
  }
}

type Texts = Readonly<Record<string, string | undefined>>;

/** What was searched for may be a name; a cursor and a position say nothing. */
const UNTOLD = new Set(['text', 'cursor', 'after', 'limit']);
const PAST = ['asOf', 'knownAt', 'fromKnownAt', 'from'];

function showsHistory({ method, routeOptions, query }: IdentifiedRequest): boolean {
  if (method !== 'GET' || !routeOptions.url?.startsWith('/api/v1/')) return false;
  const { showsHistory: marked } = routeOptions.config as { showsHistory?: true };
  return marked === true || PAST.some((name) => Object.hasOwn(query as object, name));
}
