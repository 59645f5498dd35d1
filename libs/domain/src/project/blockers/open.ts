import { refuse } from '../../refusals.js';
import { type BlockersState, type BlockerState, isOpen, isRunning } from './state.js';

/** Whatever else hangs on an object, such as a blocker named constructor, is none. */
export function requireKnown(blocker: string, { blockers }: BlockersState): BlockerState {
  if (!Object.hasOwn(blockers, blocker)) throw refuse('UNKNOWN_BLOCKER', { blocker });
  return blockers[blocker]!;
}

/** One that still holds the project up. */
export function requireOpen(blocker: string, state: BlockersState): BlockerState {
  const found = requireKnown(blocker, state);
  if (!isOpen(found.status)) throw refuse('BLOCKER_NOT_OPEN', { blocker });
  return found;
}

/** One that is open and whose clock nobody has stopped. */
export function requireRunning(blocker: string, state: BlockersState): BlockerState {
  const found = requireOpen(blocker, state);
  if (!isRunning(found.status)) throw refuse('BLOCKER_ON_HOLD', { blocker });
  return found;
}
