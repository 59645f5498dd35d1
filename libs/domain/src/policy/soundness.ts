import { isDay, isMonth } from '../days.js';
import { type BulletinRules, CADENCES } from './bulletins.js';
import type { CalendarRules } from './calendar.js';
import { type EscalationRules, LEVELS } from './escalation.js';
import type { MonthlyReportRules } from './monthly-report.js';
import { fieldsOf, isPositive, type Unknown } from './shape.js';
import { approvals, checklists, durations } from './soundness-of-approvals.js';
import { lights } from './soundness-of-lights.js';
import type { StackingRules } from './stacking.js';

/**
 * The first field of a rule set that cannot be right, or undefined. A rule set comes as it was written by people and
 * stays in force for good, so here its shape is checked as well.
 */
export const UNSOUND_FIELD = {
  'monthly-report': monthlyReport,
  escalation,
  calendar,
  stacking,
  bulletins,
  approvals,
  durations,
  checklists,
  lights,
};

function monthlyReport(rules: Unknown<MonthlyReportRules>): string | undefined {
  if (!isDayNumber(rules.openDay)) return 'openDay';
  if (!isDayNumber(rules.dueDay) || rules.openDay >= rules.dueDay) return 'dueDay';
  if (typeof rules.inclusive !== 'boolean') return 'inclusive';
  if (rules.zone !== 'Asia/Shanghai') return 'zone';
  if (!['NONE', 'PREVIOUS', 'NEXT'].includes(rules.holidayShift as string)) return 'holidayShift';
  if (!['MONTH_END_EXPECTED', 'DUE_DAY'].includes(rules.figuresThrough as string)) return 'figuresThrough';
  if (!isPositive(rules.repairDays)) return 'repairDays';
  if (!Array.isArray(rules.overrides)) return 'overrides';
  const wrong = rules.overrides.findIndex((override) => !isOverride(override));
  return wrong < 0 ? reviewAndNotices(rules) : `overrides/${wrong}`;
}

/** More than a month ahead nobody is reminded, and later than that nobody is told. */
const MOST_DAYS = 20;

function reviewAndNotices(rules: Unknown<MonthlyReportRules>): string | undefined {
  if (!['ONE_STEP', 'AUTHORITY_THEN_OFFICE'].includes(rules.review as string)) return 'review';
  if (!isPositive(rules.preliminaryEvery) || rules.preliminaryEvery > 12) return 'preliminaryEvery';
  const { opens, due } = fieldsOf(rules.supplement);
  if (!isDayIn('12', opens)) return 'supplement/opens';
  if (!isDayIn('01', due)) return 'supplement/due';
  const { workingDaysBefore, hour } = fieldsOf(rules.reminders);
  if (!Array.isArray(workingDaysBefore) || !workingDaysBefore.every(isDayCount)) return 'reminders/workingDaysBefore';
  if (!Number.isInteger(hour) || (hour as number) < 0 || (hour as number) > 23) return 'reminders/hour';
  const { toAuthority, toOffice } = fieldsOf(rules.overdue);
  if (!isDayCount(toAuthority)) return 'overdue/toAuthority';
  return isDayCount(toOffice) && toOffice > toAuthority ? undefined : 'overdue/toOffice';
}

const isDayCount = (days: unknown): days is number => isPositive(days) && days <= MOST_DAYS;
const isDayIn = (month: string, day: unknown): boolean =>
  typeof day === 'string' && day.startsWith(`${month}-`) && isDay(`2001-${day}`);

function isOverride(override: unknown): boolean {
  const { month, openDay, dueDay } = fieldsOf(override);
  return (
    typeof month === 'string' &&
    isMonth(month) &&
    isDayOfMonth(month, openDay) &&
    isDayOfMonth(month, dueDay) &&
    openDay < dueDay
  );
}

function escalation({ workingDays, warningPercent }: Unknown<EscalationRules>): string | undefined {
  const days = fieldsOf(workingDays);
  const wrong = LEVELS.slice(0, -1).find((level) => !isPositive(days[level]));
  if (wrong) return `workingDays/${wrong}`;
  return isPositive(warningPercent) && warningPercent < 100 ? undefined : 'warningPercent';
}

function stacking({ alertFrom }: Unknown<StackingRules>): string | undefined {
  return isPositive(alertFrom) && alertFrom >= 2 ? undefined : 'alertFrom';
}

function bulletins({ cadence, daysAfterReports }: Unknown<BulletinRules>): string | undefined {
  if (!(CADENCES as readonly unknown[]).includes(cadence)) return 'cadence';
  return isPositive(daysAfterReports) ? undefined : 'daysAfterReports';
}

function calendar({ years }: Unknown<CalendarRules>): string | undefined {
  const notices = Object.entries(fieldsOf(years));
  if (notices.length === 0) return 'years';
  for (const [year, notice] of notices) {
    const lists = fieldsOf(notice);
    for (const list of ['off', 'work']) if (!isDaysOf(year, lists[list])) return `years/${year}/${list}`;
  }
  return undefined;
}

const isDaysOf = (year: string, days: unknown): boolean =>
  Array.isArray(days) && days.every((day) => typeof day === 'string' && isDay(day) && day.startsWith(`${year}-`));

/** A day that every month has. */
const isDayNumber = (day: unknown): day is number => isPositive(day) && day <= 28;
const isDayOfMonth = (month: string, day: unknown): day is number =>
  isPositive(day) && isDay(`${month}-${String(day).padStart(2, '0')}`);
