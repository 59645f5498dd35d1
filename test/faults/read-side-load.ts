import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type EventStore, NO_STREAM, SYSTEM } from '#libs/event-sourcing';
import type { ProjectEvent } from '#libs/domain';
import { patiently } from '../../apps/cli/src/import/patiently.js';

const PATIENCE = 60_000;
/** Each history is recorded a few days after the one before, so that months end in every round. */
const DAYS = 3;
const DAY_MILLISECONDS = 86_400_000;

/** Appends histories, each to a project of its own, in appends of one to five events, until told to end. */
export async function appendHistories(
  store: EventStore,
  histories: readonly (readonly ProjectEvent[])[],
  random: () => number,
  ended: () => boolean,
): Promise<number> {
  const began = Date.now();
  let appended = 0;
  for (let n = 0; !ended(); n++) {
    const stream = `project-${randomUUID()}`;
    const recordedAt = new Date(began + n * DAYS * DAY_MILLISECONDS).toISOString();
    const left = [...histories[n % histories.length]!];
    for (let revision = NO_STREAM; left.length > 0 && !ended();) {
      const commandId = randomUUID();
      const metadata = { actor: SYSTEM, recordedAt, commandId, bodyHash: '', $correlationId: '', $causationId: '' };
      const events = left
        .splice(0, 1 + Math.floor(random() * 5))
        .map((event) => ({ id: randomUUID(), event, metadata }));
      const at = revision;
      revision = (await patiently(PATIENCE, () => store.append(stream, at, events))).revision;
      appended += events.length;
      await pause(random() * 20);
    }
  }
  return appended;
}
