import type { At, Due, Read, Rules } from '#libs/event-sourcing/pure';
import { startOf, yearOf } from '../../days.js';
import { cutOffOf, monthDates, opensAt } from '../../policy/monthly-report.js';
import { policyStream } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import { type PlanState, requirePublished } from '../state.js';
import { planStream } from '../streams.js';
import type { MonthCommand } from './commands.js';
import type { MonthEvent } from './events.js';
import { openingAfter, openingOf } from './openings.js';

export const RULES: Rules<PlanState, MonthCommand, MonthEvent> = {
  /** Months are signed in their order, once their reports are due. */
  CloseMonth({ month }, state, at) {
    const year = requirePublished(state);
    const opened = state.months.find((each) => each.month === month);
    if (!opened) throw refuse('MONTH_NOT_OPEN', { month });
    if (month <= (state.closedThrough ?? '')) return [];
    if (opened.dueAt > at.now) throw refuse('MONTH_NOT_DUE', { month, dueAt: opened.dueAt });
    const first = state.months.find((each) => each.month > (state.closedThrough ?? ''))!;
    if (first.month !== month) throw refuse('EARLIER_MONTH_OPEN', { month: first.month });
    return [{ type: 'MonthClosed', data: { year, month, members: [...opened.owing] } }];
  },

  /** Another bulletin on the month, such as one that corrects the first, changes nothing here. */
  NoteBulletin({ month, bulletin }, state) {
    const year = requirePublished(state);
    return state.toldOf.includes(month) ? [] : [{ type: 'BulletinNoted', data: { year, month, bulletin } }];
  },
};

/** Whatever was asked, a month that may be open by now is opened first. */
export function reads(command: { readonly type: string }, state: PlanState, now: string): Read[] {
  const { year } = state;
  if (command.type !== 'PublishPlan' && (wakesAt(state) ?? '9999') > now) return [];
  const successor = year !== null && startOf(`${year + 1}-01-01`) <= now ? [planStream(year + 1)] : [];
  const policies = [policyStream('monthly-report'), policyStream('calendar')];
  return [...policies, ...successor].map((stream) => ({ stream, upToNow: false }));
}

/** The next month's opening; until the next year's plan is published, this one's members go on reporting. */
export function due(state: PlanState, at: At): Due<MonthEvent> | undefined {
  const { year, nextMonth, publishedAt } = state;
  if (year === null || nextMonth === null || publishedAt === null) return undefined;
  const opening = openingOf(nextMonth, publishedAt, at);
  if (!opening) return undefined;
  const dueAt = opening.opensAt;
  if (yearOf(nextMonth) > year && isPublishedBy(at.stateOf<PlanState>(planStream(year + 1)), dueAt))
    return { rule: 'succeeded', dueAt, event: { type: 'PlanSucceeded', data: { year, month: nextMonth } } };
  return { rule: `open/${nextMonth}`, dueAt, event: openedMonth(state, year, nextMonth, opening) };
}

export const wakesAt = ({ nextMonth }: PlanState): string | undefined =>
  nextMonth === null ? undefined : startOf(`${nextMonth}-01`);

const isPublishedBy = ({ publishedAt }: PlanState, instant: string): boolean =>
  publishedAt !== null && publishedAt <= instant;

function openedMonth(
  state: PlanState,
  year: number,
  month: string,
  { policy, calendar, ...opening }: NonNullable<ReturnType<typeof openingOf>>,
): MonthEvent {
  const { dueAt } = monthDates(policy.rules, calendar.rules, month);
  return {
    type: 'ReportingMonthOpened',
    data: {
      year,
      month,
      opensAt: opening.opensAt,
      dueAt,
      policyVersion: policy.version,
      cutOff: cutOffOf(policy.rules, month, dueAt),
      owing: [...state.entries.keys()],
      nextOpening: openingAfter(year, opening.opensAt, (each) => opensAt(policy.rules, each)),
    },
  };
}
