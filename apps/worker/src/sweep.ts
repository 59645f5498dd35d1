import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Queue } from 'bullmq';
import { Counter } from 'prom-client';
import { Ask, metrics, type Runtime, RUNTIME } from '#libs/platform';
import { openDeadlines } from '#libs/read-models';
import { watchCalendar } from './calendar-watch.js';
import { DueWatch } from './due-watch.js';
import { type DeadlineJob, DEADLINES } from './queue.js';

const TICK_MILLISECONDS = 60_000;
/** As many jobs as one call of the queue takes well; their ids are all that is held. */
const PAGE = 5_000;
/** More than a minute's work: what waits there is still due, and handed out a second time it would only wait longer. */
const BACKLOG = 10_000;

const swept = new Counter({
  name: 'taizhang_swept_streams_total',
  help: 'Streams handed to the queue because something may be due in them',
  registers: [metrics],
});

/** Every minute of the clock: what is due by now goes to the queue, whatever happened to the queue before. */
@Injectable()
export class Sweep {
  private stop = (): void => undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(QueryBus) private readonly questions: QueryBus,
    @InjectQueue(DEADLINES) private readonly queue: Queue<DeadlineJob>,
    @Inject(DueWatch) private readonly due: DueWatch,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = this.runtime.clock.every(TICK_MILLISECONDS, () => this.tick());
  }

  beforeApplicationShutdown(): void {
    this.stop();
  }

  /** Never throws: what could not be handed out now is found again at the next tick. */
  async tick(): Promise<void> {
    try {
      await this.handOut();
      await watchCalendar(this.runtime);
    } catch (error) {
      this.runtime.log.warn({ err: error as Error }, 'sweep put off to the next minute');
    }
  }

  private async handOut(): Promise<void> {
    const now = this.runtime.clock.now();
    const minute = Math.floor(now.getTime() / TICK_MILLISECONDS);
    let after: string | undefined;
    do {
      const { result } = await this.questions.execute(
        new Ask({}, (documents) =>
          openDeadlines(documents, { by: now.toISOString(), ...(after !== undefined && { after }), limit: PAGE }),
        ),
      );
      if (after === undefined) {
        this.due.note(result.items[0], now);
        if ((await this.queue.getWaitingCount()) > BACKLOG) return;
      }
      // The same stream twice within a tick is one job.
      await this.queue.addBulk(
        result.items.map(({ stream }) => ({ name: 'due', data: { stream }, opts: { jobId: `${stream}-${minute}` } })),
      );
      swept.inc(result.items.length);
      after = result.next ?? undefined;
    } while (after !== undefined);
  }
}
