import { addDays, weekdayOf, yearOf } from '../days.js';
import { refuse } from '../refusals.js';

/** What the yearly notices say: weekdays that are off, weekends that are worked. */
export interface CalendarRules {
  readonly years: Readonly<Record<string, { readonly off: readonly string[]; readonly work: readonly string[] }>>;
}

/** What the calendar says of a day: an ordinary weekday or weekend, or one that its year's notice turned round. */
export type DayKind = 'WEEKDAY' | 'WORKED_WEEKEND' | 'WEEKEND' | 'HOLIDAY';

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
