const KEPT = 1000;

/** Counts and times what passes, for the information about groups and connections. */
export class Throughput {
  total = 0;
  private readonly started = performance.now();
  private sinceLast = 0;
  private readonly times: number[] = [];

  count(): void {
    this.total++;
    this.sinceLast++;
  }

  /** Notes how many milliseconds an event took from sending to its answer. */
  measure(milliseconds: number): void {
    if (this.times.length < KEPT) this.times.push(milliseconds);
    else this.times[this.total % KEPT] = milliseconds;
  }

  /** What has passed since this was asked last. */
  takeSinceLast(): number {
    const count = this.sinceLast;
    this.sinceLast = 0;
    return count;
  }

  get perSecond(): number {
    return Math.round((this.total * 1000) / Math.max(1000, performance.now() - this.started));
  }

  /** Times of the newest events in whole milliseconds, under the keys that the real server uses. */
  measurements(): [key: string, value: number][] {
    const sorted = [...this.times].sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    const mean = sorted.reduce((sum, time) => sum + time, 0) / Math.max(1, sorted.length);
    return [
      ['Mean', Math.round(mean)],
      ['Median', at(0.5)],
      ['Fastest', at(0)],
      ...[1, 2, 3, 4, 5].map((n): [string, number] => [`Quintile ${n}`, at(n / 5)]),
      ...[90, 95, 99, 99.5, 99.9].map((n): [string, number] => [`${n}%`, at(n / 100)]),
      ['Highest', at(1)],
    ];
  }
}
