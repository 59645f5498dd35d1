import { addDays, dayIn, dayOf, endOf, lastDayOf, monthNumber, startOf, yearOf } from '../days.js';
import type { Category } from '../plan/entries.js';
import { type CalendarRules, shiftToWorkingDay } from './calendar.js';

/** 每月25日前: what the notice leaves open is data (§6, sentence on monthly reports). */
export interface MonthlyReportRules {
  /** Day of the month on which reporting opens, 1 to 28, in an override any that the month has. */
  readonly openDay: number;
  /** Day of the month on which the report is due, the same. */
  readonly dueDay: number;
  /** Whether the due day itself still counts. */
  readonly inclusive: boolean;
  readonly zone: 'Asia/Shanghai';
  readonly holidayShift: 'NONE' | 'PREVIOUS' | 'NEXT';
  readonly overrides: readonly { readonly month: string; readonly openDay: number; readonly dueDay: number }[];
  /** Up to which day a report's figures run. */
  readonly figuresThrough: 'MONTH_END_EXPECTED' | 'DUE_DAY';
  /** Working days for repairing a returned report. */
  readonly repairDays: number;
  /** Whether the office or the lead authority reviews, or the authority first and then the office. */
  readonly review: 'ONE_STEP' | 'AUTHORITY_THEN_OFFICE';
  /** Preliminary projects report every so many months of the year, 1 to 12. */
  readonly preliminaryEvery: number;
  /** From when until when December may be supplemented, MM-DD: from a day of December to one of the next January. */
  readonly supplement: { readonly opens: string; readonly due: string };
  /** Beside the opening and the last day itself, so many working days before it; Shanghai hour 0 to 23. */
  readonly reminders: { readonly workingDaysBefore: readonly number[]; readonly hour: number };
  /** So many working days after the last day it is told who is silent; the office later than the authority. */
  readonly overdue: { readonly toAuthority: number; readonly toOffice: number };
}

/** A month's dates under a rule set; `dueAt` is the first instant that is late. */
export interface MonthDates {
  readonly opensAt: string;
  readonly dueAt: string;
}

export function monthDates(rules: MonthlyReportRules, calendar: CalendarRules, month: string): MonthDates {
  const due = shiftToWorkingDay(calendar, dueDayOf(rules, month), rules.holidayShift);
  return { opensAt: opensAt(rules, month), dueAt: rules.inclusive ? endOf(due) : startOf(due) };
}

/** When December may be supplemented; undefined for any other month. Throws CALENDAR_YEAR_MISSING where the end is shifted. */
export function supplementDates(
  rules: MonthlyReportRules,
  calendar: CalendarRules,
  month: string,
): MonthDates | undefined {
  if (monthNumber(month) !== 12) return undefined;
  const year = yearOf(month);
  const due = shiftToWorkingDay(calendar, `${year + 1}-${rules.supplement.due}`, rules.holidayShift);
  return {
    opensAt: startOf(`${year}-${rules.supplement.opens}`),
    dueAt: rules.inclusive ? endOf(due) : startOf(due),
  };
}

/** Whether a project of a category reports this month: a quarterly report is one of March, June, September, December. */
export const reportsIn = (rules: MonthlyReportRules, month: string, category: Category): boolean =>
  category !== 'PRELIMINARY' || monthNumber(month) % rules.preliminaryEvery === 0;

/** Up to which day a month's figures run: its end, as expected, or the day on which the report is due. */
export function cutOffOf(rules: MonthlyReportRules, month: string, dueAt: string): string {
  if (rules.figuresThrough === 'MONTH_END_EXPECTED') return lastDayOf(month);
  return rules.inclusive ? addDays(dayOf(dueAt), -1) : dayOf(dueAt);
}

/** The day on which a month's report is due before any shift. */
export const dueDayOf = (rules: MonthlyReportRules, month: string): string =>
  dayIn(month, (rules.overrides.find((override) => override.month === month) ?? rules).dueDay);

export const opensAt = (rules: MonthlyReportRules, month: string): string =>
  startOf(dayIn(month, (rules.overrides.find((override) => override.month === month) ?? rules).openDay));
