import { OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { LiaisonCommand } from './commands.js';

const met = {
  occurredOn: '2022-05-16',
  kind: 'GOVERNMENT_BANK_ENTERPRISE',
  parties: ['示例银行', '示例公司'],
  outcome: '授信意向5亿元',
} as const;

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<LiaisonCommand> = {
  RecordLiaison: {
    given: [registered()],
    command: { type: 'RecordLiaison', ...met },
    by: OFFICE,
    event: { type: 'LiaisonRecorded', data: { liaison: 'new-liaison', ...met } },
    again: 'another',
  },
};
