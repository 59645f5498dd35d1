import type { Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { ProjectState } from '../state.js';
import type { LiaisonCommand } from './commands.js';
import type { LiaisonEvent } from './events.js';

export const RULES: Rules<ProjectState, LiaisonCommand, LiaisonEvent> = {
  RecordLiaison({ type: _, ...data }, _state, at) {
    requirePast(data.occurredOn, at);
    if (data.parties.length === 0) throw refuse('LIAISON_NEEDS_PARTIES', { field: 'parties' });
    return [{ type: 'LiaisonRecorded', data: { liaison: at.newId('liaison'), ...data } }];
  },
};
