import type { Collection, Db, Filter } from 'mongodb';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import type { Documents, Page, PageQuery } from './documents.js';
import { BEFORE_ALL, type Position } from './event.js';
import { mergedPage, stateFilter } from './pages.js';
import { waitingIn } from './parked.js';
import { Refusal } from './refusal.js';
import type { Change, Load } from './fold.js';
import type { AnyView, Stored, StoredDocument, View } from './view.js';

/** How often an answer is begun again because the views moved on twice while it was read. */
const TRIES = 50;

/** The document moved on twice since the checkpoint was read: what it was then is gone. */
class CutMissed extends Error {}

/**
 * Answers at one stated position although the projector goes on writing: the checkpoint is read first,
 * a document beyond it counts with what it was before the batch that is under way.
 */
export async function atOnePosition<T>(
  db: Db,
  projection: string,
  answer: (documents: Documents) => Promise<T>,
): Promise<{ position: Position; waiting: number; result: T }> {
  for (let tries = 1; ; tries++) {
    const documents = new MongoDocuments(db, projection, await readCheckpoint(db, projection));
    try {
      const result = await answer(documents);
      return { position: documents.position, waiting: documents.waiting, result };
    } catch (error) {
      if (!(error instanceof CutMissed)) throw error;
      if (tries === TRIES) throw new Refusal('unavailable', 'VIEWS_TOO_BUSY');
    }
  }
}

class MongoDocuments implements Documents {
  private read = 0;
  private readonly asked = new Set<string>();

  constructor(
    private readonly db: Db,
    private readonly projection: string,
    private checkpoint: Checkpoint | null,
  ) {}

  get position(): Position {
    return this.checkpoint?.position ?? BEFORE_ALL;
  }

  get waiting(): number {
    return waitingIn((this.checkpoint?.parked ?? []).filter(({ view }) => this.asked.has(view)));
  }

  async get<S extends object>(view: View<S>, key: string): Promise<S | null> {
    return (await this.many(view, [key])).get(key) ?? null;
  }

  async many<S extends object>(view: View<S>, keys: readonly string[]): Promise<Map<string, S>> {
    const collection = this.collectionOf(view);
    const found = new Map<string, S>();
    if (!collection || keys.length === 0) return found;
    this.read++;
    const filter = keys.length === 1 ? { _id: keys[0]! } : { _id: { $in: [...keys] } };
    for (const document of await collection.find(filter).toArray()) {
      const cut = cutAt(document, this.position);
      if (cut === undefined) throw new CutMissed();
      if (cut !== null) found.set(document._id, cut as S);
    }
    return found;
  }

  async page<S extends object>(view: View<S>, query: PageQuery): Promise<Page<S>> {
    const collection = this.collectionOf(view);
    if (!collection) return { items: [], next: null };
    const begun = this.position;
    const wanted = stateFilter(query);
    const settled = await collection
      .find({ ...wanted, position: { $lte: begun } } as Filter<StoredDocument>)
      .sort({ [`state.${query.order ?? 'sort'}`]: 1 })
      .limit(query.limit)
      .toArray();
    const moved = await this.movedSince(collection, begun);
    this.read++;
    const found = settled.map(({ _id, state }) => [_id, state] as const);
    return mergedPage<S>(found, moved, query);
  }

  /**
   * The documents beyond the position at which the page was begun, as they stood at the position it is answered at.
   * Where even `before` is too new a fresh checkpoint is taken and only this step repeated: what has not moved is
   * the same at both positions.
   */
  private async movedSince(collection: Collection<StoredDocument>, begun: Position) {
    for (let tries = 1; ; tries++) {
      const beyond = await collection.find({ position: { $gt: begun } }).toArray();
      const cuts = beyond.map((document) => [document._id, cutAt(document, this.position)] as const);
      if (cuts.every(([, state]) => state !== undefined)) return cuts as [string, object | null][];
      // What this answer has read before was read at the earlier position: it must begin anew.
      if (this.read > 0 || tries === TRIES) throw new CutMissed();
      this.checkpoint = await readCheckpoint(this.db, this.projection);
    }
  }

  /** Throws VIEW_OF_ANOTHER_RELEASE where the documents shown are not of the version that this code understands. */
  private collectionOf(view: AnyView): Collection<StoredDocument> | undefined {
    if (!this.checkpoint || this.checkpoint.position === BEFORE_ALL) return undefined;
    const active = this.checkpoint.active[view.name];
    if (active?.version !== view.version) throw new Refusal('unavailable', 'VIEW_OF_ANOTHER_RELEASE');
    this.asked.add(view.name);
    return this.db.collection<StoredDocument>(active.collection);
  }
}

/** What a document was at a position; null if it did not exist, undefined if that is no longer known. */
export function cutAt({ position, state, before }: Stored, cut: Position): object | null | undefined {
  if (position <= cut) return state;
  if (before === null) return null;
  return before.position <= cut ? before.state : undefined;
}

/** Loads what a batch builds upon: what it may itself have written already counts with what it was before. */
export const loadAt =
  (collection: Collection<StoredDocument>, cut: Position): Load =>
  async (keys) => {
    const found = new Map<string, { position: Position; state: object | null }>();
    const documents = await collection.find({ _id: { $in: keys } }).toArray();
    for (const { _id, position, state, before } of documents) {
      if (position <= cut) found.set(_id, { position, state });
      else if (before) found.set(_id, before);
    }
    return found;
  };

const BULK = 1_000;

/** Writes each document only over an older one: a repeated or late write of the same batch changes nothing. */
export async function writeChanges(
  collection: Collection<StoredDocument>,
  changes: readonly Change[],
  position: Position,
): Promise<void> {
  for (let from = 0; from < changes.length; from += BULK) {
    const operations = changes.slice(from, from + BULK).map(({ key, before, state }) => ({
      replaceOne: {
        filter: { _id: key, position: { $lt: position } },
        replacement: { position, state, before },
        upsert: true,
      },
    }));
    await collection.bulkWrite(operations, { ordered: false }).catch(ignoreStale);
  }
}

/** 11000 says that the document is there already, from this batch or a later one. */
function ignoreStale(error: unknown): void {
  const { writeErrors, code } = error as { writeErrors?: { code: number }[] | { code: number }; code?: number };
  const codes = writeErrors === undefined ? [code] : [writeErrors].flat().map((each) => each.code);
  if (codes.length === 0 || codes.some((each) => each !== 11000)) throw error;
}
