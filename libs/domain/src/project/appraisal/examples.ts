import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { appraised, registered } from '../samples.js';
import type { AppraisalCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<AppraisalCommand> = {
  AppraiseStrand: {
    given: [registered('PRELIMINARY')],
    command: { type: 'AppraiseStrand', occurredOn: '2022-05-09', strand: 'SPACE', passed: true, document: DOCUMENT },
    by: OFFICE,
    event: appraised('SPACE'),
    again: 'nothing',
  },
};
