import type { Recorded } from '#libs/event-sourcing/pure';
import { addDays, dayOf, endOf } from '../days.js';
import { type CalendarRules, calendarSince, countedDay, type CountedDay, isWorkingDay } from '../policy/calendar.js';
import { type EscalationRules, flaggedAt, type Level, type LevelClock } from '../policy/escalation.js';
import type { PolicyAdopted, PolicyName, PolicyRules, RuleSource } from '../policy/policy.js';
import { refuse } from '../refusals.js';
import type { TimeLeft } from '../project/blockers/events.js';

/** A version of a rule set, where it comes from and since when it is in the log. */
export interface RuleSet {
  readonly policy: PolicyName;
  readonly version: number;
  /** First day on which it was in force. */
  readonly effectiveFrom: string;
  readonly source: RuleSource;
  readonly adoptedAt: string;
}

/** A level's time, counted out day by day. */
export interface CountedClock {
  readonly level: Level;
  /** When the level was reached, or its clock went on. */
  readonly startedAt: string;
  readonly escalation: RuleSet;
  /** Those that the days were counted by, a later one for a year that the first lacked; none at the highest level, which is flagged by months. */
  readonly calendars: readonly RuleSet[];
  /** Every day from the one after the start to the last that the level had. */
  readonly days: readonly CountedDay[];
  readonly warnsAt: string | null;
  readonly dueAt: string;
}

/** The rule sets as they were adopted, and which of them was in force on a day. */
export class RulesThen {
  constructor(private readonly adoptions: readonly Recorded<PolicyAdopted>[]) {}

  /** Those that had taken effect by a day. */
  by(day: string): RulesThen {
    return new RulesThen(this.adoptions.filter(({ data }) => data.effectiveFrom <= day));
  }

  /** The calendar that days are counted by from a day on, as `calendarFrom`. Throws POLICY_NOT_IN_FORCE. */
  calendarFrom(day: string): Calendar {
    const versions = this.adoptions.filter(({ data }) => data.policy === 'calendar').map(asSet<'calendar'>);
    const { rules, versionsOf } = calendarSince(
      versions.map(({ set, rules: each }) => ({ set, rules: each, effectiveFrom: set.effectiveFrom })),
      day,
    );
    return { rules, setsOf: (days) => versionsOf(days).map(({ set }) => set) };
  }

  /** Throws POLICY_NOT_IN_FORCE before the first version. */
  on<N extends PolicyName>(policy: N, day: string): { set: RuleSet; rules: PolicyRules[N] } {
    const found = this.adoptions.findLast(({ data }) => data.policy === policy && data.effectiveFrom <= day);
    if (!found) throw refuse('POLICY_NOT_IN_FORCE', { policy, day });
    return asSet(found);
  }

  /** Throws POLICY_NOT_IN_FORCE for a version that was never adopted. */
  version<N extends PolicyName>(policy: N, version: number): { set: RuleSet; rules: PolicyRules[N] } {
    const found = this.adoptions.find(({ data }) => data.policy === policy && data.version === version);
    if (!found) throw refuse('POLICY_NOT_IN_FORCE', { policy, version });
    return asSet(found);
  }
}

interface Calendar {
  readonly rules: CalendarRules;
  /** The rule sets that these days were counted by. */
  readonly setsOf: (days: readonly CountedDay[]) => readonly RuleSet[];
}

function asSet<N extends PolicyName>({ data, metadata }: Recorded<PolicyAdopted>) {
  const { policy, version, effectiveFrom, source } = data;
  return {
    set: { policy, version, effectiveFrom, source, adoptedAt: metadata.recordedAt },
    rules: data.rules as PolicyRules[N],
  };
}

/** The whole time of a level that was reached at an instant, by the rules in force on that day. */
export function countedFrom(level: Level, startedAt: string, rules: RulesThen): CountedClock {
  const day = dayOf(startedAt);
  const escalation = rules.on('escalation', day);
  if (level === 'L4_LEADING_GROUP') return flagged(startedAt, 1, escalation.set, startedAt);
  const calendar = rules.calendarFrom(day);
  const days = counted(calendar.rules, day, escalation.rules.workingDays[level]);
  const warned = warningAfter(escalation.rules, level);
  const warnsAt = warned < escalation.rules.workingDays[level] ? endOfCounted(days, warned) : null;
  const sets = { escalation: escalation.set, calendars: calendar.setsOf(days) };
  return { level, startedAt, ...sets, days, warnsAt, dueAt: endOf(days.at(-1)!.day) };
}

/** What was left of a level's time, from the day on which its clock went on. */
export function countedLeft(level: Level, left: TimeLeft, startedAt: string, rules: RulesThen): CountedClock {
  const day = dayOf(startedAt);
  const calendar = rules.calendarFrom(day);
  const days = counted(calendar.rules, day, left.workingDays);
  const { untilWarning } = left;
  return {
    ...{ level, startedAt, escalation: rules.version('escalation', left.policyVersion).set },
    ...{ calendars: calendar.setsOf(days), days, dueAt: endOf(days.at(-1)!.day) },
    warnsAt: untilWarning === null ? null : endOf(counted(calendar.rules, day, untilWarning).at(-1)!.day),
  };
}

/** The highest level's next flag: so many months after its arrival. */
export const flagged = (arrivedAt: string, months: number, escalation: RuleSet, startedAt: string): CountedClock => ({
  ...{ level: 'L4_LEADING_GROUP', startedAt, escalation, calendars: [], days: [] },
  ...{ warnsAt: null, dueAt: flaggedAt(arrivedAt, months) },
});

/** Working days of a clock that are left after a day, which itself is used up. */
export function leftAfter(clock: CountedClock, warned: boolean, day: string, rules: RulesThen): TimeLeft {
  const calendar = rules.calendarFrom(day).rules;
  const until = (instant: string): number => {
    let count = 0;
    for (let each = addDays(day, 1); endOf(each) <= instant; each = addDays(each, 1))
      if (isWorkingDay(calendar, each)) count++;
    return count;
  };
  const untilWarning = clock.warnsAt === null || warned ? null : until(clock.warnsAt);
  return { workingDays: until(clock.dueAt), untilWarning, policyVersion: clock.escalation.version };
}

/** The clock as an event keeps it. */
export const kept = ({ dueAt, warnsAt, escalation }: CountedClock): LevelClock => ({
  ...{ dueAt, warnsAt, policyVersion: escalation.version },
});

/** The days after a day until so many have counted; where none are left, up to the first that is worked, the day included. */
function counted(calendar: CalendarRules, after: string, count: number): CountedDay[] {
  const days: CountedDay[] = [];
  let day = count === 0 ? after : addDays(after, 1);
  for (let left = Math.max(count, 1); left > 0; day = addDays(day, 1)) {
    const each = countedDay(calendar, day);
    days.push(each);
    if (each.counts) left--;
  }
  return days;
}

const endOfCounted = (days: readonly CountedDay[], count: number): string =>
  endOf(days.filter(({ counts }) => counts)[count - 1]!.day);

const warningAfter = ({ workingDays, warningPercent }: EscalationRules, level: Exclude<Level, 'L4_LEADING_GROUP'>) =>
  Math.ceil((workingDays[level] * warningPercent) / 100);
