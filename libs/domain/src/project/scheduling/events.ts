import type { Event } from '../../shapes.js';
import type { BackwardSchedule, ScheduleInputs } from './schedule.js';

export type SchedulingEvent =
  /** 倒排开工计划: it was counted back from the planned start and holds until another one is adopted. */
  Event<
    'BackwardScheduleAdopted',
    Omit<BackwardSchedule, 'margin'> & {
      readonly inputs: Omit<ScheduleInputs, 'plannedStart'>;
      readonly policyVersion: {
        readonly checklists: number;
        readonly durations: number;
        readonly approvals: number;
        readonly calendar: number;
      };
    }
  >;
