import type { Db } from 'mongodb';
import { changesBetween, plain } from './changes.js';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import type { EventStore } from './event-store.js';
import { BEFORE_ALL, type Position } from './event.js';
import { MemoryDocuments } from './memory-documents.js';
import { cutAt } from './mongo-documents.js';
import type { AnyView, StoredDocument } from './view.js';

/** A field of a shown document that is not what the log says. */
export interface Difference {
  readonly view: string;
  readonly key: string;
  /** JSON Pointer into the document; empty where one of the two does not exist. */
  readonly field: string;
  readonly shown: unknown;
  readonly folded: unknown;
}

export interface Comparison {
  readonly position: Position;
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** Documents that moved on too quickly to be held against anything. */
  readonly missed: number;
}

const ROUNDS = 20;

/**
 * Holds what readers see against a fold of the log, document by document at one position. What the projector is just
 * writing counts with what it was before; what has moved twice is looked at again at a later position.
 * `only` names the documents to look at, all of them otherwise.
 */
export async function compare(
  db: Db,
  store: EventStore,
  projection: string,
  views: readonly AnyView[],
  folded = new MemoryDocuments(views),
  only?: ReadonlyMap<AnyView, readonly string[]>,
): Promise<Comparison> {
  const differences: Difference[] = [];
  let compared = 0;
  let missed = only;
  for (let round = 1; round <= ROUNDS; round++) {
    const checkpoint = await readCheckpoint(db, projection);
    if (!checkpoint) break;
    await advance(folded, store, checkpoint.position);
    const again = new Map<AnyView, string[]>();
    for (const view of missed?.keys() ?? views) {
      const shown = await shownAt(db, view, checkpoint, missed?.get(view));
      const expected = folded.all(view);
      const parked = parkedKeys(checkpoint, folded, view);
      const movedOn: string[] = [];
      for (const key of missed?.get(view) ?? new Set([...shown.keys(), ...expected.keys()])) {
        const state = shown.has(key) ? shown.get(key) : null;
        if (state === undefined) movedOn.push(key);
        else if (++compared && !parked.has(key))
          differences.push(...differencesOf(view, key, state, expected.get(key) ?? null));
      }
      if (movedOn.length > 0) again.set(view, movedOn);
    }
    missed = again;
    if (missed.size === 0) break;
  }
  const left = [...(missed?.values() ?? [])].reduce((count, keys) => count + keys.length, 0);
  return { position: folded.position, compared, differences, missed: left };
}

async function advance(folded: MemoryDocuments, store: EventStore, upTo: Position): Promise<void> {
  if (folded.position >= upTo) return;
  for await (const event of store.readAll(folded.position)) {
    if (event.position > upTo) break;
    folded.apply(event);
  }
}

/** What readers at the checkpoint see: null for what does not exist, undefined for what is no longer known. */
export async function shownAt(db: Db, view: AnyView, { active, position }: Checkpoint, keys?: readonly string[]) {
  const shown = new Map<string, object | null | undefined>();
  const collection = active[view.name]?.collection;
  if (!collection || position === BEFORE_ALL) return shown;
  const filter = keys ? { _id: { $in: [...keys] } } : {};
  for await (const document of db.collection<StoredDocument>(collection).find(filter))
    shown.set(document._id, cutAt(document, position));
  return shown;
}

const parkedKeys = ({ parked }: Checkpoint, folded: MemoryDocuments, view: AnyView): ReadonlySet<string> =>
  new Set([...(parked ?? []), ...folded.parked(view)].filter((each) => each.view === view.name).map(({ key }) => key));

export function differencesOf(view: AnyView, key: string, shown: object | null, folded: object | null): Difference[] {
  return changesBetween(plain(shown), plain(folded)).map(({ field, from, to }) => {
    return { view: view.name, key, field, shown: from, folded: to };
  });
}
