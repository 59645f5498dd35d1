import type { Clock } from '../clock.js';
import { currentStatus, isEnded, type StagesState } from '../stages/state.js';
import type { CoordinationEvent } from './events.js';
import type { CoordinationState } from './state.js';

/** What nobody has reported falls due once for each due day; the end of a project ends all. */
export const clocksOf = (state: Pick<CoordinationState, 'tasks'> & StagesState): Clock<CoordinationEvent>[] =>
  isEnded(currentStatus(state))
    ? []
    : Object.entries(state.tasks)
        .filter(([, { status, overdue }]) => status === 'ASSIGNED' && !overdue)
        .map(([task, { unit, dueAt }]) => ({
          rule: `task/${task}`,
          dueAt,
          basis: null,
          event: () => ({ type: 'TaskOverdue', data: { task, unit, dueAt } }),
        }));
