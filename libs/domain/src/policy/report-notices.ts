import { atHour, lastDayBefore } from '../days.js';
import { addWorkingDays, type CalendarRules, workingDaysBefore } from './calendar.js';
import type { MonthDates, MonthlyReportRules } from './monthly-report.js';

/** What is told of a month: who has no reporter, who is reminded, who is silent (督办), and when December is open again. */
export type NoticeKind = 'REPORTERS' | 'REMINDER' | 'TO_AUTHORITY' | 'TO_OFFICE' | 'SUPPLEMENT';

/** `at`: RFC 3339 instant at which it falls due. */
export type Notice =
  | { readonly kind: NoticeKind; readonly at: string }
  /** The office owes a bulletin on the month, by rules of their own. */
  | { readonly kind: 'BULLETIN'; readonly at: string; readonly policyVersion: number };

/** Each when it falls due; where two fall on one instant they keep their order. */
export const inOrderOfTime = (notices: readonly Notice[]): Notice[] =>
  [...notices].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/**
 * All that is told of a month, in its order. Days are counted from the last day that counts, after any shift; a
 * reminder that would come before the opening moves to it. Throws CALENDAR_YEAR_MISSING.
 */
export function noticesOf(
  { reminders, overdue }: MonthlyReportRules,
  calendar: CalendarRules,
  { opensAt, dueAt }: MonthDates,
  supplement: MonthDates | undefined,
): Notice[] {
  const last = lastDayBefore(dueAt);
  const before = workingDaysBefore(calendar, last, Math.max(0, ...reminders.workingDaysBefore));
  const days = [0, ...reminders.workingDaysBefore].map((count) => atHour(before[count]!, reminders.hour));
  const moments = new Set([opensAt, ...days.map((at) => (at < opensAt ? opensAt : at))]);
  const after = (count: number) => atHour(addWorkingDays(calendar, last, count), reminders.hour);
  const notices: Notice[] = [
    { kind: 'REPORTERS', at: opensAt },
    ...[...moments].map((at): Notice => ({ kind: 'REMINDER', at })),
    { kind: 'TO_AUTHORITY', at: after(overdue.toAuthority) },
    { kind: 'TO_OFFICE', at: after(overdue.toOffice) },
    ...(supplement ? [{ kind: 'SUPPLEMENT', at: supplement.opensAt } as const] : []),
  ];
  // The order of kinds above decides where two fall on one instant.
  return inOrderOfTime(notices);
}
