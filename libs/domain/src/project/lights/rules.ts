import type { Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import { requireFile } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { LightCommand } from './commands.js';
import type { LightEvent } from './events.js';

export const RULES: Rules<ProjectState, LightCommand, LightEvent> = {
  GrantExcuse({ type: _, ...excuse }, { plans, excuses }, at) {
    const { dimension, until, document } = excuse;
    requireFile('document', document);
    if (!Object.values(plans).some(({ left }) => !left)) throw refuse('NOT_IN_ANNUAL_PLAN');
    const today = dayOf(at.now);
    if (until < today) throw refuse('EXCUSE_ENDS_BEFORE_TODAY', { field: 'until', until, today });
    if (excuses.some((each) => each.dimension === dimension && each.until === until)) return [];
    return [{ type: 'ExcuseGranted', data: excuse }];
  },
};
