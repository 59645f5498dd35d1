import { LATEST, valueOn } from '#libs/event-sourcing/pure';
import { type Checklist, checklistFor, type ChecklistRules } from '../../policy/checklists.js';
import { refuse } from '../../refusals.js';
import { approvalsOn } from '../approvals/state.js';
import type { ProjectState } from '../state.js';
import type { ScheduleInputs } from './schedule.js';

/** The day on which construction is to begin, as it was agreed last; throws PLANNED_START_MISSING. */
export function plannedStartOf({ milestones }: Pick<ProjectState, 'milestones'>): string {
  const planned = valueOn(milestones.COMMENCEMENT ?? [], LATEST);
  if (!planned) throw refuse('PLANNED_START_MISSING');
  return planned;
}

/** The checklist of a project's sector and investment type; throws CHECKLIST_MISSING while they select none. */
export function checklistOf({ details }: Pick<ProjectState, 'details'>, rules: ChecklistRules): Checklist {
  const investmentType = valueOn(details.investmentType, LATEST) ?? null;
  const checklist = checklistFor(rules, investmentType, valueOn(details.sector, LATEST) ?? null);
  if (!checklist) throw refuse('CHECKLIST_MISSING', { investmentType });
  return checklist;
}

/** What a project's backward schedule is made from on a day; what was waived is not waited for. */
export function scheduleInputs(
  state: Pick<ProjectState, 'details' | 'approvals' | 'waivers'>,
  rules: ChecklistRules,
  plannedStart: string,
  today: string,
): ScheduleInputs {
  const checklist = checklistOf(state, rules)
    .items.map(({ approval }) => approval)
    .filter((approval) => state.waivers[approval]?.status !== 'CONFIRMED');
  const held = approvalsOn(state, today)
    .filter((approval) => checklist.includes(approval))
    .map((approval) => ({ approval, until: valueOn(state.approvals[approval]!, today)!.validity?.until ?? null }));
  return { plannedStart, today, checklist, held };
}
