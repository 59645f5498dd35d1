import { DOCUMENT, OFFICE } from '../../testing.js';
import type { Examples } from '../example.js';
import { registered } from '../samples.js';
import type { ProjectEvent } from '../events.js';
import type { HorizonCommand } from './commands.js';
import type { Horizon } from './events.js';

const SYSTEM = { id: 'system', role: 'SYSTEM', unit: null };

export const outlineEntered = (horizon: Horizon = 'RESERVE'): ProjectEvent => ({
  type: 'OutlineEntered',
  data: { item: 'rail', horizon, sourceRevision: 1 },
});

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<HorizonCommand> = {
  PromoteProject: {
    given: [registered('RESERVED'), outlineEntered()],
    command: { type: 'PromoteProject', to: 'ROLLING', document: DOCUMENT },
    by: OFFICE,
    event: { type: 'ProjectPromoted', data: { from: 'RESERVE', to: 'ROLLING', document: DOCUMENT } },
    again: 'nothing',
  },
  EnterOutline: {
    given: [registered('RESERVED')],
    command: { type: 'EnterOutline', item: 'rail', sourceRevision: 1 },
    by: SYSTEM,
    event: outlineEntered(),
    again: 'nothing',
  },
  LeaveOutline: {
    given: [registered('RESERVED'), outlineEntered()],
    command: { type: 'LeaveOutline', item: 'rail', sourceRevision: 2 },
    by: SYSTEM,
    event: { type: 'OutlineLeft', data: { item: 'rail', sourceRevision: 2 } },
    again: 'nothing',
  },
};
