import { holds, type Rules } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import type { ProjectState } from '../state.js';
import type { AppraisalCommand } from './commands.js';
import type { AppraisalEvent } from './events.js';

export const RULES: Rules<ProjectState, AppraisalCommand, AppraisalEvent> = {
  AppraiseStrand({ occurredOn, strand, passed, document }, { appraisal }, at) {
    requirePast(occurredOn, at);
    if (holds(appraisal[strand] ?? [], occurredOn, passed)) return [];
    return [{ type: 'StrandAppraised', data: { occurredOn, strand, passed, document } }];
  },
};
