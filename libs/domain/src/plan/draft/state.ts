import { type Folds, GrowingMap } from '#libs/event-sourcing/pure';
import type { ControlTotals, PlanEntry } from '../entries.js';
import type { DraftEvent } from './events.js';

export interface DraftState {
  /** Null before it is drafted. */
  readonly year: number | null;
  readonly declared: ControlTotals | null;
  readonly entries: GrowingMap<string, PlanEntry>;
  readonly publishedAt: string | null;
  /** The first month that has not been opened; null before publication and once no more are to come. */
  readonly nextMonth: string | null;
  /** 0 while it is drafted, 1 as it was published, one more with each batch. */
  readonly version: number;
}

export const INITIAL_DRAFT: DraftState = {
  year: null,
  declared: null,
  entries: new GrowingMap(),
  publishedAt: null,
  nextMonth: null,
  version: 0,
};

export const FOLDS: Folds<DraftState, DraftEvent> = {
  PlanDrafted: (_, { data: { year, declared } }) => ({ year, declared }),
  PlanEntryIncluded: ({ entries }, { data: { entry } }) => ({ entries: entries.with(entry.project, entry) }),
  PlanEntryRemoved: ({ entries }, { data: { project } }) => ({ entries: entries.without(project) }),
  PlanPublished: (_, { data, metadata }) => ({
    publishedAt: metadata.recordedAt,
    nextMonth: data.nextOpening?.month ?? null,
    version: 1,
  }),
};
