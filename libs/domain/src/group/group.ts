import { decideBy, type Decider, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import type { LeadingGroupCommand } from './commands.js';
import type { LeadingGroupEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_LEADING_GROUP, type LeadingGroupState } from './state.js';

/** The leading group, its project groups, and what each leader of the district is in charge of. */
export const leadingGroupDecider: Decider<LeadingGroupState, LeadingGroupCommand, LeadingGroupEvent> = {
  initial: INITIAL_LEADING_GROUP,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
};
