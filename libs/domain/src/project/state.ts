import { LATEST, type Series, valueOn } from '#libs/event-sourcing/pure';
import type { Category } from '../plan/events.js';
import type { Level } from '../policy/escalation.js';
import type { Details, Figures, LevelClock, Milestone, Responsibilities, Status } from './events.js';

/** Each detail is a series of its own: a late fact about one leaves the others alone. */
export type DetailSeries = { readonly [Field in keyof Details]: Series<Details[Field]> };

export interface ReportState {
  readonly month: string;
  readonly cutOff: string;
  /** SUBMITTED waits for review; MISSED has never been submitted. */
  readonly status: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'MISSED';
  /** The latest figures, accepted or not; null while none were submitted. */
  readonly figures: Figures | null;
  readonly accepted: Figures | null;
  readonly late: boolean;
  /** Directory id of whoever submitted last. */
  readonly reporter: string | null;
}

export interface BlockerState {
  readonly level: Level;
  readonly status: 'RAISED' | 'ACCEPTED' | 'RESOLVED' | 'CLOSED';
  readonly clock: LevelClock | null;
  readonly resolvedBy: string | null;
}

export interface Opening {
  readonly through: string;
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
}

/** A project's membership of one published plan, as its reaction told it. */
export interface Membership {
  readonly category: Category;
  readonly annualInvestment: number;
}

export interface ProjectState {
  readonly exists: boolean;
  readonly currency: string;
  readonly details: DetailSeries;
  readonly status: Series<Status>;
  readonly responsibilities: Series<Responsibilities>;
  readonly totalInvestment: Series<number | null>;
  readonly milestones: Readonly<Partial<Record<Milestone, Series<string | null>>>>;
  readonly sourcePhase: Series<string | null>;
  readonly plans: Readonly<Record<string, Membership>>;
  readonly openings: Readonly<Record<string, Opening>>;
  readonly reports: Readonly<Record<string, ReportState>>;
  readonly blockers: Readonly<Record<string, BlockerState>>;
  /** Last revision taken from each plan, below which an echo is a repeat. */
  readonly planRevisions: Readonly<Record<string, number>>;
}

export const INITIAL_PROJECT: ProjectState = {
  exists: false,
  currency: 'CNY',
  details: {
    name: [],
    description: [],
    sector: [],
    town: [],
    nature: [],
    investmentType: [],
    managingUnit: [],
    clientUnit: [],
  },
  status: [],
  responsibilities: [],
  totalInvestment: [],
  milestones: {},
  sourcePhase: [],
  plans: {},
  openings: {},
  reports: {},
  blockers: {},
  planRevisions: {},
};

export const currentStatus = (state: ProjectState): Status | undefined => valueOn(state.status, LATEST);

export const currentResponsibilities = (state: ProjectState): Responsibilities | undefined =>
  valueOn(state.responsibilities, LATEST);

/** Whether nothing more is owed: in service or given up. */
export const isEnded = (status: Status | undefined): boolean => status === 'IN_SERVICE' || status === 'CANCELLED';

/** One responsible unit, one legal entity, one lead authority and a named reporter; 待定 only for a preliminary project. */
export function isFullyAssigned(state: ProjectState, category: Category): boolean {
  const held = currentResponsibilities(state);
  if (!held?.reporter) return false;
  return category === 'PRELIMINARY' || !!(held.responsibleUnit && held.legalEntity && held.leadAuthority);
}

/** The year's total before a month: of the latest report before it, else of the opening figures, else nothing. */
export function yearToDateBefore(state: ProjectState, month: string): number {
  const year = month.slice(0, 4);
  const earlier = Object.values(state.reports)
    .filter((report) => report.month < month && report.month.startsWith(year) && report.figures !== null)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  return earlier.at(-1)?.figures?.yearToDate ?? state.openings[year]?.yearToDate ?? 0;
}
