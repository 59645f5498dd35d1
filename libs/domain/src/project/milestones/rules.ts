import { type At, holds, LATEST, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import type { MilestoneCommand } from './commands.js';
import { currentStatus, isBeforeStart } from '../stages/state.js';
import type { Milestone, MilestoneEvent } from './events.js';

export const RULES: Rules<ProjectState, MilestoneCommand, MilestoneEvent> = {
  ScheduleMilestones: scheduleMilestones,
  RescheduleMilestone: rescheduleMilestone,

  RecordMilestoneMet({ occurredOn, milestone, document }, state, at) {
    requirePast(occurredOn, at);
    if (milestone === 'STRUCTURE_DONE' && isBeforeStart(state))
      throw refuse('PROJECT_NOT_STARTED', { status: currentStatus(state) });
    const met = state.milestonesMet[milestone]?.[0]?.on;
    // Only an earlier day says something new of a first time.
    if (met !== undefined && met <= occurredOn) return [];
    return [{ type: 'MilestoneMet', data: { occurredOn, milestone, document } }];
  },
};

function scheduleMilestones(
  { occurredOn, dates }: CommandOf<MilestoneCommand, 'ScheduleMilestones'>,
  state: ProjectState,
  at: At,
): MilestoneEvent[] {
  requirePast(occurredOn, at);
  const changed = Object.entries(dates).filter(
    ([milestone, date]) =>
      date !== undefined && !holds(state.milestones[milestone as Milestone] ?? [], occurredOn, date),
  ) as [Milestone, string | null][];
  if (changed.length === 0) return [];
  // A date agreed for a member of a plan only moves with a reason: the postponement ledger lives on it.
  if (Object.keys(state.plans).length > 0)
    for (const [milestone, date] of changed) {
      const agreed = valueOn(state.milestones[milestone] ?? [], LATEST);
      if (agreed && agreed !== date) throw refuse('RESCHEDULE_NEEDS_REASON', { milestone, agreed });
    }
  return [{ type: 'MilestonesScheduled', data: { occurredOn, dates: Object.fromEntries(changed) } }];
}

function rescheduleMilestone(
  { occurredOn, milestone, to, reason, document }: CommandOf<MilestoneCommand, 'RescheduleMilestone'>,
  state: ProjectState,
  at: At,
): MilestoneEvent[] {
  requirePast(occurredOn, at);
  const series = state.milestones[milestone] ?? [];
  if (series.length === 0) throw refuse('MILESTONE_NOT_SCHEDULED', { milestone });
  if (holds<string | null>(series, occurredOn, to)) return [];
  const from = valueOn(series, occurredOn) ?? null;
  return [{ type: 'MilestoneRescheduled', data: { occurredOn, milestone, from, to, reason, document } }];
}
