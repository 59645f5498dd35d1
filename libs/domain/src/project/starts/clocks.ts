import { LATEST, valueOn } from '#libs/event-sourcing/pure';
import { endOf } from '../../days.js';
import type { Clock } from '../clock.js';
import { currentStatus } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { StartEvent } from './events.js';

type Planned = Pick<ProjectState, 'status' | 'plans' | 'milestones' | 'overdueStart'>;

/** The planned start of a new start will have passed; no duty begins before a plan is published. */
export function clocksOf(state: Planned): Clock<StartEvent>[] {
  const isMember = Object.values(state.plans).some(({ left }) => !left);
  const plannedStart = valueOn(state.milestones.COMMENCEMENT ?? [], LATEST);
  if (currentStatus(state) !== 'PLANNED_START' || !isMember) return [];
  if (!plannedStart || plannedStart === state.overdueStart) return [];
  return [
    { rule: 'start', dueAt: endOf(plannedStart), event: () => ({ type: 'StartOverdue', data: { plannedStart } }) },
  ];
}
