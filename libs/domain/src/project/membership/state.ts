import { type Folds, type Recorded, withFact } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import type { LightsState } from '../lights/state.js';
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
  readonly monthlyTargets: readonly number[] | null;
  /** Instant at which it became a member: duties begin then and never run backwards. */
  readonly since: string;
  /** A batch took it out; what it owed until then it still owes. */
  readonly left?: true;
}

/** Figures that came from other projects, or went to them, through a merger or a split. */
export interface Transfer {
  readonly year: number;
  readonly on: string;
  /** The last month that was reported without them, or the empty text. */
  readonly afterMonth: string;
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
  readonly sourceRevision: number;
}

export interface MembershipState {
  readonly plans: Readonly<Record<string, Membership>>;
  readonly openings: Readonly<Record<string, Opening>>;
  readonly transfers: readonly Transfer[];
  /** Last revision taken from each plan, below which an echo is a repeat. */
  readonly planRevisions: Readonly<Record<string, number>>;
}

export const INITIAL_MEMBERSHIP: MembershipState = { plans: {}, openings: {}, transfers: [], planRevisions: {} };

export const FOLDS: Folds<MembershipState & Pick<LightsState, 'lights'>, MembershipEvent> = {
  OpeningFiguresRecorded: ({ openings }, { revision, data: { year, through, yearToDate, toLastYearEnd } }) => ({
    openings: { ...openings, [year]: { through, yearToDate, toLastYearEnd, revision } },
  }),
  PlanEntered: entered,
  PlanEntryChanged: entered,
  PlanLeft: ({ plans, planRevisions, lights }, { revision, metadata, data: { year, sourceRevision } }) => ({
    plans: { ...plans, [year]: { ...plans[year]!, left: true } },
    lights: withFact(lights, { on: dayOf(metadata.recordedAt), revision, value: null }),
    planRevisions: { ...planRevisions, [year]: sourceRevision },
  }),
  FiguresMoved: ({ transfers }, { data: { counterparts: _, afterMonth, ...transfer } }) => ({
    transfers: [...transfers, { ...transfer, afterMonth: afterMonth ?? '' }],
  }),
};

function entered(
  { plans, planRevisions }: MembershipState,
  { data: { year, category, annualInvestment, monthlyTargets, sourceRevision }, metadata }: Recorded<Entering>,
): Partial<MembershipState> {
  const before = plans[year];
  const since = before && !before.left ? before.since : metadata.recordedAt;
  return {
    plans: { ...plans, [year]: { category, annualInvestment, monthlyTargets, since } },
    planRevisions: { ...planRevisions, [year]: sourceRevision },
  };
}

type Entering = Extract<MembershipEvent, { type: 'PlanEntered' | 'PlanEntryChanged' }>;

/** What came or went in a year and is not in the report of a month, the empty text for none. */
export const movedSince = ({ transfers }: Pick<MembershipState, 'transfers'>, year: number, month: string): number =>
  transfers
    .filter((transfer) => transfer.year === year && transfer.afterMonth >= month)
    .reduce((sum, { yearToDate }) => sum + yearToDate, 0);

/** The plans that it is or was in: after a standstill months of an earlier one may still be due or come in late. */
export const yearsOf = (state: Pick<MembershipState, 'plans'>): number[] => Object.keys(state.plans).map(Number);

/** Whether a project was a member already when something fell due: what lies before that is no duty of its own. */
export const wasMemberBy = ({ plans }: Pick<MembershipState, 'plans'>, dueAt: string): boolean =>
  Object.values(plans).some(({ left, since }) => !left && since < dueAt);
