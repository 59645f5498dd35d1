import type { BatchEvent } from './batches/events.js';
import type { DraftEvent } from './draft/events.js';
import type { MonthEvent } from './months/events.js';
import type { YearEvent } from './year/events.js';

export * from './batches/events.js';
export * from './draft/events.js';
export * from './months/events.js';
export * from './year/events.js';
export { CATEGORIES, type Category, type ControlTotals, type PlanEntry } from './entries.js';

/** All that can happen to a year's plan, a union for each part of its life. */
export type PlanEvent = DraftEvent | BatchEvent | MonthEvent | YearEvent;
