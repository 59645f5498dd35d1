import { type Decider, decideBy, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import type { BulletinCommand } from './commands.js';
import type { BulletinEvent } from './events.js';
import { reads, RULES } from './rules.js';
import { type BulletinState, FOLDS, INITIAL_BULLETIN } from './state.js';

/** 通报: a frozen account of a month, corrected by another one and never changed once it was issued. */
export const bulletinDecider: Decider<BulletinState, BulletinCommand, BulletinEvent> = {
  initial: INITIAL_BULLETIN,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
  reads,
};
