import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { readCheckpoint } from './checkpoint.js';
import { compare, type Comparison, type Difference, differencesOf, shownAt } from './compare.js';
import type { EventStore } from './event-store.js';
import { SumDifferences } from './fold.js';
import { MemoryDocuments } from './memory-documents.js';
import type { AnyView, StoredDocument, Sum } from './view.js';

/**
 * Folds a random sample of each view's documents anew from the log and holds them against what is shown. A collection
 * that was dropped, of which there is no sample, is a difference of its own.
 */
export async function auditSample(
  db: Db,
  store: EventStore,
  projection: string,
  views: readonly AnyView[],
  size: number,
): Promise<Comparison> {
  const checkpoint = await readCheckpoint(db, projection);
  const keys = new Map<AnyView, readonly string[]>();
  const there = new Set((await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const gone: Difference[] = [];
  for (const view of views) {
    const collection = checkpoint?.active[view.name]?.collection;
    if (collection && there.has(collection)) keys.set(view, await sampleOf(db, collection, size));
    else if (collection)
      gone.push({ view: view.name, key: '', field: '', shown: null, folded: `collection ${collection}` });
  }
  const folded = new MemoryDocuments(views, (view, key) => keys.get(view)?.includes(key) ?? false);
  const compared = await compare(db, store, projection, views, folded, keys);
  return { ...compared, differences: [...gone, ...compared.differences] };
}

/** Keys from a random one on; the beginning makes up for what is missing at the end. Summaries are added up instead. */
async function sampleOf(db: Db, name: string, size: number): Promise<string[]> {
  const collection = db.collection<StoredDocument>(name);
  const from = randomUUID();
  const behind = await collection
    .find({ _id: { $gte: from } })
    .sort({ _id: 1 })
    .limit(size)
    .toArray();
  const lacking = size - behind.length;
  const ahead =
    lacking > 0
      ? await collection
          .find({ _id: { $lt: from } })
          .sort({ _id: 1 })
          .limit(lacking)
          .toArray()
      : [];
  return [...behind, ...ahead].filter(({ state }) => !isSum(state)).map(({ _id }) => _id);
}

const TRIES = 5;

/** Adds a view's summaries up again from all its documents at one position; undefined while they move too quickly. */
export async function auditSums(db: Db, projection: string, view: AnyView): Promise<Difference[] | undefined> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const checkpoint = await readCheckpoint(db, projection);
    if (!checkpoint || !view.contributions) return [];
    const shown = await shownAt(db, view, checkpoint);
    if ([...shown.values()].includes(undefined)) continue;
    const added = new SumDifferences();
    const sums = new Map<string, object | null>();
    for (const [key, state] of shown)
      if (isSum(state)) sums.set(key, state);
      else if (state) added.add(view.contributions(state), 1);
    const keys = new Set([...sums.keys(), ...added.touched()]);
    return [...keys].flatMap((key) => {
      const { days } = added.appliedTo(key, { days: {} });
      return differencesOf(view, key, sums.get(key) ?? null, Object.keys(days).length > 0 ? { days } : null);
    });
  }
  return undefined;
}

const isSum = (state: object | null | undefined): state is Sum =>
  !!state && Object.keys(state).length === 1 && 'days' in state;
