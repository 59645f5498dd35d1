import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { MilestoneCommand } from './commands.js';

const on = '2022-05-16';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<MilestoneCommand> = {
  ScheduleMilestones: {
    given: [registered()],
    command: { type: 'ScheduleMilestones', occurredOn: on, dates: { COMMENCEMENT: '2022-06-30', COMPLETION: null } },
    by: OFFICE,
    event: {
      type: 'MilestonesScheduled',
      data: { occurredOn: on, dates: { COMMENCEMENT: '2022-06-30', COMPLETION: null } },
    },
    again: 'nothing',
  },
  RescheduleMilestone: {
    given: [
      registered(),
      { type: 'MilestonesScheduled', data: { occurredOn: '2022-01-01', dates: { COMMENCEMENT: '2022-06-30' } } },
    ],
    command: {
      type: 'RescheduleMilestone',
      occurredOn: on,
      milestone: 'COMMENCEMENT',
      to: '2022-09-30',
      reason: '用地未批',
      document: null,
    },
    by: OFFICE,
    event: {
      type: 'MilestoneRescheduled',
      data: {
        occurredOn: on,
        milestone: 'COMMENCEMENT',
        from: '2022-06-30',
        to: '2022-09-30',
        reason: '用地未批',
        document: null,
      },
    },
    again: 'nothing',
  },
  RecordMilestoneMet: {
    given: [registered('UNDER_CONSTRUCTION')],
    command: { type: 'RecordMilestoneMet', occurredOn: on, milestone: 'STRUCTURE_DONE', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'MilestoneMet', data: { occurredOn: on, milestone: 'STRUCTURE_DONE', document: DOCUMENT } },
    again: 'nothing',
  },
};
