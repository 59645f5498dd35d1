import type { DocumentRef } from '../../facts.js';
import type { Event } from '../../shapes.js';
import type { ControlTotals, PlanEntry } from '../entries.js';

/** When the next month is expected to open, under the rules known so far. */
export interface NextOpening {
  readonly month: string;
  readonly opensAt: string;
}

export type DraftEvent =
  /** A year's plan was begun with the totals that it is to reach. */
  | Event<'PlanDrafted', { year: number; declared: ControlTotals }>
  /** A project was taken into the draft, or its line there was replaced. */
  | Event<'PlanEntryIncluded', { year: number; entry: PlanEntry }>
  /** A project was taken out of the draft again. */
  | Event<'PlanEntryRemoved', { year: number; project: string }>
  /** The plan was approved as its version 1; from here on only batches change it, and its members owe reports. */
  | Event<
      'PlanPublished',
      {
        year: number;
        approvedBy: string;
        document: DocumentRef;
        totals: ControlTotals;
        nextOpening: NextOpening | null;
      }
    >;
