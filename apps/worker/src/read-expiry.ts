import { Inject, Injectable } from '@nestjs/common';
import { addMonths, dayOf, monthOf } from '#libs/domain';
import { expireReads, type Runtime, RUNTIME } from '#libs/platform';

const MINUTE = 60_000;

/** Says of this month's and the next month's log of reads how long it is kept, before much is in it. */
@Injectable()
export class ReadExpiry {
  private stop = (): void => undefined;
  private saidUpTo = '';

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stop = this.runtime.clock.every(MINUTE, () => this.say());
    await this.say();
  }

  beforeApplicationShutdown(): void {
    this.stop();
  }

  /** Never throws: what could not be said now is said a minute later. */
  private async say(): Promise<void> {
    const today = dayOf(this.runtime.clock.now().toISOString());
    const next = monthOf(addMonths(today, 1));
    if (this.saidUpTo === next) return;
    try {
      for (const month of [monthOf(today), next]) await expireReads(this.runtime.store, month);
      this.saidUpTo = next;
    } catch (error) {
      this.runtime.log.warn({ err: error as Error }, 'how long reads are kept could not be said');
    }
  }
}
