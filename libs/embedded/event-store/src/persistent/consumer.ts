import { withStructuredIds } from '../read/present.js';
import type { Outlet } from '../service/outlet.js';
import { type Item, withRetryCount } from './item.js';
import { Throughput } from './throughput.js';

/** Who is connected, for the group's information. */
export interface Identity {
  from: string;
  username: string;
  connectionName: string;
}

/** One connection that takes events of a group, at most `slots` unanswered at a time. */
export class Consumer {
  /** Sent and not answered, by id. */
  readonly inFlight = new Map<string, { item: Item; sent: number }>();
  readonly throughput = new Throughput();
  private blocked = false;

  constructor(
    readonly identity: Identity,
    readonly slots: number,
    private readonly structuredIds: boolean,
    private readonly out: Outlet,
    /** Ends the call with an error. */
    readonly drop: (error: Error) => void,
    /** Called when the consumer can take events again. */
    private readonly onReady: () => void,
  ) {}

  get hasRoom(): boolean {
    return !this.blocked && this.inFlight.size < this.slots && !this.out.signal.aborted;
  }

  send(item: Item): void {
    const message = this.structuredIds ? withStructuredIds(item.message) : item.message;
    this.inFlight.set(item.id, { item, sent: performance.now() });
    this.throughput.count();
    const full = this.out.send(withRetryCount(message, item.retryCount));
    if (!full) return;
    this.blocked = true;
    void full.then(() => {
      this.blocked = false;
      this.onReady();
    });
  }

  /** Frees the slot of an event, however it was answered. */
  release(id: string): void {
    const sent = this.inFlight.get(id)?.sent;
    if (sent === undefined) return;
    this.inFlight.delete(id);
    this.throughput.measure(performance.now() - sent);
  }
}
