import type { Consumer } from './consumer.js';
import type { Item, Place } from './item.js';

/** A sent event that was not answered yet. */
export interface Outstanding {
  item: Item;
  consumer: Consumer;
  /** When it is sent again, in `performance.now()` time. */
  due: number;
  /** A link to it is being written to the parked stream. */
  parking: boolean;
}

/** What of a group is on its way: read, sent, or waiting to be sent again. */
export class Backlog {
  /** Read and not sent yet. */
  readonly buffer: Item[] = [];
  /** To be sent again, replayed events first, then by their place. */
  readonly retries: Item[] = [];
  readonly outstanding = new Map<string, Outstanding>();
  private waiting: (() => void)[] = [];

  /** Resolves the next time that something may have left. */
  room(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  makeRoom(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** An id that is on its way already is not tracked twice. */
  sent(item: Item, consumer: Consumer, timeout: number): void {
    if (this.outstanding.has(item.id)) return;
    const due = timeout > 0 ? performance.now() + timeout : Infinity;
    this.outstanding.set(item.id, { item, consumer, due, parking: false });
  }

  retry(item: Item): void {
    const order = item.place?.sequence ?? -1;
    const index = this.retries.findIndex((other) => (other.place?.sequence ?? -1) > order);
    this.retries.splice(index < 0 ? this.retries.length : index, 0, item);
  }

  due(now: number): Outstanding[] {
    return [...this.outstanding.values()].filter((entry) => entry.due <= now);
  }

  /** The lowest place of what is not done, undefined if all is. */
  lowest(): Place | undefined {
    let lowest: Place | undefined;
    const look = (item: Item | undefined) => {
      if (item?.place && (!lowest || item.place.sequence < lowest.sequence)) lowest = item.place;
    };
    look(this.buffer[0]);
    for (const item of this.retries) look(item);
    for (const { item } of this.outstanding.values()) look(item);
    return lowest;
  }
}
