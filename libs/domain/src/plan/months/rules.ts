import type { At, Due, Read, Rules } from '#libs/event-sourcing/pure';
import { startOf, yearOf } from '../../days.js';
import { cutOffOf, opensAt, reportsIn } from '../../policy/monthly-report.js';
import { policyStream } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import { type PlanState, requirePublished } from '../state.js';
import { planStream, projectStream } from '../streams.js';
import type { MonthCommand } from './commands.js';
import type { MonthEvent } from './events.js';
import { dueMonthEnd, nextMonthEnd } from './ends.js';
import { membersToTell, noticeDue } from './notices.js';
import { type Opening, openingAfter, openingOf } from './openings.js';

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

/** Whatever was asked, a month that may be open by now is opened first, and what is to be told of it is told. */
export function reads(command: { readonly type: string }, state: PlanState, now: string): Read[] {
  const { year } = state;
  if (command.type !== 'PublishPlan' && (wakesAt(state) ?? '9999') > now) return [];
  const successor = year !== null && startOf(`${year + 1}-01-01`) <= now ? [planStream(year + 1)] : [];
  const named = ['monthly-report', 'calendar', 'bulletins', 'lights'] as const;
  const policies = named.map(policyStream);
  const members = membersToTell(state, now).map(projectStream);
  return [...policies, ...successor, ...members].map((stream) => ({ stream, upToNow: false }));
}

/** What falls due first: a month's end, the next month's opening, or what is to be told of one that was opened. */
export const due = (state: PlanState, at: At): Due<MonthEvent> | undefined =>
  [dueMonthEnd(state, at), openingDue(state, at), noticeDue(state, at)]
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];

/** The next month's opening; until the next year's plan is published, this one's members go on reporting. */
function openingDue(state: PlanState, at: At): Due<MonthEvent> | undefined {
  const { year, nextMonth, publishedAt } = state;
  if (year === null || nextMonth === null || publishedAt === null) return undefined;
  const opening = openingOf(nextMonth, publishedAt, at);
  if (!opening) return undefined;
  const dueAt = opening.opensAt;
  if (yearOf(nextMonth) > year && isPublishedBy(at.stateOf<PlanState>(planStream(year + 1)), dueAt))
    return { rule: 'succeeded', dueAt, event: { type: 'PlanSucceeded', data: { year, month: nextMonth } } };
  if (!('missing' in opening))
    return { rule: `open/${nextMonth}`, dueAt, event: openedMonth(state, year, nextMonth, opening) };
  // Said once; the month opens when its calendar is there.
  if (state.undated === nextMonth) return undefined;
  const { missing, calendarVersion } = opening;
  const event = { type: 'CalendarYearMissed', data: { year, month: nextMonth, missing, calendarVersion } } as const;
  return { rule: `undated/${nextMonth}`, dueAt, event };
}

/** The earliest of the next month's first day, before which it does not open, what is to be told, and the next month's end. */
export function wakesAt(state: PlanState): string | undefined {
  const { nextMonth, months } = state;
  const ends = nextMonthEnd(state)?.endsAt;
  const instants = months.flatMap(({ notices }) => notices.slice(0, 1).map(({ at }) => at));
  const opening = nextMonth === null ? [] : [startOf(`${nextMonth}-01`)];
  return [...opening, ...instants, ...(ends === undefined ? [] : [ends])].sort()[0];
}

const isPublishedBy = ({ publishedAt }: PlanState, instant: string): boolean =>
  publishedAt !== null && publishedAt <= instant;

function openedMonth(
  { entries, toldOf }: PlanState,
  year: number,
  month: string,
  { opensAt: from, dueAt, policyVersion, calendarVersion, supplement, notices, rules }: Dated,
): MonthEvent {
  const toTell = notices.filter(({ kind }) => kind !== 'BULLETIN' || !toldOf.includes(month));
  const members = [...entries.values()].filter(({ category }) => reportsIn(rules, month, category));
  return {
    type: 'ReportingMonthOpened',
    data: {
      ...{ year, month, opensAt: from, dueAt, policyVersion, calendarVersion },
      cutOff: cutOffOf(rules, month, dueAt),
      // Nobody owes what was over before it could be dated: duties never run backwards.
      ...(from < dueAt
        ? { owing: members.map(({ project }) => project), notices: toTell, supplement }
        : { owing: [], notices: [], supplement }),
      nextOpening: openingAfter(year, from, (each) => opensAt(rules, each)),
    },
  };
}

type Dated = Exclude<Opening, { missing: number }>;
