import { type At, holds, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { requireAmount, requireInteger, requirePast } from '../facts.js';
import { refuse } from '../refusals.js';
import type { ProjectCommand } from './commands.js';
import type { Details, Milestone, ProjectEvent, Responsibilities } from './events.js';
import { currentStatus, type ProjectState } from './state.js';

export type CommandOf<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { type: Type }>;

export function register(
  { type: _, ...data }: CommandOf<'RegisterProject'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  if (state.exists) throw refuse('PROJECT_EXISTS');
  requirePast(data.occurredOn, at);
  return [{ type: 'ProjectRegistered', data }];
}

export function changeDetails(command: CommandOf<'ChangeDetails'>, state: ProjectState, at: At): ProjectEvent[] {
  const { occurredOn } = command;
  requirePast(occurredOn, at);
  const changes = Object.fromEntries(
    Object.entries(command.changes).filter(
      ([field, value]) =>
        value !== undefined && !holds<unknown>(state.details[field as keyof Details], occurredOn, value),
    ),
  ) as Partial<Details>;
  if (Object.keys(changes).length === 0) return [];
  return [{ type: 'ProjectDetailsChanged', data: { occurredOn, changes } }];
}

export function assignResponsibilities(
  { occurredOn, responsibilities }: CommandOf<'AssignResponsibilities'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  requirePast(occurredOn, at);
  const { responsibleUnit, legalEntity, leadAuthority } = responsibilities;
  const early = ['CONCEIVED', 'RESERVED', 'PRELIMINARY'].includes(currentStatus(state) ?? '');
  if (!early && !(responsibleUnit && legalEntity && leadAuthority)) throw refuse('PLACES_LEFT_OPEN');
  if (holds<Responsibilities>(state.responsibilities, occurredOn, responsibilities)) return [];
  return [{ type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities } }];
}

export function changeTotalInvestment(
  { occurredOn, amount, reason }: CommandOf<'ChangeTotalInvestment'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  requirePast(occurredOn, at);
  requireInteger('amount', amount);
  if (holds(state.totalInvestment, occurredOn, amount)) return [];
  return [{ type: 'TotalInvestmentChanged', data: { occurredOn, amount, reason } }];
}

export function scheduleMilestones(
  { occurredOn, dates }: CommandOf<'ScheduleMilestones'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
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

export function rescheduleMilestone(
  { occurredOn, milestone, to, reason, document }: CommandOf<'RescheduleMilestone'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  requirePast(occurredOn, at);
  const series = state.milestones[milestone] ?? [];
  if (series.length === 0) throw refuse('MILESTONE_NOT_SCHEDULED', { milestone });
  if (holds<string | null>(series, occurredOn, to)) return [];
  const from = valueOn(series, occurredOn) ?? null;
  return [{ type: 'MilestoneRescheduled', data: { occurredOn, milestone, from, to, reason, document } }];
}

export function reportSourcePhase(
  { occurredOn, phase }: CommandOf<'ReportSourcePhase'>,
  state: ProjectState,
  at: At,
): ProjectEvent[] {
  requirePast(occurredOn, at);
  if (holds(state.sourcePhase, occurredOn, phase)) return [];
  return [{ type: 'SourcePhaseReported', data: { occurredOn, phase } }];
}

/** What makes opening figures the same ones again, whatever paper is shown for them. */
const FIGURES = ['through', 'yearToDate', 'toLastYearEnd'] as const;

export function recordOpeningFigures(
  { type: _, ...data }: CommandOf<'RecordOpeningFigures'>,
  state: ProjectState,
): ProjectEvent[] {
  requireAmount('yearToDate', data.yearToDate);
  requireAmount('toLastYearEnd', data.toLastYearEnd);
  const known = state.openings[data.year];
  if (known && FIGURES.every((field) => known[field] === data[field])) return [];
  if (known) throw refuse('OPENING_FIGURES_EXIST', { year: data.year });
  return [{ type: 'OpeningFiguresRecorded', data }];
}

/** The reaction to a published plan; a repeat, or one that comes after a later one, changes nothing. */
export function enterPlan({ type: _, ...data }: CommandOf<'EnterPlan'>, state: ProjectState): ProjectEvent[] {
  if (data.sourceRevision <= (state.planRevisions[data.year] ?? -1)) return [];
  return [{ type: 'PlanEntered', data }];
}
