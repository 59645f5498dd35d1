import { OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { COMMENCED, recognised, registered, SUSPENDED } from '../samples.js';
import type { SuspensionCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<SuspensionCommand> = {
  RecogniseSuspension: {
    given: [registered(), COMMENCED, SUSPENDED],
    command: { type: 'RecogniseSuspension', ...recognised().data },
    by: OFFICE,
    event: recognised(),
    again: 'nothing',
  },
};
