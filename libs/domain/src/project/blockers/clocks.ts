import type { At } from '#libs/event-sourcing/pure';
import { dayOf } from '../../days.js';
import {
  flaggedAt,
  type Level,
  type LevelClock,
  levelDueAt,
  levelWarnsAt,
  nextLevel,
} from '../../policy/escalation.js';
import { unlessMissing } from '../../policy/calendar.js';
import { calendarFrom, inForce } from '../../policy/policy.js';
import type { Basis, Clock } from '../clock.js';
import { currentStatus, isEnded, type StagesState } from '../stages/state.js';
import type { BlockerEvent } from './events.js';
import type { BlockersState, BlockerState } from './state.js';

/** The clock of a level that was reached at an instant, by the rules in force on that day. Throws CALENDAR_YEAR_MISSING. */
export function clockAt(level: Level, arrivedAt: string, at: At): LevelClock {
  const day = dayOf(arrivedAt);
  const { rules, version: policyVersion } = inForce(at, 'escalation', day);
  if (level === 'L4_LEADING_GROUP') return { dueAt: flaggedAt(arrivedAt, 1), warnsAt: null, policyVersion };
  const calendar = calendarFrom(at, day);
  return {
    dueAt: levelDueAt(rules, calendar, level, arrivedAt)!,
    warnsAt: levelWarnsAt(rules, calendar, level, arrivedAt),
    policyVersion,
  };
}

/** The running clocks of the levels; the end of a project ends them all. */
export const clocksOf = (state: BlockersState & StagesState): Clock<BlockerEvent>[] =>
  isEnded(currentStatus(state))
    ? []
    : Object.entries(state.blockers).flatMap(([blocker, held]) =>
        held.clock ? clocksOfLevel(blocker, held, held.clock) : [],
      );

function clocksOfLevel(blocker: string, held: BlockerState, clock: LevelClock): Clock<BlockerEvent>[] {
  const { level } = held;
  const { dueAt, warnsAt, policyVersion } = clock;
  const basis = basisOf(held, clock);
  const to = nextLevel(level);
  if (!to) return [flag(blocker, held, clock)];
  const expiry: Clock<BlockerEvent> = {
    rule: `blocker/${blocker}/${level}`,
    dueAt,
    basis,
    // The next level begins when this one ended, however late it is noticed.
    event: (at) => {
      const next = unlessMissing(() => clockAt(to, dueAt, at));
      if ('missing' in next) return undefined;
      const data = {
        blocker,
        from: level,
        to,
        cause: 'TIME_OVER',
        outcome: null,
        arrivedAt: dueAt,
        policyVersion,
      } as const;
      return { type: 'BlockerEscalated', data: { ...data, clock: next } };
    },
  };
  if (warnsAt === null) return [expiry];
  const warning: Clock<BlockerEvent> = {
    rule: `blocker-warning/${blocker}/${level}`,
    dueAt: warnsAt,
    basis,
    event: () => ({ type: 'BlockerWarned', data: { blocker, level, dueAt, policyVersion } }),
  };
  return [warning, expiry];
}

/** At the highest level its time is over again and again, a month apart. */
const flag = (blocker: string, held: BlockerState, clock: LevelClock): Clock<BlockerEvent> => ({
  rule: `blocker-at-top/${blocker}`,
  dueAt: clock.dueAt,
  basis: basisOf(held, clock),
  event: () => ({
    type: 'BlockerOverdueAtTop',
    data: {
      ...{ blocker, months: held.flags + 1, policyVersion: clock.policyVersion },
      clock: { ...clock, dueAt: flaggedAt(held.arrivedAt, held.flags + 2) },
    },
  }),
});

const basisOf = ({ level, arrivedAt: startedAt }: BlockerState, { policyVersion: version }: LevelClock): Basis => ({
  ...{ policy: 'escalation', version },
  time: { level, startedAt },
});
