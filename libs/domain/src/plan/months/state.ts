import type { Folds } from '#libs/event-sourcing/pure';
import type { DraftState } from '../draft/state.js';
import type { MonthEvent } from './events.js';

/** A month that was opened, as the projects need it for deciding. */
export interface OpenedMonth {
  readonly month: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly policyVersion: number;
  readonly cutOff: string;
  readonly owing: ReadonlySet<string>;
}

export interface MonthsState {
  readonly months: readonly OpenedMonth[];
  /** The last month whose figures were signed, YYYY-MM. */
  readonly closedThrough: string | null;
  /** The months on which a bulletin was issued, YYYY-MM. */
  readonly toldOf: readonly string[];
}

export const INITIAL_MONTHS: MonthsState = { months: [], closedThrough: null, toldOf: [] };

export const FOLDS: Folds<MonthsState & Pick<DraftState, 'nextMonth'>, MonthEvent> = {
  ReportingMonthOpened: ({ months }, { data: { year: _, owing, nextOpening, ...month } }) => ({
    months: [...months, { ...month, owing: new Set(owing) }],
    nextMonth: nextOpening?.month ?? null,
  }),
  PlanSucceeded: () => ({ nextMonth: null }),
  MonthClosed: (_, { data: { month } }) => ({ closedThrough: month }),
  BulletinNoted: ({ toldOf }, { data: { month } }) => ({ toldOf: [...toldOf, month] }),
};
