import { type At, idOf, type Read, type Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { opensAt } from '../../policy/monthly-report.js';
import { hasReached } from '../../project/horizon/state.js';
import { isFullyAssigned } from '../../project/responsibility/state.js';
import { currentStatus, isPlannable } from '../../project/stages/state.js';
import type { ProjectState } from '../../project/state.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import { requireReconciled, totalsOf } from '../control-totals.js';
import { type PlanEntry, requireSoundEntry } from '../entries.js';
import { openingAfter, rulesOfMonths } from '../months/openings.js';
import { type PlanState, requireYear } from '../state.js';
import { planStream, projectStream } from '../streams.js';
import { requireDisposed } from '../year/dispositions.js';
import type { DraftCommand } from './commands.js';
import type { DraftEvent } from './events.js';

export const RULES: Rules<PlanState, DraftCommand, DraftEvent> = {
  DraftPlan({ declared }, state, at) {
    if (state.year !== null) throw refuse('PLAN_EXISTS', { year: state.year });
    return [{ type: 'PlanDrafted', data: { year: Number(idOf(at.stream)), declared } }];
  },

  IncludeProject({ type: _, ...entry }, state, at) {
    const year = requireDraft(state);
    requireEligible(entry, at);
    requireSoundEntry(entry);
    if (JSON.stringify(state.entries.get(entry.project)) === JSON.stringify(entry)) return [];
    return [{ type: 'PlanEntryIncluded', data: { year, entry } }];
  },

  RemoveProject({ project }, state) {
    const year = requireDraft(state);
    if (!state.entries.has(project)) throw refuse('UNKNOWN_ENTRY', { project });
    return [{ type: 'PlanEntryRemoved', data: { year, project } }];
  },

  PublishPlan({ approvedBy, document }, state, at) {
    const year = requireDraft(state);
    const totals = totalsOf(state.entries.values());
    requireReconciled(state.declared!, totals);
    const entries = [...state.entries.values()];
    // What was so when it was included may have been corrected since.
    for (const entry of entries) requireEligible(entry, at);
    requireComplete(entries, at);
    requireDisposed(at.stateOf<PlanState>(planStream(year - 1)), state.entries);
    const { rules } = rulesOfMonths(at, dayOf(at.now)).policy;
    const nextOpening = openingAfter(year, at.now, (month) => opensAt(rules, month));
    return [{ type: 'PlanPublished', data: { year, approvedBy, document, totals, nextOpening } }];
  },
};

/** The plan of the year before is brought up to now, so that a month which is its own is not opened by this one. */
export function reads(command: CommandOf<DraftCommand, 'IncludeProject' | 'PublishPlan'>, state: PlanState): Read[] {
  if (command.type === 'IncludeProject') return [{ stream: projectStream(command.project), upToNow: false }];
  const members = [...state.entries.keys()].map((project) => ({ stream: projectStream(project), upToNow: false }));
  return state.year === null ? members : [...members, { stream: planStream(state.year - 1), upToNow: true }];
}

function requireDraft(state: PlanState): number {
  const year = requireYear(state);
  if (state.publishedAt !== null) throw refuse('PLAN_PUBLISHED', { year });
  return year;
}

/** Whether a project may stand in an annual plan at all: in the district's currency, promoted to it, past the reserve. */
export function requireEligible({ project }: Pick<PlanEntry, 'project'>, at: At): void {
  const state = at.stateOf<ProjectState>(projectStream(project));
  const { exists, currency, horizon } = state;
  if (!exists) throw refuse('UNKNOWN_PROJECT', { project });
  if (currency !== 'CNY') throw refuse('PLAN_COUNTS_CNY_ONLY', { project, currency });
  if (!hasReached(state, 'ANNUAL')) throw refuse('HORIZON_NOT_REACHED', { project, horizon, needed: 'ANNUAL' });
  const status = currentStatus(state);
  if (!isPlannable(status)) throw refuse('PRELIMINARY_WORK_NOT_BEGUN', { project, status });
}

/** Every place is filled and every target set, or PLAN_ENTRIES_INCOMPLETE names the first 20 projects that lack some. */
export function requireComplete(entries: readonly PlanEntry[], at: At): void {
  const incomplete = entries.filter(
    ({ project, category, monthlyTargets }) =>
      !isFullyAssigned(at.stateOf<ProjectState>(projectStream(project)), category) ||
      (category !== 'PRELIMINARY' && monthlyTargets === null),
  );
  if (incomplete.length > 0)
    throw refuse('PLAN_ENTRIES_INCOMPLETE', {
      count: incomplete.length,
      projects: incomplete.slice(0, 20).map(({ project }) => project),
    });
}
