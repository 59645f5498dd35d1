import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import type { DomainEvent } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { follow, project, readCheckpoint } from '#libs/event-sourcing';
import { adoptDefaultPolicies, BusModule, consumerConnection, nestLog, openRuntime, readConfig } from '#libs/platform';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { DeadlinesProcessor } from '../../apps/worker/src/deadlines.processor.js';
import { DueWatch } from '../../apps/worker/src/due-watch.js';
import { DEADLINES } from '../../apps/worker/src/queue.js';
import { Sweep } from '../../apps/worker/src/sweep.js';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { raised, registered } from '../../libs/domain/src/project/samples.js';
import { environmentOf } from '../programs.js';
import { numberOf } from '../run-named.js';
import { draftOf } from './rebuild-log.js';
import { below, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'deadlines';
const MOST_DUE = 1_000;
const PAIRS = 7;
const GROWTH_AIM = 1.5;
const MINUTE = 60_000;
const PROJECTS_OF_WRITE = 500;
const VIEW = VIEWS.filter(({ name }) => name === 'deadlines');

/** A tick over many open deadlines against one over a tenth, as many of them due; then all of them due at one instant. */
export async function benchDeadlines(args: string[]): Promise<boolean> {
  const open = numberOf(args, '--open', 100_000);
  const due = numberOf(args, '--due', open);
  const folder = mkdtempSync(join(tmpdir(), 'bench-deadlines-'));
  try {
    const flat = await ticks(folder, open);
    await allAtOnce(join(folder, 'due'), due);
    loadOfMachine(BENCH);
    return flat;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ticks(folder: string, open: number): Promise<boolean> {
  const due = Math.min(MOST_DUE, open / 10);
  const few = await District.with(join(folder, 'few'), open / 10, due);
  const many = await District.with(join(folder, 'many'), open, due);
  try {
    const { own, other, ratio } = await inTurns(
      BENCH,
      PAIRS,
      () => many.tick(),
      () => few.tick(),
    );
    figure(BENCH, `tick at ${open} open`, 1_000 / own, 'ms');
    figure(BENCH, `tick at ${open / 10} open`, 1_000 / other, 'ms');
    return below(BENCH, `tick with ten times as many open, ${due} due in both`, 1 / ratio, 'times', GROWTH_AIM);
  } finally {
    await few.close();
    await many.close();
  }
}

async function allAtOnce(folder: string, due: number): Promise<void> {
  const district = await District.with(folder, due, due, [DeadlinesProcessor]);
  try {
    const { seconds, redisMemory } = await district.recordAll(due);
    figure(BENCH, `recorded of ${due} due at one instant`, due / seconds, 'events/s');
    figure(BENCH, 'most memory of Redis meanwhile', redisMemory, 'MiB');
  } finally {
    await district.close();
  }
}

/** A district whose projects each have one blocker, with what keeps and sweeps its deadlines. */
class District {
  private constructor(
    private readonly servers: Awaited<ReturnType<typeof startServers>>,
    private readonly runtime: ReturnType<typeof openRuntime>,
    private readonly app: Awaited<ReturnType<typeof NestFactory.createApplicationContext>>,
    private readonly redis: Redis,
    private readonly due: number,
  ) {}

  private readonly stopped = new AbortController();
  private following: Promise<void> = Promise.resolve();

  static async with(folder: string, open: number, due: number, recorders: Type[] = []): Promise<District> {
    await fill(join(folder, 'event-store'), open, due);
    const servers = await startServers({ data: folder, given: {} });
    const config = readConfig(environmentOf(servers, { TAIZHANG_DATA: folder }), { startsServers: false });
    const runtime = openRuntime(config, BENCH);
    await adoptDefaultPolicies(runtime.door, runtime.clock);
    const redis = consumerConnection(servers.redisUrl);
    @Module({
      imports: [
        BusModule.with(runtime),
        BullModule.forRoot({ connection: redis }),
        BullModule.registerQueue({ name: DEADLINES, defaultJobOptions: { removeOnComplete: true } }),
      ],
      providers: [Sweep, DueWatch, ...recorders],
    })
    class Sweeping {}
    // The clock's first tick is left to whoever measures it.
    const app = await NestFactory.createApplicationContext(Sweeping, { logger: nestLog(runtime.log) });
    app.get(Sweep).beforeApplicationShutdown();
    const district = new District(servers, runtime, app, redis, due);
    await district.followed();
    return district;
  }

  /** Ticks a second, of one. */
  async tick(): Promise<number> {
    const queue = this.app.get<Queue>(getQueueToken(DEADLINES));
    await queue.obliterate({ force: true });
    const began = performance.now();
    await this.app.get(Sweep).tick();
    const rate = 1_000 / (performance.now() - began);
    const handedOut = await queue.getJobCountByTypes('waiting');
    if (handedOut !== this.due) throw new Error(`${handedOut} streams were handed out of ${this.due}`);
    return rate;
  }

  /** From the tick until the log holds what was due. */
  async recordAll(due: number): Promise<{ seconds: number; redisMemory: number }> {
    const { store } = this.runtime;
    const done = new AbortController();
    let redisMemory = 0;
    const weighing = (async () => {
      while (!done.signal.aborted) {
        const said = /used_memory:(\d+)/.exec(await this.redis.info('memory'))!;
        redisMemory = Math.max(redisMemory, Number(said[1]) / 2 ** 20);
        await pause(200);
      }
    })();
    const from = await store.end();
    const began = performance.now();
    const sweeping = this.app.get(Sweep).tick();
    let escalated = 0;
    for await (const events of follow(store, from, 500, done.signal)) {
      escalated += events.filter(({ type }) => type === 'BlockerEscalated').length;
      if (escalated >= due) break;
    }
    const seconds = (performance.now() - began) / 1_000;
    done.abort();
    await Promise.all([sweeping, weighing]);
    if (escalated > due) throw new Error(`${escalated} escalations of ${due} blockers`);
    return { seconds, redisMemory };
  }

  async close(): Promise<void> {
    this.stopped.abort();
    await this.following;
    await this.app.close();
    this.redis.disconnect();
    await this.runtime.close();
    await this.servers.stop();
  }

  /** The view of the deadlines alone stands at the end of the log, and goes on following. */
  private async followed(): Promise<void> {
    const { db, store, owner } = this.runtime;
    this.following = project({ db, store, name: PROJECTION, views: VIEW, owner }, this.stopped.signal);
    const end = await store.end();
    while (((await readCheckpoint(db, PROJECTION))?.position ?? -1) < end) await pause(50);
  }
}

/** Each project with a blocker, so many of them due a minute ago and the others in a year. */
async function fill(folder: string, open: number, due: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const store = openStore(folder, pino({ level: 'silent' }));
  const now = Date.now();
  const recordedAt = new Date(now - 10 * MINUTE).toISOString();
  const past = new Date(now - MINUTE).toISOString();
  const future = new Date(now + 365 * 24 * 60 * MINUTE).toISOString();
  for (let done = 0; done < open; done += PROJECTS_OF_WRITE) {
    const count = Math.min(PROJECTS_OF_WRITE, open - done);
    const drafts = Array.from({ length: count }, (_, index) => {
      const stream = `project-${randomUUID()}`;
      const clock = { dueAt: done + index < due ? past : future, warnsAt: null, policyVersion: 1 };
      const blocker = { ...raised(), data: { ...raised().data, clock } } as DomainEvent;
      return [draftOf(stream, registered(), recordedAt, true), draftOf(stream, blocker, recordedAt, true)];
    });
    await store.write(drafts.flat()).done;
  }
  await store.close();
}
