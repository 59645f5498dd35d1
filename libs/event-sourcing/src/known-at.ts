import type { EventStore } from './event-store.js';
import { MemoryDocuments } from './memory-documents.js';
import type { AnyView } from './view.js';

/** A replay folds a long log: more than this many at once wait for their turn. */
const REPLAYS_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** The views as they were known at an instant: the log before the first event that was recorded after it. */
export async function knownAt(store: EventStore, views: readonly AnyView[], instant: string): Promise<MemoryDocuments> {
  while (running >= REPLAYS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    const documents = new MemoryDocuments(views);
    for await (const event of store.readAll()) {
      if (event.metadata.recordedAt > instant) break;
      documents.apply(event);
    }
    return documents;
  } finally {
    running--;
    waiting.shift()?.();
  }
}
