import type { At } from '#libs/event-sourcing/pure';
import { nextLevel } from '../../policy/escalation.js';
import { refuse } from '../../refusals.js';
import { currentStatus, isEnded, type StagesState } from '../stages/state.js';
import { clockAt } from './clocks.js';
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

/**
 * One whose level is certain. Whatever is due was recorded first, unless the next level's days lie in a year without a
 * calendar: then it throws CALENDAR_YEAR_MISSING.
 */
export function requireSettled(blocker: string, state: BlockersState & StagesState, at: At): BlockerState {
  const found = requireKnown(blocker, state);
  const { clock, level } = found;
  const isWaiting = clock !== null && clock.dueAt <= at.now && !isEnded(currentStatus(state));
  if (isWaiting) clockAt(nextLevel(level)!, clock.dueAt, at);
  return found;
}

/** One that is open and whose clock nobody has stopped. */
export function requireRunning(blocker: string, state: BlockersState & StagesState, at: At): BlockerState {
  requireSettled(blocker, state, at);
  const found = requireOpen(blocker, state);
  if (!isRunning(found.status)) throw refuse('BLOCKER_ON_HOLD', { blocker });
  return found;
}
