import type { Rules } from '#libs/event-sourcing/pure';
import { requireAmount } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { MembershipCommand } from './commands.js';
import type { MembershipEvent } from './events.js';

export const RULES: Rules<ProjectState, MembershipCommand, MembershipEvent> = {
  RecordOpeningFigures: recordOpeningFigures,
  EnterPlan: enterPlan,
};

/** What makes opening figures the same ones again, whatever paper is shown for them. */
const FIGURES = ['through', 'yearToDate', 'toLastYearEnd'] as const;

function recordOpeningFigures(
  { type: _, ...data }: CommandOf<MembershipCommand, 'RecordOpeningFigures'>,
  state: ProjectState,
): MembershipEvent[] {
  requireAmount('yearToDate', data.yearToDate);
  requireAmount('toLastYearEnd', data.toLastYearEnd);
  const known = state.openings[data.year];
  if (known && FIGURES.every((field) => known[field] === data[field])) return [];
  if (known) throw refuse('OPENING_FIGURES_EXIST', { year: data.year });
  return [{ type: 'OpeningFiguresRecorded', data }];
}

/** The reaction to a published plan; a repeat, or one that comes after a later one, changes nothing. */
function enterPlan(
  { type: _, ...data }: CommandOf<MembershipCommand, 'EnterPlan'>,
  state: ProjectState,
): MembershipEvent[] {
  if (data.sourceRevision <= (state.planRevisions[data.year] ?? -1)) return [];
  return [{ type: 'PlanEntered', data }];
}
