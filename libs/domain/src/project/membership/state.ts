import type { Folds } from '#libs/event-sourcing/pure';
import type { Category } from '../../plan/events.js';
import type { MembershipEvent } from './events.js';

export interface Opening {
  readonly through: string;
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
  /** Revision of the event that recorded them, by which a correction takes them back. */
  readonly revision: number;
}

/** A project's membership of one published plan, as its reaction told it. */
export interface Membership {
  readonly category: Category;
  readonly annualInvestment: number;
}

export interface MembershipState {
  readonly plans: Readonly<Record<string, Membership>>;
  readonly openings: Readonly<Record<string, Opening>>;
  /** Last revision taken from each plan, below which an echo is a repeat. */
  readonly planRevisions: Readonly<Record<string, number>>;
}

export const INITIAL_MEMBERSHIP: MembershipState = { plans: {}, openings: {}, planRevisions: {} };

export const FOLDS: Folds<MembershipState, MembershipEvent> = {
  OpeningFiguresRecorded: ({ openings }, { revision, data: { year, through, yearToDate, toLastYearEnd } }) => ({
    openings: { ...openings, [year]: { through, yearToDate, toLastYearEnd, revision } },
  }),
  PlanEntered: ({ plans, planRevisions }, { data: { year, category, annualInvestment, sourceRevision } }) => ({
    plans: { ...plans, [year]: { category, annualInvestment } },
    planRevisions: { ...planRevisions, [year]: sourceRevision },
  }),
};

/** The plans that it is or was in: after a standstill months of an earlier one may still be due or come in late. */
export const yearsOf = (state: MembershipState): number[] => Object.keys(state.plans).map(Number);
