import { Gauge } from 'prom-client';
import { type AnyView, auditSample, auditSums, continuity, readCheckpoint } from '#libs/event-sourcing';
import { type Check, metrics, type Runtime } from '#libs/platform';
import { PROJECTION, VIEWS } from '#libs/read-models';

const drift = new Gauge({
  name: 'taizhang_view_drift_fields',
  help: 'Fields that the last look found other than the log says',
  labelNames: ['view'],
  registers: [metrics],
});
const lookedAt = new Gauge({
  name: 'taizhang_view_audited_timestamp_seconds',
  help: 'When the views were last held against the log',
  registers: [metrics],
});

const SAMPLE = 5;
const PAUSE_MILLISECONDS = 60_000;
/** A look at a long log takes long: it is given at most a twentieth of the time. */
const PAUSE_SHARE = 19;

/** Goes on holding a sample of what is shown against the log, and adds one view's summaries up again each time. */
export class SelfAudit {
  /** By view: the collection in which it was found, and in how many fields. */
  private readonly drifted = new Map<string, { collection: string | undefined; fields: number }>();
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(private readonly runtime: Runtime) {}

  onApplicationBootstrap(): void {
    this.lookIn(PAUSE_MILLISECONDS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Tells of drift in readiness; the figures go on being shown, since a rebuild puts them right. */
  readonly check: Check = () => {
    const drift = [...this.drifted].map(([view, { fields }]) => [view, fields] as const);
    return Promise.resolve(drift.length > 0 ? { drift: Object.fromEntries(drift) } : undefined);
  };

  private lookIn(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      const begun = Date.now();
      this.looking = this.look()
        .catch((error: unknown) => this.runtime.log.warn({ err: error as Error }, 'the views could not be audited'))
        .finally(() => this.lookIn(Math.max(PAUSE_MILLISECONDS, PAUSE_SHARE * (Date.now() - begun))));
    }, milliseconds);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const { db, store, log } = this.runtime;
    const summed = pick(VIEWS.filter(({ contributions }) => contributions));
    const { differences } = await auditSample(db, store, PROJECTION, [continuity, ...VIEWS], SAMPLE);
    const sums = await auditSums(db, PROJECTION, summed);
    const active = (await readCheckpoint(db, PROJECTION))?.active ?? {};
    for (const { name: view } of VIEWS) {
      const found = [...differences, ...(sums ?? [])].filter((each) => each.view === view);
      const collection = active[view]?.collection;
      if (found.length > 0) log.error({ view, differences: found.slice(0, SAMPLE) }, 'a view has drifted');
      // A sample that is clean says nothing of what an earlier one found; only a rebuild ends it.
      if (found.length > 0) this.drifted.set(view, { collection, fields: found.length });
      else if (this.drifted.get(view)?.collection !== collection) this.drifted.delete(view);
      drift.set({ view }, this.drifted.get(view)?.fields ?? 0);
    }
    lookedAt.setToCurrentTime();
  }
}

const pick = (views: readonly AnyView[]): AnyView => views[Math.floor(Math.random() * views.length)]!;
