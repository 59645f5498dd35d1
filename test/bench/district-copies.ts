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
export const copyOf = <T>(value: T, copy: number): T =>
  JSON.parse(JSON.stringify(value).replaceAll(PROJECTS, `${PROJECTS}${copy}-`)) as T;

/**
 * Shows the documents of so many districts alike: each project's as the views fold them, under an id of its own, the
 * summaries so many times as large, and what belongs to no project as it is.
 */
export async function showCopies(db: Db, views: readonly AnyView[], copies: number): Promise<void> {
  const documents = new MemoryDocuments(views);
  for (const event of exampleEvents()) documents.apply(event);
  const active: Record<string, { collection: string; version: number }> = {};
  for (const view of views) {
    const name = `${view.name}-${randomUUID().slice(0, 8)}`;
    const collection = db.collection<StoredDocument>(name);
    const batch: StoredDocument[] = [];
    const flush = async () => void (batch.length && (await collection.insertMany(batch.splice(0), { ordered: false })));
    for (const [key, state] of documents.all(view)) {
      const isSum = documents.stateOf(view, key) === null;
      const times = !isSum && key.includes(PROJECTS) ? copies : 1;
      for (let copy = 0; copy < times; copy++) {
        const [_id, own] = times === 1 ? [key, state] : copyOf([key, state] as const, copy);
        const shown = isSum ? timesAsLarge(own as Sum, copies) : own;
        batch.push({ _id, position: documents.position, state: shown, before: null });
        if (batch.length === INSERT) await flush();
      }
    }
    await flush();
    for (const index of [{ position: 1 } as const, ...(view.indexes ?? [])]) await collection.createIndex({ ...index });
    active[view.name] = { collection: name, version: view.version };
  }
  const held = (await HeldCheckpoint.take(db, PROJECTION, 'bench'))!;
  await held.show(active, []);
  await held.advance(documents.position);
  await held.release();
}

const timesAsLarge = ({ days }: Sum, times: number): Sum => ({
  days: Object.fromEntries(
    Object.entries(days).map(([day, amounts]) => [
      day,
      Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * times])),
    ]),
  ),
});
