import { type At, idOf, type Rules } from '#libs/event-sourcing/pure';
import { requireAmount } from '../../facts.js';
import type { PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { MembershipCommand } from './commands.js';
import type { MembershipEvent } from './events.js';

export const RULES: Rules<ProjectState, MembershipCommand, MembershipEvent> = {
  RecordOpeningFigures: recordOpeningFigures,
  EnterPlan: enterPlan,
  LeavePlan: leavePlan,
  MoveFigures: moveFigures,
};

/** What makes opening figures the same ones again, whatever paper is shown for them. */
const FIGURES = ['through', 'yearToDate', 'toLastYearEnd'] as const;

function recordOpeningFigures(
  { type: _, ...data }: CommandOf<MembershipCommand, 'RecordOpeningFigures'>,
  state: ProjectState,
  at: At,
): MembershipEvent[] {
  requireAmount('yearToDate', data.yearToDate);
  requireAmount('toLastYearEnd', data.toLastYearEnd);
  const known = state.openings[data.year];
  if (known && FIGURES.every((field) => known[field] === data[field])) return [];
  if (known) throw refuse('OPENING_FIGURES_EXIST', { year: data.year });
  requireBaseKept(data, state, at);
  return [{ type: 'OpeningFiguresRecorded', data }];
}

/** Once the year before is closed, what was invested up to its end is fixed there. */
function requireBaseKept(
  { year, toLastYearEnd }: Pick<CommandOf<MembershipCommand, 'RecordOpeningFigures'>, 'year' | 'toLastYearEnd'>,
  state: ProjectState,
  at: At,
): void {
  if (!state.plans[year - 1]) return;
  const base = at.stateOf<PlanState>(planStream(year - 1)).bases.get(idOf(at.stream));
  if (base !== undefined && base !== toLastYearEnd) throw refuse('BASE_IS_FIXED', { field: 'toLastYearEnd', base });
}

/** The reaction to a published plan; a repeat, or one that comes after a later one, changes nothing. */
function enterPlan(
  { type: _, ...data }: CommandOf<MembershipCommand, 'EnterPlan'>,
  state: ProjectState,
): MembershipEvent[] {
  if (data.sourceRevision <= (state.planRevisions[data.year] ?? -1)) return [];
  const member = state.plans[data.year];
  return [{ type: member && !member.left ? 'PlanEntryChanged' : 'PlanEntered', data }];
}

function leavePlan(
  { type: _, ...data }: CommandOf<MembershipCommand, 'LeavePlan'>,
  state: ProjectState,
): MembershipEvent[] {
  if (!state.plans[data.year] || data.sourceRevision <= (state.planRevisions[data.year] ?? -1)) return [];
  return [{ type: 'PlanLeft', data }];
}

/** The figures of a batch come once, whatever was reported in between: the next report includes them. */
function moveFigures(
  { type: _, ...data }: CommandOf<MembershipCommand, 'MoveFigures'>,
  state: ProjectState,
): MembershipEvent[] {
  const { year, sourceRevision } = data;
  if (state.transfers.some((each) => each.year === year && each.sourceRevision === sourceRevision)) return [];
  const reported = Object.values(state.reports).filter(({ figures }) => figures !== null);
  const months = reported.map(({ month }) => month).filter((month) => month.startsWith(String(year)));
  return [{ type: 'FiguresMoved', data: { ...data, afterMonth: months.sort().at(-1) ?? null } }];
}
