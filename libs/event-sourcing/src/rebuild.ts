import { randomUUID } from 'node:crypto';
import type { Collection, Db, OptionalUnlessRequiredId } from 'mongodb';
import type { Checkpoint } from './checkpoint.js';
import type { EventStore } from './event-store.js';
import type { Position } from './event.js';
import { MemoryDocuments } from './memory-documents.js';
import {
  monthAfter,
  type MonthEnd,
  type MonthState,
  monthStatesOf,
  MonthStatesInMemory,
  prepareMonths,
} from './months.js';
import type { Parked } from './parked.js';
import type { AnyView, StoredDocument } from './view.js';

/** Documents of one version of a view beside the live ones: built anew, or kept from before a newer version. */
export interface Beside {
  /** Name of the collection, one of its own for each attempt. */
  readonly collection: string;
  readonly view: string;
  readonly version: number;
  /** Up to where the documents follow the log. */
  readonly position: Position;
  readonly parked: readonly Parked[];
  /** Built anew to be shown, or retired: shown again only by an earlier release that asks for its version. */
  readonly retired: boolean;
}

export interface Rebuilt {
  readonly documents: MemoryDocuments;
  readonly events: number;
  readonly built: readonly Beside[];
  /** Where months ended in the log up to there, as the states of monthly views are kept for. */
  readonly monthEnds: readonly MonthEnd[];
}

const INSERT = 1_000;
const PROGRESS_EVENTS = 10_000;

/**
 * Folds views from the first event up to a position into new collections: one pass over the log, the documents in
 * memory and in bulk. States of past months, of which there are many more, are written as the pass goes on.
 */
export async function rebuild(
  db: Db,
  store: EventStore,
  views: readonly AnyView[],
  upTo: Position,
  onProgress: (position: Position, events: number) => void = () => undefined,
): Promise<Rebuilt> {
  const names = new Map(views.map((view) => [view, `${view.name}-v${view.version}-${randomUUID().slice(0, 8)}`]));
  try {
    return await built(db, store, names, upTo, onProgress);
  } catch (error) {
    // Whoever begins again begins with collections of their own.
    for (const [{ monthly }, name] of names)
      if (monthly)
        await monthStatesOf(db, name)
          .drop()
          .catch(() => undefined);
    throw error;
  }
}

async function built(
  db: Db,
  store: EventStore,
  names: ReadonlyMap<AnyView, string>,
  upTo: Position,
  onProgress: (position: Position, events: number) => void,
): Promise<Rebuilt> {
  const documents = new MemoryDocuments([...names.keys()]);
  const monthly = new Map<AnyView, MonthStatesInMemory>();
  for (const [view, name] of names) {
    if (!view.monthly) continue;
    await prepareMonths(db, view, name);
    monthly.set(view, new MonthStatesInMemory());
  }
  const insertMonths = async (statesIn: (states: MonthStatesInMemory) => MonthState[]) => {
    for (const [view, states] of monthly) await insertAll(monthStatesOf(db, names.get(view)!), statesIn(states));
  };
  let inserting = Promise.resolve();
  const monthEnds: MonthEnd[] = [];
  let month = '';
  let events = 0;
  for await (const event of store.readAll()) {
    if (event.position > upTo) break;
    const next = monthAfter(month, event.metadata);
    if (next !== month) {
      for (const [view, states] of monthly)
        states.keep(
          next,
          (key) => documents.stateOf(view, key),
          (key) => documents.contributionsOf(view, key) ?? [],
        );
      monthEnds.push({ at: next, position: documents.position });
      month = next;
      // While the database takes what one month closed the next one is folded, and no more of it is held than that.
      await inserting;
      inserting = insertMonths((states) => states.takeClosed());
      // It fails where it is waited for.
      inserting.catch(() => undefined);
    }
    documents.apply(event, (view, key) => monthly.get(view)?.touch(key));
    if (++events % PROGRESS_EVENTS === 0) onProgress(event.position, events);
  }
  await inserting;
  await insertMonths((states) => states.open());
  const beside: Beside[] = [];
  for (const [view, name] of names) beside.push(await stored(db, view, name, documents, upTo));
  return { documents, events, built: beside, monthEnds };
}

async function stored(
  db: Db,
  view: AnyView,
  name: string,
  documents: MemoryDocuments,
  upTo: Position,
): Promise<Beside> {
  const collection = db.collection<StoredDocument>(name);
  for (const index of [{ position: 1 } as const, ...(view.indexes ?? [])]) await collection.createIndex({ ...index });
  const position = Math.max(documents.position, 0);
  const all = [...documents.all(view)].map(([_id, state]) => ({ _id, position, state, before: null }));
  await insertAll(collection, all);
  return {
    ...{ collection: name, view: view.name, version: view.version, position: upTo, retired: false },
    parked: documents.parked(view),
  };
}

async function insertAll<T extends { _id: string }>(collection: Collection<T>, documents: T[]): Promise<void> {
  for (let from = 0; from < documents.length; from += INSERT)
    await collection.insertMany(documents.slice(from, from + INSERT) as OptionalUnlessRequiredId<T>[], {
      ordered: false,
    });
}

const besideOf = (db: Db) => db.collection<Beside & { _id: string }>('beside');

/** Hands a collection to whoever keeps the live views, or keeps a retired one in mind. */
export async function putBeside(db: Db, beside: Beside): Promise<void> {
  await besideOf(db).replaceOne({ _id: beside.collection }, beside, { upsert: true });
}

export const listBeside = (db: Db): Promise<Beside[]> => besideOf(db).find({}).toArray();

export async function forgetBeside(db: Db, { collection }: Beside): Promise<void> {
  await besideOf(db).deleteOne({ _id: collection });
}

/** Drops the documents of retired versions, after which going back to an earlier release builds its views anew. */
export async function dropRetired(db: Db, shown: Checkpoint['active']): Promise<string[]> {
  const isShown = (collection: string) => Object.values(shown).some((active) => active.collection === collection);
  const retired = (await listBeside(db)).filter((each) => each.retired && !isShown(each.collection));
  for (const each of retired) {
    await forgetBeside(db, each);
    await db.dropCollection(each.collection);
    await monthStatesOf(db, each.collection).drop();
  }
  return retired.map(({ collection }) => collection);
}
