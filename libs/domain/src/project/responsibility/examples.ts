import { OFFICE, RESPONSIBILITIES } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { ResponsibilityCommand } from './commands.js';

const on = '2022-05-16';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<ResponsibilityCommand> = {
  AssignResponsibilities: {
    given: [registered()],
    command: { type: 'AssignResponsibilities', occurredOn: on, responsibilities: RESPONSIBILITIES },
    by: OFFICE,
    event: { type: 'ResponsibilitiesAssigned', data: { occurredOn: on, responsibilities: RESPONSIBILITIES } },
    again: 'nothing',
  },
};
