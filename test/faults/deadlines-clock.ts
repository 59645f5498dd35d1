import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '#libs/event-sourcing';

/** Real time between two minutes of the clock. */
const MINUTE_MILLISECONDS = 150;
const LOOK_MILLISECONDS = 40;

/** One clock of several processes: this one owns it, jumps when told to, and lets a minute pass every now and then. */
export class OwnedClock implements Clock {
  private readonly timer = setInterval(() => this.set(this.instant.getTime() + 60_000), MINUTE_MILLISECONDS);

  constructor(
    private readonly file: string,
    private instant: Date,
  ) {
    this.set(instant.getTime());
  }

  now(): Date {
    return this.instant;
  }

  jumpTo(instant: string): void {
    this.set(Date.parse(instant));
  }

  every(): never {
    throw new Error('whoever follows it has the timers');
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private set(milliseconds: number): void {
    this.instant = new Date(milliseconds);
    writeFileSync(`${this.file}.next`, this.instant.toISOString());
    renameSync(`${this.file}.next`, this.file);
  }
}

/** The same clock as another process sees it. */
export function followedClock(file: string): Clock {
  const now = () => new Date(readFileSync(file, 'utf8'));
  return {
    now,
    every(milliseconds, callback) {
      let next = 0;
      let running = false;
      const timer = setInterval(() => {
        const instant = now().getTime();
        if (running || instant < next) return;
        next = instant + milliseconds;
        running = true;
        void callback().finally(() => (running = false));
      }, LOOK_MILLISECONDS);
      return () => clearInterval(timer);
    },
  };
}
