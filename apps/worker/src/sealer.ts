import { Inject, Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { LeaseLost, systemClock } from '#libs/event-sourcing';
import { metrics, type Runtime, RUNTIME, sealLog } from '#libs/platform';

const MINUTE = 60_000;

const sealed = new Gauge({
  name: 'taizhang_sealed_leaves',
  help: 'Events under the last checkpoint of the ledger',
  registers: [metrics],
});

/** Seals what the log has grown by: every minute of real time, whatever the clock of the domain does, and on request. */
@Injectable()
export class Sealer {
  private readonly ending = new AbortController();
  private stop = (): void => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  onApplicationBootstrap(): void {
    this.stop = systemClock.every(MINUTE, () => this.seal());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop();
    this.ending.abort();
    await this.running;
  }

  /** Never throws: what was not sealed is sealed the next time. One after the other within a process. */
  seal(): Promise<void> {
    return (this.running = this.running.then(() => this.sealOnce()));
  }

  private async sealOnce(): Promise<void> {
    try {
      const head = await sealLog(this.runtime, this.ending.signal);
      if (head) sealed.set(head.size);
    } catch (error) {
      if (!(error instanceof LeaseLost)) this.runtime.log.error({ err: error as Error }, 'the log was not sealed');
    }
  }
}
