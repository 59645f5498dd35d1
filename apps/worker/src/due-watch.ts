import { Gauge } from 'prom-client';
import { metrics } from '#libs/platform';

const oldest = new Gauge({
  name: 'taizhang_oldest_due_seconds',
  help: 'Age of the oldest deadline that the last sweep found due and not yet recorded',
  registers: [metrics],
});

/** So long the same deadline may be found due again and again, on real time. */
const PATIENCE = 180_000;

/** Tells the oldest deadline that is due, and notices where it stays due. */
export class DueWatch {
  private waiting: { readonly deadline: string; readonly since: number } | undefined;
  private stays = false;

  /** What a sweep found first, if anything; `now` on the injected clock, `real` in milliseconds of real time. */
  note(first: { readonly stream: string; readonly nextDueAt: string } | undefined, now: Date, real = Date.now()): void {
    oldest.set(first ? (now.getTime() - Date.parse(first.nextDueAt)) / 1_000 : 0);
    const deadline = first && `${first.stream} at ${first.nextDueAt}`;
    if (deadline !== this.waiting?.deadline) this.waiting = deadline ? { deadline, since: real } : undefined;
    // Only a sweep can tell: what none has looked for since may have been recorded long ago.
    this.stays = this.waiting !== undefined && real - this.waiting.since > PATIENCE;
  }

  /** Throws where what is due stays due: the deadlines view does not follow, or the stream can't record it. */
  requireRecorded(): void {
    if (this.stays) throw new Error(`${this.waiting!.deadline} is due and was not recorded for minutes`);
  }
}
