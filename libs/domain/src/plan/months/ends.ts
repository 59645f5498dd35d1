import type { At, Due } from '#libs/event-sourcing/pure';
import { endOf, lastDayOf, monthIn } from '../../days.js';
import { type PolicyState, policyStream, type PolicyRules } from '../../policy/policy.js';
import type { PlanState } from '../state.js';
import type { MonthEvent } from './events.js';

/** The first month of a plan's year that ends after an instant; null once the year is over. */
export function monthEndAfter(
  year: number,
  instant: string,
): { readonly month: string; readonly endsAt: string } | null {
  for (let number = 1; number <= 12; number++) {
    const month = monthIn(year, number);
    const endsAt = endOf(lastDayOf(month));
    if (endsAt > instant) return { month, endsAt };
  }
  return null;
}

/** The month of the year whose end is to be recorded next: duties begin with the publication. */
export const nextMonthEnd = ({ year, publishedAt, endedUpTo }: PlanState) =>
  year === null || publishedAt === null ? null : monthEndAfter(year, endedUpTo ?? publishedAt);

/** A month is over: its last day's rules say how the members are judged; without any nobody is. */
export function dueMonthEnd(state: PlanState, at: At): Due<MonthEvent> | undefined {
  const next = nextMonthEnd(state);
  if (!next || next.endsAt > at.now) return undefined;
  const { month, endsAt } = next;
  const { versions } = at.stateOf<PolicyState<PolicyRules['lights']>>(policyStream('lights'));
  const policy = versions.findLast(({ effectiveFrom }) => effectiveFrom <= lastDayOf(month));
  const lights = policy ? { policyVersion: policy.version, rules: policy.rules } : null;
  const data = { year: state.year!, month, endsAt, lights, members: [...state.entries.keys()] };
  return { rule: `end/${month}`, dueAt: endsAt, event: { type: 'MonthEnded', data } };
}
