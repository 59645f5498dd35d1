import { decideBy, type Decider, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { refuse } from '../refusals.js';
import type { UnitCommand } from './commands.js';
import type { UnitEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_UNIT, type UnitState, unitStream } from './state.js';

const decide = decideBy(RULES);

/** One unit: its names, the unit that took its place, the sectors of an authority, the notices it read. */
export const unitDecider: Decider<UnitState, UnitCommand, UnitEvent> = {
  initial: INITIAL_UNIT,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal((command, state, at) => {
    if (command.type !== 'RegisterUnit' && state.kind === null) throw refuse('UNKNOWN_UNIT');
    return decide(command, state, at);
  }),
  /** A merger is decided in the stream of the unit that ends, looking at the one that goes on. */
  reads: (command) => (command.type === 'MergeUnit' ? [{ stream: unitStream(command.into), upToNow: false }] : []),
};
