import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import {
  type AnyView,
  HeldCheckpoint,
  MemoryDocuments,
  type Recorded,
  type StoredDocument,
  type Sum,
} from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';
import { exampleDistrict } from '../../apps/cli/src/demo/district.js';
import { playedInMemory } from '../../apps/cli/src/demo/in-memory.js';
import { exampleYear } from '../../apps/cli/src/demo/year.js';
import { EXAMPLES } from '../../libs/domain/src/project/examples.js';

/** Projects of the example district. */
export const DISTRICT = 328;
const INSERT = 1_000;
/** What the example year has none of, so that their boards are not empty. */
const ADDED = [EXAMPLES.AdoptPreparationPlan.event, EXAMPLES.GrantApproval.event, EXAMPLES.RescheduleMilestone.event];

/** The events of the example year, in the order in which they were recorded. */
export function exampleEvents(): Recorded[] {
  const { streams } = playedInMemory(exampleYear(exampleDistrict()).moments);
  const events = [...streams].flatMap(([stream, { events }]) => {
    const { id, metadata, revision } = events.at(-1) ?? {};
    if (!metadata || !stream.startsWith('project-')) return events;
    const added = ADDED.map((event, index) => ({ ...event, id: `${id}+${index}`, revision: revision! + 1 + index }));
    return [...events, ...added.map((event) => ({ ...event, stream, metadata, position: 0 }) as Recorded)];
  });
  const at = ({ metadata }: Recorded) => metadata.recordedAt;
  const inOrder = events.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
  return inOrder.map((event, position) => ({ ...event, position }));
}

/** Ids of the example district's projects end alike, in documents as in events. */
const PROJECTS = ':projects:';

/** The documents of the example district as all views fold them. */
export function exampleDocuments(views: readonly AnyView[]): MemoryDocuments {
  const documents = new MemoryDocuments(views);
  for (const event of exampleEvents()) documents.apply(event);
  return documents;
}

/**
 * Shows the documents of so many districts alike: each project's as the views fold them, under an id of its own, the
 * summaries so many times as large, and what belongs to no project as it is. `filled` are the views that anybody asks.
 */
export async function showCopies(
  db: Db,
  views: readonly AnyView[],
  filled: ReadonlySet<AnyView>,
  documents: MemoryDocuments,
  copies: number,
): Promise<void> {
  const active: Record<string, { collection: string; version: number }> = {};
  for (const view of views) {
    const name = `${view.name}-${randomUUID().slice(0, 8)}`;
    const collection = db.collection<StoredDocument>(name);
    active[view.name] = { collection: name, version: view.version };
    for (const index of [{ position: 1 } as const, ...(view.indexes ?? [])]) await collection.createIndex({ ...index });
    if (!filled.has(view)) continue;
    let written: Promise<unknown> = Promise.resolve();
    for (const batch of batches(copiesOf(view, documents, copies))) {
      // The next batch is made while the server writes this one.
      await written;
      written = collection.insertMany(batch, { ordered: false });
    }
    await written;
  }
  const held = (await HeldCheckpoint.take(db, PROJECTION, 'bench'))!;
  await held.show(active, []);
  await held.advance(documents.position);
  await held.release();
}

/**
 * Copy by copy, so that neighbours in the order of ids are as different as those of one district; written at positions
 * of all the past, as the documents of a log are.
 */
function* copiesOf(view: AnyView, documents: MemoryDocuments, copies: number): Generator<StoredDocument> {
  let number = 0;
  const shown = (_id: string, state: object) => ({ _id, position: number++ % documents.position, state, before: null });
  const ofProjects: string[][] = [];
  for (const [key, state] of documents.all(view)) {
    const isSum = documents.stateOf(view, key) === null;
    if (!isSum && key.includes(PROJECTS)) ofProjects.push(JSON.stringify([key, state]).split(PROJECTS));
    else yield shown(key, isSum ? timesAsLarge(state as Sum, copies) : state);
  }
  for (let copy = 0; copy < copies; copy++)
    for (const parts of ofProjects) {
      const [key, state] = JSON.parse(parts.join(`${PROJECTS}${copy}-`)) as [string, object];
      yield shown(key, state);
    }
}

function* batches<T>(all: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const each of all) {
    batch.push(each);
    if (batch.length === INSERT) yield batch.splice(0);
  }
  if (batch.length > 0) yield batch;
  batch = [];
}

const timesAsLarge = ({ days }: Sum, times: number): Sum => ({
  days: Object.fromEntries(
    Object.entries(days).map(([day, amounts]) => [
      day,
      Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * times])),
    ]),
  ),
});
