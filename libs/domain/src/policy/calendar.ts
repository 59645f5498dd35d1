import { Refusal } from '#libs/event-sourcing/pure';
import { addDays, weekdayOf, yearOf } from '../days.js';
import { refuse } from '../refusals.js';

/** What the yearly notices say: weekdays that are off, weekends that are worked. */
export interface CalendarRules {
  readonly years: Readonly<Record<string, { readonly off: readonly string[]; readonly work: readonly string[] }>>;
}

/**
 * A calendar and for the years that it lacks those that were announced after it, the first notice of a year first. So
 * what is counted is the same whether a year was announced in time or late.
 */
export const completedBy = (calendar: CalendarRules, later: readonly CalendarRules[]): CalendarRules => ({
  years: Object.assign({}, ...[calendar, ...later].reverse().map(({ years }) => years)) as CalendarRules['years'],
});

/**
 * The calendar that days are counted by from a day on, of versions in the order of their adoption, and which of them
 * days were looked up in. Throws POLICY_NOT_IN_FORCE before the first version.
 */
export function calendarSince<V extends { readonly effectiveFrom: string; readonly rules: CalendarRules }>(
  versions: readonly V[],
  day: string,
) {
  const at = versions.findLastIndex(({ effectiveFrom }) => effectiveFrom <= day);
  const [first, ...since] = at < 0 ? [] : versions.slice(at);
  if (!first) throw refuse('POLICY_NOT_IN_FORCE', { policy: 'calendar', day });
  return {
    rules: completedBy(
      first.rules,
      since.map(({ rules }) => rules),
    ),
    versionsOf: (days: readonly CountedDay[]): V[] => {
      const years = new Set(days.map(({ day: each }) => yearOf(each)));
      return [
        ...new Set([first, ...[...years].map((year) => [first, ...since].find(({ rules }) => rules.years[year])!)]),
      ];
    },
  };
}

/** The last day up to which every year from a day's own on is announced; undefined where that one is not. */
export function announcedUntil({ years }: CalendarRules, day: string): string | undefined {
  let year = yearOf(day);
  while (years[String(year)]) year++;
  return year === yearOf(day) ? undefined : `${year - 1}-12-31`;
}

/** What is counted by a calendar, or the year whose working days nobody has announced: it is not guessed. */
export function unlessMissing<T>(count: () => T): T | { readonly missing: number } {
  try {
    return count();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CALENDAR_YEAR_MISSING')
      return { missing: error.facts.year as number };
    throw error;
  }
}

/** What the calendar says of a day: an ordinary weekday or weekend, or one that its year's notice turned round. */
export type DayKind = 'WEEKDAY' | 'WORKED_WEEKEND' | 'WEEKEND' | 'HOLIDAY';

/** A day that was looked up for a deadline, and the entry of the calendar that makes it count as a working day or not. */
export interface CountedDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly counts: boolean;
}

/** Throws CALENDAR_YEAR_MISSING, as `dayKindOf` does. */
export const countedDay = (calendar: CalendarRules, day: string): CountedDay => ({
  ...{ day, kind: dayKindOf(calendar, day), counts: isWorkingDay(calendar, day) },
});

/** Every day from one to another, both included. Throws CALENDAR_YEAR_MISSING. */
export function countedDays(calendar: CalendarRules, from: string, to: string): CountedDay[] {
  const days: CountedDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(countedDay(calendar, day));
  return days;
}

/** Throws CALENDAR_YEAR_MISSING rather than guess a year that no notice covers yet. */
export function dayKindOf(calendar: CalendarRules, day: string): DayKind {
  const notice = calendar.years[String(yearOf(day))];
  if (!notice) throw refuse('CALENDAR_YEAR_MISSING', { year: yearOf(day) });
  if (notice.work.includes(day)) return 'WORKED_WEEKEND';
  if (notice.off.includes(day)) return 'HOLIDAY';
  return weekdayOf(day) % 6 === 0 ? 'WEEKEND' : 'WEEKDAY';
}

/** Throws CALENDAR_YEAR_MISSING, as `dayKindOf` does. */
export function isWorkingDay(calendar: CalendarRules, day: string): boolean {
  const kind = dayKindOf(calendar, day);
  return kind === 'WEEKDAY' || kind === 'WORKED_WEEKEND';
}

/** The n-th working day after a day; the day itself does not count. */
export function addWorkingDays(calendar: CalendarRules, day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left--;
  }
  return at;
}

/** The working days after one day up to another, which counts; 0 where it does not lie later. */
export function workingDaysBetween(calendar: CalendarRules, after: string, upTo: string): number {
  let count = 0;
  for (let at = addDays(after, 1); at <= upTo; at = addDays(at, 1)) if (isWorkingDay(calendar, at)) count++;
  return count;
}

/** The day itself if it is a working day, else the nearest one before or after it. */
export function shiftToWorkingDay(calendar: CalendarRules, day: string, shift: 'NONE' | 'PREVIOUS' | 'NEXT'): string {
  let at = day;
  if (shift !== 'NONE') while (!isWorkingDay(calendar, at)) at = addDays(at, shift === 'NEXT' ? 1 : -1);
  return at;
}

/** A working day and those before it, the latest first: `count` of them beside the day itself. */
export function workingDaysBefore(calendar: CalendarRules, day: string, count: number): string[] {
  const days = [day];
  while (days.length <= count) days.push(shiftToWorkingDay(calendar, addDays(days.at(-1)!, -1), 'PREVIOUS'));
  return days;
}
