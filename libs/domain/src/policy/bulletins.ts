import { addDays, endOf, lastDayBefore, monthNumber } from '../days.js';

/** 适时通报 (notice §6): whether the office owes a bulletin on some months, and until when. */
export interface BulletinRules {
  readonly cadence: (typeof CADENCES)[number];
  /** Days from the last day on which reports count to the last one for the bulletin, 1 or more. */
  readonly daysAfterReports: number;
}

export const CADENCES = ['NONE', 'MONTHLY', 'QUARTERLY'] as const;

/** The first instant at which the bulletin on a month is late; undefined where none is expected. */
export function bulletinDueAt({ cadence, daysAfterReports }: BulletinRules, month: string, reportsDueAt: string) {
  if (cadence === 'NONE' || (cadence === 'QUARTERLY' && monthNumber(month) % 3 !== 0)) return undefined;
  return endOf(addDays(lastDayBefore(reportsDueAt), daysAfterReports));
}
