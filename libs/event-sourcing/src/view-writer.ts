import { LRUCache } from 'lru-cache';
import type { Db } from 'mongodb';
import type { Position, Recorded } from './event.js';
import { type Change, fold, type Load } from './fold.js';
import { loadAt, writeChanges } from './mongo-documents.js';
import type { Holds, Parked } from './parked.js';
import type { AnyView, StoredDocument } from './view.js';

/** A view's documents as a batch leaves them, not yet written. */
export interface Folded {
  readonly view: AnyView;
  readonly collection: string;
  readonly changes: readonly Change[];
  readonly parked: readonly Parked[];
}

const DOCUMENTS_AT_HAND = 5_000;

/** Folds batches into stored documents and writes them; what it wrote last is at hand, so that a batch reads only the rest. */
export class ViewWriter {
  private readonly atHand = new LRUCache<string, { position: Position; state: object | null }>({
    max: DOCUMENTS_AT_HAND,
  });

  constructor(private readonly db: Db) {}

  /** From the documents at a position, which no later batch may have been written over. */
  async fold(
    view: AnyView,
    collection: string,
    events: readonly Recorded[],
    from: Position,
    holds: Holds,
    repaired?: ReadonlyMap<string, object | null>,
  ): Promise<Folded> {
    const load = this.loadAtHand(collection, loadAt(this.documentsIn(collection), from));
    const changes = await fold(view, events, load, holds, repaired);
    return { view, collection, changes, parked: holds.list() };
  }

  async write({ collection, changes }: Folded, upTo: Position): Promise<void> {
    // A document that its events leave as it was stands at every later position too: it need not be written.
    const moved = changes.filter(({ before, state }) => state !== (before?.state ?? null));
    await writeChanges(this.documentsIn(collection), moved, upTo);
    const name = (key: string) => `${collection}/${key}`;
    for (const { key, before } of changes) this.atHand.set(name(key), before ?? { position: upTo, state: null });
    for (const { key, state } of moved) this.atHand.set(name(key), { position: upTo, state });
  }

  private documentsIn(collection: string) {
    return this.db.collection<StoredDocument>(collection);
  }

  private loadAtHand(collection: string, load: Load): Load {
    return async (keys) => {
      const found = new Map<string, { position: Position; state: object | null }>();
      const missing: string[] = [];
      for (const key of keys) {
        const document = this.atHand.get(`${collection}/${key}`);
        if (document) found.set(key, document);
        else missing.push(key);
      }
      if (missing.length > 0) for (const [key, document] of await load(missing)) found.set(key, document);
      return found;
    };
  }
}
