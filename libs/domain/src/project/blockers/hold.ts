import type { At } from '#libs/event-sourcing/pure';
import { addDays, dayOf, endOf } from '../../days.js';
import { addWorkingDays, type CalendarRules, shiftToWorkingDay, workingDaysBetween } from '../../policy/calendar.js';
import { type LevelClock, nextLevel } from '../../policy/escalation.js';
import { calendarFrom } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import type { ProjectState } from '../state.js';
import { isActingFor } from './acting.js';
import { clockAt } from './clocks.js';
import type { BlockerCommand } from './commands.js';
import type { BlockerEvent, TimeLeft } from './events.js';
import { requireOpen, requireRunning, requireSettled } from './open.js';

export function requestHold(
  { blocker, reason }: CommandOf<BlockerCommand, 'RequestHold'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { level, hold } = requireRunning(blocker, state, at);
  const requestedBy = at.actor.id;
  if (hold?.reason === reason && hold.requestedBy === requestedBy) return [];
  return [{ type: 'BlockerHoldRequested', data: { blocker, level, reason, requestedBy } }];
}

/** The next level consents; the highest has none above it, so there it is another person of its own. */
export function consentToHold(
  { blocker }: CommandOf<BlockerCommand, 'ConsentToHold'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  requireSettled(blocker, state, at);
  const { status, level, hold, clock } = requireOpen(blocker, state);
  if (status === 'ON_HOLD') return [];
  if (!hold) throw refuse('HOLD_NOT_REQUESTED', { blocker });
  const consenting = nextLevel(level) ?? level;
  if (!isActingFor(consenting, at.actor.role)) throw refuse('CONSENT_OF_NEXT_LEVEL', { level: consenting });
  const { reason, requestedBy } = hold;
  if (requestedBy === at.actor.id) throw refuse('CONSENTER_IS_REQUESTER', { blocker });
  const left = clock && nextLevel(level) ? timeLeft(clock, at) : null;
  return [{ type: 'BlockerHeld', data: { blocker, level, reason, requestedBy, left } }];
}

export function resumeBlocker(
  { blocker }: CommandOf<BlockerCommand, 'ResumeBlocker'>,
  state: ProjectState,
  at: At,
): BlockerEvent[] {
  const { status, level, hold } = requireOpen(blocker, state);
  if (status !== 'ON_HOLD') throw refuse('BLOCKER_NOT_ON_HOLD', { blocker });
  const { left, before } = hold!;
  const clock = left ? clockWith(left, at) : clockAt(level, at.now, at);
  return [{ type: 'BlockerResumed', data: { blocker, level, status: before, clock } }];
}

/** The day of the pause is used up. */
export function timeLeft({ dueAt, warnsAt, policyVersion }: LevelClock, at: At): TimeLeft {
  const today = dayOf(at.now);
  const calendar = calendarFrom(at, today);
  // An instant at which a day is over lies on the day after it.
  const until = (instant: string) => workingDaysBetween(calendar, today, addDays(dayOf(instant), -1));
  return { workingDays: until(dueAt), untilWarning: warnsAt === null ? null : until(warnsAt), policyVersion };
}

/** What goes on with that much left. */
export function clockWith({ workingDays, untilWarning, policyVersion }: TimeLeft, at: At): LevelClock {
  const today = dayOf(at.now);
  const calendar = calendarFrom(at, today);
  return {
    dueAt: endAfter(calendar, today, workingDays),
    warnsAt: untilWarning === null ? null : endAfter(calendar, today, untilWarning),
    policyVersion,
  };
}

/** A pause on the last day leaves none; what goes on has at least the day itself, or the next one that is worked. */
const endAfter = (calendar: CalendarRules, day: string, workingDays: number): string =>
  endOf(shiftToWorkingDay(calendar, addWorkingDays(calendar, day, workingDays), 'NEXT'));
