import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { MEMBER } from '../samples.js';
import type { LightCommand } from './commands.js';
import type { LightEvent } from './events.js';

const excuse = { dimension: 'START', until: '2022-08-15', reason: '汛期不具备开工条件', document: DOCUMENT } as const;

export const EXCUSED: LightEvent = { type: 'ExcuseGranted', data: excuse };

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<LightCommand> = {
  GrantExcuse: {
    given: MEMBER,
    command: { type: 'GrantExcuse', ...excuse },
    by: OFFICE,
    event: EXCUSED,
    again: 'nothing',
  },
};
