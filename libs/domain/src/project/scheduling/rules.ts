import type { Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { inForce } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import { isBeforeStart } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { SchedulingCommand } from './commands.js';
import type { SchedulingEvent } from './events.js';
import { plannedStartOf, scheduleInputs } from './inputs.js';
import { backwardSchedule } from './schedule.js';

export const RULES: Rules<ProjectState, SchedulingCommand, SchedulingEvent> = {
  AdoptBackwardSchedule(_command, state, at) {
    if (!isBeforeStart(state)) throw refuse('PROJECT_ALREADY_STARTED');
    const today = dayOf(at.now);
    const starts = plannedStartOf(state);
    if (starts <= today) throw refuse('PLANNED_START_PASSED', { plannedStart: starts, today });
    const checklists = inForce(at, 'checklists', today);
    const durations = inForce(at, 'durations', today);
    const approvals = inForce(at, 'approvals', today);
    const calendar = inForce(at, 'calendar', today);
    const { plannedStart, ...inputs } = scheduleInputs(state, checklists.rules, starts, today);
    const { margin: _, ...schedule } = backwardSchedule(
      { plannedStart, ...inputs },
      { durations: durations.rules, approvals: approvals.rules, calendar: calendar.rules },
    );
    const policyVersion = {
      checklists: checklists.version,
      durations: durations.version,
      approvals: approvals.version,
      calendar: calendar.version,
    };
    const data = { ...schedule, inputs, policyVersion };
    if (JSON.stringify(state.schedule) === JSON.stringify(data)) return [];
    return [{ type: 'BackwardScheduleAdopted', data }];
  },
};

export const POLICIES = { AdoptBackwardSchedule: ['checklists', 'durations', 'approvals', 'calendar'] } as const;
