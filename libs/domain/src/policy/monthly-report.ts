import { addDays, dayIn, dayOf, endOf, lastDayOf, startOf } from '../days.js';
import { type CalendarRules, shiftToWorkingDay } from './calendar.js';

/** 每月25日前: what the notice leaves open is data (§6, sentence on monthly reports). */
export interface MonthlyReportRules {
  /** Day of the month on which reporting opens, 1 to 31. */
  readonly openDay: number;
  /** Day of the month on which the report is due, 1 to 31. */
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
}

/** A month's dates under a rule set; `dueAt` is the first instant that is late. */
export interface MonthDates {
  readonly opensAt: string;
  readonly dueAt: string;
}

export function monthDates(rules: MonthlyReportRules, calendar: CalendarRules, month: string): MonthDates {
  const { openDay, dueDay } = rules.overrides.find((override) => override.month === month) ?? rules;
  const due = shiftToWorkingDay(calendar, dayIn(month, dueDay), rules.holidayShift);
  return { opensAt: startOf(dayIn(month, openDay)), dueAt: rules.inclusive ? endOf(due) : startOf(due) };
}

/** Up to which day a month's figures run: its end, as expected, or the day on which the report is due. */
export function cutOffOf(rules: MonthlyReportRules, month: string, dueAt: string): string {
  if (rules.figuresThrough === 'MONTH_END_EXPECTED') return lastDayOf(month);
  return rules.inclusive ? addDays(dayOf(dueAt), -1) : dayOf(dueAt);
}

export const opensAt = (rules: MonthlyReportRules, month: string): string =>
  startOf(dayIn(month, (rules.overrides.find((override) => override.month === month) ?? rules).openDay));
