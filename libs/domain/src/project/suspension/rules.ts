import { LATEST, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { requireFile, requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { SuspensionCommand } from './commands.js';
import type { SuspensionEvent } from './events.js';

export const RULES: Rules<ProjectState, SuspensionCommand, SuspensionEvent> = {
  RecogniseSuspension({ occurredOn, until, reason, document }, state, at) {
    requirePast(occurredOn, at);
    requireFile('document', document);
    if (until !== null && until < occurredOn) throw refuse('PAUSE_ENDS_BEFORE_IT_BEGINS', { field: 'until' });
    const status = valueOn(state.status, occurredOn);
    if (status !== 'SUSPENDED') throw refuse('PROJECT_NOT_SUSPENDED', { status, occurredOn });
    const to = until ?? LATEST;
    if (state.recognised.some((period) => period.from === occurredOn && period.to === to)) return [];
    return [{ type: 'SuspensionRecognised', data: { occurredOn, until, reason, document } }];
  },
};
