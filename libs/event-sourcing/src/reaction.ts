import type { Db } from 'mongodb';
import type { Position, Recorded } from './event.js';
import type { EventStore } from './event-store.js';
import { whileHolding } from './lease.js';
import { follow } from './subscription.js';

export interface ReactionSettings {
  readonly db: Db;
  readonly store: EventStore;
  /** Name of the checkpoint. */
  readonly name: string;
  readonly owner: string;
  /** Does what events of a batch ask for on other streams; it may be called again for the same events. */
  react(events: readonly Recorded[]): Promise<void>;
  /** Told after each batch. */
  readonly onBatch?: (position: Position) => void;
}

const BATCH = 500;

/** Lets events of one stream ask for commands on others: in log order, at least once, by one process at a time. */
export async function react(settings: ReactionSettings, signal: AbortSignal): Promise<void> {
  const { db, store, name, owner } = settings;
  await whileHolding(db, name, owner, signal, async (held) => {
    for await (const events of follow(store, held.position, BATCH, signal)) {
      if (events.length > 0) {
        await settings.react(events);
        await held.advance(events.at(-1)!.position);
      }
      settings.onBatch?.(held.position);
    }
  });
}
