import type { DocumentRef } from '../facts.js';
import type { Event } from '../shapes.js';

/** Whether a measure widens, leaves or narrows what projects may count on: 扩张性, 中性, 收缩性. */
export const EFFECTS = ['EXPANSIVE', 'NEUTRAL', 'CONTRACTIONARY'] as const;
export type Effect = (typeof EFFECTS)[number];

/** Whom a measure hits: these projects, or every project of these sectors; one of the two lists is empty. */
export interface Targets {
  readonly projects: readonly string[];
  readonly sectors: readonly string[];
}

/** A measure, from its proposal on. */
export type MeasureEvent =
  /** The office put a measure forward: 协同机制, 责任制 or another tool. */
  | Event<'PolicyProposed', { title: string; content: string; effect: Effect; targets: Targets }>
  /** Somebody else in the office answers for it as well; no contractionary measure is adopted without. */
  | Event<'MeasureSignedOff', { opinion: string }>
  /** The measure was decided and holds from a later day on. */
  | Event<'MeasureAdopted', { effectiveFrom: string; document: DocumentRef }>
  /** The measure is off: it holds no more from the day on which this was recorded, or never will. */
  | Event<'MeasureWithdrawn', { reason: string }>;
