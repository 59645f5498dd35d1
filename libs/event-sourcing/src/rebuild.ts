import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import type { EventStore } from './event-store.js';
import type { Position } from './event.js';
import { MemoryDocuments } from './memory-documents.js';
import type { StoredDocument } from './mongo-documents.js';
import type { AnyView } from './view.js';

/** A view built beside the live one, ready to be taken over by the projector. */
export interface Rebuilt {
  /** Name of the collection, one of its own for each attempt. */
  readonly collection: string;
  readonly view: string;
  readonly version: number;
  readonly position: Position;
  readonly events: number;
  readonly documents: number;
}

const INSERT = 1_000;

/** Folds a view from the first event up to a position into a new collection, in memory and in bulk. */
export async function rebuild(
  db: Db,
  store: EventStore,
  view: AnyView,
  upTo: Position,
  onProgress: (position: Position, events: number) => void = () => undefined,
): Promise<Rebuilt> {
  const memory = new MemoryDocuments([view]);
  let events = 0;
  for await (const event of store.readAll()) {
    if (event.position > upTo) break;
    memory.apply(event);
    if (++events % 10_000 === 0) onProgress(event.position, events);
  }
  const name = `${view.name}-v${view.version}-${randomUUID().slice(0, 8)}`;
  const documents = memory.all(view);
  const collection = await prepareCollection(db, view, name);
  let batch: StoredDocument[] = [];
  for (const [key, state] of documents) {
    batch.push({ _id: key, position: Math.max(memory.position, 0), state, before: null });
    if (batch.length === INSERT) await collection.insertMany(batch.splice(0), { ordered: false });
  }
  if (batch.length > 0) await collection.insertMany(batch, { ordered: false });
  batch = [];
  return {
    collection: name,
    view: view.name,
    version: view.version,
    position: upTo,
    events,
    documents: documents.size,
  };
}

export async function prepareCollection(db: Db, view: AnyView, name: string) {
  const collection = db.collection<StoredDocument>(name);
  for (const index of [{ position: 1 } as const, ...(view.indexes ?? [])]) await collection.createIndex({ ...index });
  return collection;
}

const rebuildsOf = (db: Db) => db.collection<Rebuilt & { _id: string }>('rebuilds');

/** Hands a rebuilt view to whoever keeps the live one. */
export async function offerRebuild(db: Db, rebuilt: Rebuilt): Promise<void> {
  await rebuildsOf(db).insertOne({ _id: rebuilt.collection, ...rebuilt });
}

export async function readyRebuilds(db: Db): Promise<Rebuilt[]> {
  return rebuildsOf(db).find({}).toArray();
}

export async function forgetRebuild(db: Db, rebuilt: Rebuilt): Promise<void> {
  await rebuildsOf(db).deleteOne({ _id: rebuilt.collection });
}
