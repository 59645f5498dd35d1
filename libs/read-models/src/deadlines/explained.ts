import type { Documents } from '#libs/event-sourcing/pure';
import {
  addDays,
  type Basis,
  calendarSince,
  type CalendarRules,
  clocksOf,
  countedDays,
  dayOf,
  DEFAULT_POLICIES,
  dueDayOf,
  lastDayBefore,
  type MonthlyReportRules,
  type PolicyName,
  shiftToWorkingDay,
} from '#libs/domain';
import { policies, type PolicyDocument } from '../policies/view.js';
import { deadlines, type StreamDeadlines } from './view.js';

type Version = PolicyDocument['versions'][number];
interface Running {
  readonly rule: string;
  readonly dueAt: string;
  readonly basis: Basis | null;
}
type VersionsOf = (policy: PolicyName) => readonly Version[];

/**
 * What a project or plan waits for, what falls due first in front, each with the rule set by which it was reckoned,
 * where that comes from, and the days that were looked up in the calendar; undefined for a stream that never waited.
 */
export async function deadlinesExplained(documents: Documents, stream: string) {
  const found = await documents.get(deadlines, stream);
  if (!found) return undefined;
  const rules = await documents.many(policies, Object.keys(DEFAULT_POLICIES));
  const versionsOf: VersionsOf = (policy) => rules.get(policy)?.versions ?? [];
  const running = found.project ? clocksOf(found.project, found.months) : clocksOfPlan(found, versionsOf);
  return { stream, items: running.map((clock) => explained(clock, versionsOf)) };
}

/** A month opens, and is judged, by the rules of the day itself: what is known of them by now is a forecast. */
function clocksOfPlan({ clocks, plan, months }: StreamDeadlines, versionsOf: VersionsOf): Running[] {
  const inForce = (policy: PolicyName, day: string): Basis | null => {
    const version = versionsOf(policy).findLast(({ effectiveFrom }) => effectiveFrom <= day)?.version;
    return version === undefined ? null : { policy, version };
  };
  const basisOf = (rule: string, dueAt: string): Basis | null => {
    if (rule === 'open') return inForce('monthly-report', dayOf(dueAt));
    if (rule === 'end') return inForce('lights', lastDayBefore(dueAt));
    const month = rule.split('/')[1]!;
    const notice = plan.notices[month]![0]!;
    if (notice.kind === 'BULLETIN') return { policy: 'bulletins', version: notice.policyVersion };
    const { opensAt, policyVersion: version } = months.owed.find((each) => each.month === month)!;
    const counts = notice.kind !== 'REPORTERS' && notice.kind !== 'SUPPLEMENT';
    return { policy: 'monthly-report', version, ...(counts && { month: { month, opensAt, toldOn: dayOf(dueAt) } }) };
  };
  return Object.entries(clocks)
    .map(([rule, dueAt]) => ({ rule, dueAt, basis: basisOf(rule, dueAt) }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
}

function explained({ rule, dueAt, basis }: Running, versionsOf: VersionsOf) {
  const version = basis && versionsOf(basis.policy).find((each) => each.version === basis.version);
  const month = version && basis.month ? monthly(basis.month.month, version.rules as MonthlyReportRules) : null;
  const counted = basis ? lookedUp(dueAt, basis, month, versionsOf('calendar')) : UNCOUNTED;
  // Without a policy a person set the day, or the project's own plan did.
  return { rule, dueAt, policy: version ? named(version) : null, month, time: basis?.time ?? null, ...counted };
}

const named = ({ policy, version, effectiveFrom, source }: Version) => ({ policy, version, effectiveFrom, source });

const monthly = (month: string, rules: MonthlyReportRules) => ({
  ...{ month, dueDay: dueDayOf(rules, month) },
  ...{ inclusive: rules.inclusive, holidayShift: rules.holidayShift },
});

const UNCOUNTED = { calendars: [], days: [] };

/**
 * The days of a level's time or of a repair, or those between the day on which a month's report would be due, the one to which a
 * holiday shifts it, and the one on which that is told.
 */
function lookedUp(
  dueAt: string,
  { time, month: opened }: Basis,
  month: ReturnType<typeof monthly> | null,
  versions: readonly Version[],
) {
  // The highest level is flagged by months.
  if (time && time.level !== 'L4_LEADING_GROUP') {
    const start = dayOf(time.startedAt);
    return byCalendar(versions, start, () => [addDays(start, 1), lastDayBefore(dueAt)]);
  }
  if (!opened || !month) return UNCOUNTED;
  return byCalendar(versions, dayOf(opened.opensAt), (calendar) => [
    month.dueDay,
    shiftToWorkingDay(calendar, month.dueDay, month.holidayShift),
    ...(opened.toldOn === undefined ? [] : [opened.toldOn]),
  ]);
}

/** The days from the first to the last of these, and the versions of the calendar that they were looked up in. */
function byCalendar(versions: readonly Version[], since: string, endsOf: (calendar: CalendarRules) => string[]) {
  const { rules, versionsOf } = calendarSince(versions as readonly (Version & { rules: CalendarRules })[], since);
  const ends = endsOf(rules).sort();
  const days = countedDays(rules, ends[0]!, ends.at(-1)!);
  return { calendars: versionsOf(days).map(named), days };
}
