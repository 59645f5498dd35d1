import { type DynamicModule, Inject, Injectable, Module } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import {
  BEFORE_ALL,
  type Parked,
  type Position,
  project,
  keepRunning,
  type Running,
  waitingIn,
} from '#libs/event-sourcing';
import { HealthModule, metrics, projectorAtWork, type Runtime, RUNTIME } from '#libs/platform';
import { PROJECTION, VIEWS } from '#libs/read-models';
import { SelfAudit } from './self-audit.js';

const projected = new Counter({
  name: 'taizhang_projected_events_total',
  help: 'Events folded into the views',
  registers: [metrics],
});
const position = new Gauge({
  name: 'taizhang_projected_position',
  help: 'Position at which the views stand',
  registers: [metrics],
});
const waiting = new Gauge({
  name: 'taizhang_view_waiting_events',
  help: 'Events that documents of a view could not follow',
  labelNames: ['view'],
  registers: [metrics],
});
const building = new Gauge({
  name: 'taizhang_building_position',
  help: 'Position up to which views of this release have been built before they are shown',
  registers: [metrics],
});

/** One ordered subscription keeps every view; whatever stops it is said aloud, and it takes the batch up again. */
@Injectable()
export class Projector {
  /** Where the views stand, as far as this process moved them. */
  position: Position = BEFORE_ALL;
  private running: Running | undefined;

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  onApplicationBootstrap(): void {
    const { db, store, owner, log } = this.runtime;
    const onBatch = (events: number, at: number, parked: readonly Parked[]): void => {
      projected.inc(events);
      position.set(at);
      for (const { name: view } of VIEWS) waiting.set({ view }, waitingIn(parked.filter((each) => each.view === view)));
      this.position = at;
    };
    const onBuilding = (at: number): void => building.set(at);
    this.running = keepRunning(
      (signal) => project({ db, store, name: PROJECTION, views: VIEWS, owner, onBatch, onBuilding }, signal),
      (reason, err) => {
        if (reason === 'LEASE_LOST') log.warn('another projector took over');
        else log.error({ err }, 'projector stopped');
      },
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.stop();
  }
}

@Module({})
export class ProjectorModule {
  static with(runtime: Runtime): DynamicModule {
    const audit = new SelfAudit(runtime);
    return {
      module: ProjectorModule,
      imports: [HealthModule.with(runtime, { projector: projectorAtWork(), views: audit.check })],
      providers: [Projector, { provide: RUNTIME, useValue: runtime }, { provide: SelfAudit, useValue: audit }],
    };
  }
}
