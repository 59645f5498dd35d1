import type { At } from '#libs/event-sourcing/pure';
import { addDays, dayOf, lastDayOf, monthIn, startOf } from '../../days.js';
import { type CalendarRules, unlessMissing } from '../../policy/calendar.js';
import {
  type MonthDates,
  monthDates,
  type MonthlyReportRules,
  opensAt,
  supplementDates,
} from '../../policy/monthly-report.js';
import { inOrderOfTime, type Notice, noticesOf } from '../../policy/report-notices.js';
import { bulletinDueAt } from '../../policy/bulletins.js';
import { inForce, type PolicyRules, type PolicyState, policyStream } from '../../policy/policy.js';
import type { NextOpening } from '../draft/events.js';

/** The rules by which months are opened; a plan is published only where both hold, so they do from then on. */
export const rulesOfMonths = (at: At, day: string) => ({
  policy: inForce(at, 'monthly-report', day),
  calendar: inForce(at, 'calendar', day),
});

/** A month that opens with all its dates, or one that should and for whose days no calendar is there yet. */
export type Opening = {
  readonly opensAt: string;
  readonly policyVersion: number;
  readonly calendarVersion: number;
  readonly rules: MonthlyReportRules;
} & (Dates | { readonly missing: number });

/**
 * The first day by now on which the rules in force on that very day have the month open: a recurring date follows
 * neither the rules that were known when it was foreseen nor those that are known when it is noticed. A month that
 * lacks its calendar opens on the first day on which there is one.
 */
export function openingOf(month: string, publishedAt: string, at: At): Opening | undefined {
  const today = dayOf(at.now);
  let undated: Opening | undefined;
  for (let day = later(`${month}-01`, dayOf(publishedAt)); day <= today; day = addDays(day, 1)) {
    if (day > lastDayOf(month) && !undated) return undefined;
    const { policy, calendar } = rulesOfMonths(at, day);
    const from = startOf(day);
    if (opensAt(policy.rules, month) > from) continue;
    const { rules, version: policyVersion } = policy;
    const dates = datesOf(rules, calendar.rules, month, from);
    const opening = { opensAt: from, policyVersion, calendarVersion: calendar.version, rules, ...dates };
    if (!('missing' in opening)) return { ...opening, notices: withBulletin(opening, month, day, at) };
    undated ??= opening;
  }
  return undated;
}

/** The bulletin that the rules of the day expect on the month comes behind what else is told of it. */
function withBulletin({ notices, dueAt }: Dates, month: string, day: string, at: At): readonly Notice[] {
  const { versions } = at.stateOf<PolicyState<PolicyRules['bulletins']>>(policyStream('bulletins'));
  const policy = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  const late = policy && bulletinDueAt(policy.rules, month, dueAt);
  if (late === undefined) return notices;
  return inOrderOfTime([...notices, { kind: 'BULLETIN', at: late, policyVersion: policy!.version }]);
}

interface Dates {
  readonly dueAt: string;
  readonly supplement: MonthDates | null;
  readonly notices: readonly Notice[];
}

/** The dates of a month that opens at an instant, or the year that they lack. */
function datesOf(
  rules: MonthlyReportRules,
  calendar: CalendarRules,
  month: string,
  from: string,
): Dates | { readonly missing: number } {
  return unlessMissing(() => {
    const { dueAt } = monthDates(rules, calendar, month);
    const supplement = supplementDates(rules, calendar, month);
    const notices = noticesOf(rules, calendar, { opensAt: from, dueAt }, supplement);
    return { dueAt, supplement: supplement ?? null, notices };
  });
}

/**
 * The first month whose opening still lies ahead: duties never run backwards. Until the next year's plan is published
 * this one goes on into that year, at most to its end.
 */
export function openingAfter(year: number, instant: string, opens: (month: string) => string): NextOpening | null {
  for (let number = 0; number < 24; number++) {
    const month = monthIn(year + Math.floor(number / 12), (number % 12) + 1);
    if (opens(month) > instant) return { month, opensAt: opens(month) };
  }
  return null;
}

const later = (a: string, b: string): string => (a > b ? a : b);
