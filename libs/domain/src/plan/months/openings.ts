import type { At } from '#libs/event-sourcing/pure';
import { addDays, dayOf, lastDayOf, monthIn, startOf } from '../../days.js';
import { opensAt } from '../../policy/monthly-report.js';
import { inForce } from '../../policy/policy.js';
import type { NextOpening } from '../draft/events.js';

/** The rules by which months are opened; a plan is published only where both hold, so they do from then on. */
export const rulesOfMonths = (at: At, day: string) => ({
  policy: inForce(at, 'monthly-report', day),
  calendar: inForce(at, 'calendar', day),
});

/**
 * The first day by now on which the rules in force on that very day have the month open: a recurring date follows
 * neither the rules that were known when it was foreseen nor those that are known when it is noticed.
 */
export function openingOf(month: string, publishedAt: string, at: At) {
  const first = later(`${month}-01`, dayOf(publishedAt));
  const today = dayOf(at.now);
  for (let day = first; day <= today && day <= lastDayOf(month); day = addDays(day, 1)) {
    const rules = rulesOfMonths(at, day);
    if (opensAt(rules.policy.rules, month) <= startOf(day)) return { opensAt: startOf(day), ...rules };
  }
  return undefined;
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
