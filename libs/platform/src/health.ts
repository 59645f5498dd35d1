import { Controller, Get, Header, Inject, type DynamicModule, Module } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, TerminusModule } from '@nestjs/terminus';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { BEFORE_ALL, readCheckpoint } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import { RUNTIME } from './bus.js';
import type { Runtime } from './runtime.js';

/** Something without which a process cannot do its work; throws with the reason, or answers with what is worth knowing. */
export type Check = (runtime: Runtime) => Promise<Record<string, unknown> | void>;

const CLOCK_TOLERANCE = 2_000;

/** The checks that every process makes. */
const SHARED: Readonly<Record<string, Check>> = {
  eventStore: async ({ store }) => void (await store.end()),
  mongo: async ({ db }) => void (await db.command({ ping: 1 })),
  clock: async ({ db, clock }) => {
    const { localTime } = (await db.admin().command({ hello: 1 })) as { localTime: Date };
    // A stepped clock is meant to differ.
    if (Math.abs(clock.now().getTime() - Date.now()) > 60_000) return;
    const apart = Math.abs(localTime.getTime() - Date.now());
    if (apart > CLOCK_TOLERANCE) throw new Error(`${apart} ms off the database's clock`);
  },
};

const STALLED_MILLISECONDS = 15_000;

/** Somebody keeps the views, and they follow the log; what they hold back is told, but stops nobody. */
export function projectorAtWork(): Check {
  let standing = { position: BEFORE_ALL, since: Date.now() };
  return async ({ db, store }) => {
    const checkpoint = await readCheckpoint(db, PROJECTION);
    const { localTime } = (await db.admin().command({ hello: 1 })) as { localTime: Date };
    if (!checkpoint || checkpoint.expiresAt < localTime) throw new Error('no projector holds the lease');
    const { position, parked = [] } = checkpoint;
    const end = await store.end();
    if (position >= end || position !== standing.position) standing = { position, since: Date.now() };
    if (Date.now() - standing.since > STALLED_MILLISECONDS)
      throw new Error(`the views stand at ${position} while the log goes on to ${end}`);
    return parked.length > 0 ? { incomplete: [...new Set(parked.map(({ view }) => view))] } : undefined;
  };
}

/** One registry for each process, with the runtime's own figures. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

export const CHECKS = Symbol('checks');

@Controller()
export class HealthController {
  private stopping = false;

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(CHECKS) private readonly checks: Readonly<Record<string, Check>>,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  ready() {
    const stopping: Check = () => (this.stopping ? Promise.reject(new Error('stopping')) : Promise.resolve());
    const all = Object.entries({ ...SHARED, ...this.checks, process: stopping });
    return this.health.check(
      all.map(([name, check]) => async () => {
        const indicator = this.indicators.check(name);
        try {
          return indicator.up((await check(this.runtime)) ?? {});
        } catch (error) {
          return indicator.down({ reason: (error as Error).message });
        }
      }),
    );
  }

  @Get('metrics')
  @Header('content-type', metrics.contentType)
  metrics(): Promise<string> {
    return metrics.metrics();
  }

  /** Says first that no more work should come, then lets go. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }
}

@Module({})
export class HealthModule {
  static with(runtime: Runtime, checks: Readonly<Record<string, Check>> = {}): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: CHECKS, useValue: checks },
      ],
    };
  }
}
