import type { At } from '#libs/event-sourcing/pure';
import * as approvals from './approvals/clocks.js';
import * as blockers from './blockers/clocks.js';
import * as coordination from './coordination/clocks.js';
import * as lights from './lights/clocks.js';
import type { EndedMonth } from './lights/clocks.js';
import * as milestones from './milestones/clocks.js';
import * as preparation from './preparation/clocks.js';
import * as starts from './starts/clocks.js';
import type { Clock } from './clock.js';
import type { ProjectEvent } from './events.js';
import * as reports from './reports/clocks.js';
import type { OwedMonth } from './reports/clocks.js';
import type { ProjectState } from './state.js';

/** What of a project its clocks depend on. */
const FIELDS = [
  'status',
  'plans',
  'reports',
  'blockers',
  'tasks',
  'approvals',
  'preparation',
  'milestones',
  'milestonesMet',
  'overdueMilestones',
  'overdueStart',
  'openings',
  'transfers',
  'recognised',
  'statistics',
  'fundingMovements',
  'lights',
  'excuses',
  'settledUpTo',
] as const satisfies readonly (keyof ProjectState)[];
export type ClockState = Pick<ProjectState, (typeof FIELDS)[number]>;

/** What the plans tell a project of their months. */
export interface PlanMonths {
  /** Opened for reporting while it was a member. */
  readonly owed: readonly OwedMonth[];
  /** Over while it was a member. */
  readonly ended: readonly EndedMonth[];
}

export const NO_MONTHS: PlanMonths = { owed: [], ended: [] };

export const monthsOf = (state: ProjectState, at: At): PlanMonths => ({
  owed: reports.owedMonths(state, at),
  ended: lights.endedMonths(state, at),
});

/**
 * All that runs for a project, what falls due first in front. Its own decisions, the worker's list of deadlines and
 * whoever must bring it up to now ask this one function, so that they cannot differ.
 */
export function clocksOf(state: ClockState, { owed, ended }: PlanMonths): Clock<ProjectEvent>[] {
  const clocks: Clock<ProjectEvent>[] = [
    ...reports.clocksOf(state, owed),
    ...blockers.clocksOf(state),
    ...coordination.clocksOf(state),
    ...approvals.clocksOf(state),
    ...preparation.clocksOf(state),
    ...starts.clocksOf(state),
    ...milestones.clocksOf(state),
    ...lights.clocksOf(state, ended),
  ];
  return clocks.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const order = ({ dueAt, rule }: Clock<unknown>): string => `${dueAt}/${rule}`;

/** The instant before which nothing is due, whatever months its plans have opened that it has not been told of. */
export function wakesAt(state: ClockState): string | undefined {
  const instants = [clocksOf(state, NO_MONTHS)[0]?.dueAt, reports.wakesAt(state), lights.wakesAt(state)];
  return instants.filter((instant) => instant !== undefined).sort()[0];
}

export function clockState(state: ProjectState): ClockState {
  const clocks: Record<string, unknown> = {};
  for (const field of FIELDS) clocks[field] = state[field];
  return clocks as unknown as ClockState;
}

/** Of the same parts: whatever a fold leaves alone it hands on as it is. */
export const isSameClockState = (a: ClockState, b: ClockState): boolean =>
  FIELDS.every((field) => a[field] === b[field]);
