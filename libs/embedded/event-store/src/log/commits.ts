import type { Log } from './log.js';

type Wake = () => void;

/** Wakes whoever waits for new committed records: of the whole log, or of one stream. */
export class Commits {
  private all = new Set<Wake>();
  private readonly streams = new Map<string, Set<Wake>>();

  constructor(private readonly log: Log) {}

  wakeAll(): void {
    const waiting = this.all;
    this.all = new Set();
    for (const wake of waiting) wake();
  }

  wakeStream(name: string): void {
    const waiting = this.streams.get(name);
    if (!waiting) return;
    this.streams.delete(name);
    for (const wake of waiting) wake();
  }

  /** Resolves when a record at or behind the ordinal is committed, or when the signal aborts. */
  async beyond(ordinal: number, signal: AbortSignal): Promise<void> {
    while (this.log.committed <= ordinal && !signal.aborted) await this.wait(this.all, signal);
  }

  /** Resolves at the next commit to the stream, or when the signal aborts. */
  async ofStream(name: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    let waiting = this.streams.get(name);
    if (!waiting) this.streams.set(name, (waiting = new Set()));
    await this.wait(waiting, signal);
    if (waiting.size === 0 && this.streams.get(name) === waiting) this.streams.delete(name);
  }

  private wait(waiting: Set<Wake>, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        signal.removeEventListener('abort', wake);
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
