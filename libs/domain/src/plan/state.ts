import { refuse } from '../refusals.js';
import { type DraftState, INITIAL_DRAFT } from './draft/state.js';
import { INITIAL_MONTHS, type MonthsState } from './months/state.js';
import { INITIAL_YEAR, type YearState } from './year/state.js';

export type { JudgedMonth, OpenedMonth } from './months/state.js';

/** All that is known of a year's plan, a slice for each part of its life. */
export interface PlanState extends DraftState, MonthsState, YearState {}

export const INITIAL_PLAN: PlanState = { ...INITIAL_DRAFT, ...INITIAL_MONTHS, ...INITIAL_YEAR };

/** The year of a plan that was drafted; throws UNKNOWN_PLAN. */
export function requireYear({ year }: Pick<PlanState, 'year'>): number {
  if (year === null) throw refuse('UNKNOWN_PLAN');
  return year;
}

/** The year of a plan that was published; throws PLAN_NOT_PUBLISHED. */
export function requirePublished(state: Pick<PlanState, 'year' | 'publishedAt'>): number {
  const year = requireYear(state);
  if (state.publishedAt === null) throw refuse('PLAN_NOT_PUBLISHED', { year });
  return year;
}
