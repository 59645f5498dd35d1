import { LATEST, valueOn } from '#libs/event-sourcing/pure';
import { endOf } from '../../days.js';
import type { Clock } from '../clock.js';
import { wasMemberBy } from '../membership/state.js';
import { currentStatus } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { StartEvent } from './events.js';

type Planned = Pick<ProjectState, 'status' | 'plans' | 'milestones' | 'overdueStart'>;

/** The planned start of a new start will have passed; a day that was over before it entered a plan binds nobody. */
export function clocksOf(state: Planned): Clock<StartEvent>[] {
  const plannedStart = valueOn(state.milestones.COMMENCEMENT ?? [], LATEST);
  if (currentStatus(state) !== 'PLANNED_START' || !plannedStart || plannedStart === state.overdueStart) return [];
  const dueAt = endOf(plannedStart);
  if (!wasMemberBy(state, dueAt)) return [];
  return [{ rule: 'start', dueAt, basis: null, event: () => ({ type: 'StartOverdue', data: { plannedStart } }) }];
}
