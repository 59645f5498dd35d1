import { decideBy, type Decider, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { projectStream } from '../plan/streams.js';
import { refuse } from '../refusals.js';
import type { OutlineCommand } from './commands.js';
import type { OutlineEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_OUTLINE, type OutlineState } from './state.js';

export const outlineStream = (item: string): string => `outline-${item}`;

const decide = decideBy(RULES);

/** One item of the five-year outline (纲要) and the projects that carry it out. */
export const outlineDecider: Decider<OutlineState, OutlineCommand, OutlineEvent> = {
  initial: INITIAL_OUTLINE,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal((command, state, at) => {
    if (command.type !== 'ListOutlineItem' && !state.listed) throw refuse('UNKNOWN_OUTLINE_ITEM');
    return decide(command, state, at);
  }),
  reads: (command) =>
    command.type === 'TraceProject' ? [{ stream: projectStream(command.project), upToNow: false }] : [],
};
