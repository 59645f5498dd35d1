import { OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { granted, registered, scheduled, startPlanned } from '../samples.js';
import type { SchedulingCommand } from './commands.js';

/** For each command of this part the plain case: two approvals are left, a tender and the permit after it. */
export const EXAMPLES: Examples<SchedulingCommand> = {
  AdoptBackwardSchedule: {
    given: [
      registered('PRELIMINARY'),
      startPlanned(),
      ...scheduled().data.inputs.held.map(({ approval, until }) =>
        granted(approval, '2022-05-10', until === null ? null : { until, warnOn: '2023-01-01' }),
      ),
    ],
    command: { type: 'AdoptBackwardSchedule' },
    by: OFFICE,
    event: scheduled(),
    again: 'nothing',
  },
};
