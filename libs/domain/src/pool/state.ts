import type { Folds } from '#libs/event-sourcing/pure';
import type { LandPriority, Need, PoolContents, PoolEvent } from './events.js';

export interface Match {
  readonly project: string;
  readonly period: string;
  readonly amount: number;
  /** null where nothing but land is matched. */
  readonly priority: LandPriority | null;
  readonly status: 'PROPOSED' | 'CONFIRMED' | 'RELEASED';
  /** Directory id. */
  readonly proposedBy: string;
}

export interface PoolState {
  /** null before the pool was opened. */
  readonly contents: PoolContents | null;
  readonly per: 'YEAR' | 'MONTH';
  readonly closed: boolean;
  /** Period → all that there is in it. */
  readonly capacity: Readonly<Record<string, number>>;
  readonly matches: Readonly<Record<string, Match>>;
  /** Project → what it needs; only in a pool of projects. */
  readonly placed: Readonly<Record<string, readonly Need[]>>;
}

export const INITIAL_POOL: PoolState = {
  contents: null,
  per: 'YEAR',
  closed: false,
  capacity: {},
  matches: {},
  placed: {},
};

export const FOLDS: Folds<PoolState, PoolEvent> = {
  PoolOpened: (_, { data: { contents, per } }) => ({ contents, per }),
  PoolSupplied: (state, { data: { period, capacity } }) => ({ capacity: { ...state.capacity, [period]: capacity } }),
  MatchProposed: (state, { data: { match, ...asked }, metadata }) =>
    withMatch(state, match, { ...asked, priority: null, status: 'PROPOSED', proposedBy: metadata.actor.id }),
  LandQuotaRequested: (state, { data: { match, ...asked }, metadata }) =>
    withMatch(state, match, { ...asked, status: 'PROPOSED', proposedBy: metadata.actor.id }),
  MatchConfirmed: (state, { data: { match } }) =>
    withMatch(state, match, { ...state.matches[match]!, status: 'CONFIRMED' }),
  MatchReleased: (state, { data: { match } }) =>
    withMatch(state, match, { ...state.matches[match]!, status: 'RELEASED' }),
  ProjectPlaced: (state, { data: { project, needs } }) => ({ placed: { ...state.placed, [project]: needs } }),
  ProjectWithdrawn: (state, { data: { project } }) => {
    const { [project]: _, ...placed } = state.placed;
    return { placed };
  },
  PoolClosed: () => ({ closed: true }),
};

const withMatch = ({ matches }: PoolState, id: string, match: Match) => ({ matches: { ...matches, [id]: match } });

const sumIn = ({ matches }: Pick<PoolState, 'matches'>, period: string, status: Match['status']): number =>
  Object.values(matches)
    .filter((match) => match.period === period && match.status === status)
    .reduce((sum, { amount }) => sum + amount, 0);

/** What is promised of a period. */
export const committedIn = (state: Pick<PoolState, 'matches'>, period: string): number =>
  sumIn(state, period, 'CONFIRMED');

/** What waits for a promise in a period. */
export const proposedIn = (state: Pick<PoolState, 'matches'>, period: string): number =>
  sumIn(state, period, 'PROPOSED');

/** What of a period can still be promised; 0 in a period without supply. */
export const freeIn = (state: Pick<PoolState, 'matches' | 'capacity'>, period: string): number =>
  (state.capacity[period] ?? 0) - committedIn(state, period);

/** The periods in which there is something, or in which something was asked for. */
export const periodsOf = ({ matches, capacity }: Pick<PoolState, 'matches' | 'capacity'>): string[] =>
  [...new Set([...Object.keys(capacity), ...Object.values(matches).map(({ period }) => period)])].sort();
