import { OFFICE, yi } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered, ENTERED, OPENING } from '../samples.js';
import type { MembershipCommand } from './commands.js';

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<MembershipCommand> = {
  RecordOpeningFigures: {
    given: [registered()],
    command: { type: 'RecordOpeningFigures', ...OPENING },
    by: OFFICE,
    event: { type: 'OpeningFiguresRecorded', data: OPENING },
    again: 'nothing',
  },
  EnterPlan: {
    given: [registered()],
    command: { type: 'EnterPlan', year: 2022, category: 'NEW_START', annualInvestment: yi(1), sourceRevision: 3 },
    by: { id: 'system', role: 'SYSTEM', unit: null },
    event: ENTERED,
    again: 'nothing',
  },
};
