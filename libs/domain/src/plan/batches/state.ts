import { type Folds, GrowingMap } from '#libs/event-sourcing/pure';
import type { DraftState } from '../draft/state.js';
import type { BatchEvent, Result } from './events.js';

export const FOLDS: Folds<DraftState, BatchEvent> = {
  BatchApplied: ({ entries }, { data: { version, declared, results } }) => ({
    version,
    declared,
    entries: withResults(entries, results),
  }),
};

/** The plan's lines after a batch. */
export function withResults(entries: DraftState['entries'], results: readonly Result[]): DraftState['entries'] {
  const after = new Map(entries);
  for (const { project, entry } of results)
    if (entry === null) after.delete(project);
    else after.set(project, entry);
  return new GrowingMap(after);
}
