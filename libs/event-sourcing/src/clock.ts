/** Each process has one clock, injected; time enters everything else as data. */
export interface Clock {
  now(): Date;
  /** Calls back every so many milliseconds of this clock's time until the returned function is called. */
  every(milliseconds: number, callback: () => Promise<void>): () => void;
}

/** Real time. A callback that is still running is not started again. */
export const systemClock: Clock = {
  now: () => new Date(),
  every(milliseconds, callback) {
    let running = false;
    const timer = setInterval(() => {
      if (running) return;
      running = true;
      void callback().finally(() => (running = false));
    }, milliseconds);
    timer.unref();
    return () => clearInterval(timer);
  },
};

/** A clock that only moves when told, so that a year runs in a minute; it never goes back. */
export class SteppedClock implements Clock {
  private readonly timers = new Set<{ next: number; period: number; callback: () => Promise<void> }>();

  constructor(private instant: Date) {}

  now(): Date {
    return this.instant;
  }

  every(period: number, callback: () => Promise<void>): () => void {
    const timer = { next: this.instant.getTime() + period, period, callback };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** Moves to an instant and calls back once each timer that fell due on the way. */
  async advanceTo(instant: Date): Promise<void> {
    if (instant < this.instant) throw new RangeError(`the clock stands at ${this.instant.toISOString()}`);
    this.instant = instant;
    for (const timer of [...this.timers]) {
      if (timer.next > instant.getTime()) continue;
      timer.next = instant.getTime() + timer.period;
      await timer.callback();
    }
  }
}
