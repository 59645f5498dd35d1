import { dayIn, lastDayOf, monthIn } from '../../days.js';
import { rate } from '../../money.js';
import type { Period } from './state.js';

/** Divisible by the days of every month, so that shares of months add up exactly. */
const MONTH = 28 * 29 * 30 * 31;

/**
 * 序时进度 of one project, (m − p) / 12 with 4 decimals: p is the sum of recognised days over the days of their months.
 * month: 0 to 12, half months allowed; of half a month only the days up to its middle count.
 */
export function projectTimeProgress(pauses: readonly Period[], year: number, month: number): number {
  const { passed, whole } = projectTime(pauses, year, month);
  return rate(passed, whole)!;
}

/** The same as an exact share, to be compared with. */
export function projectTime(
  pauses: readonly Period[],
  year: number,
  month: number,
): { readonly passed: number; readonly whole: number } {
  let paused = 0;
  for (let number = 1; number <= Math.ceil(month); number++) {
    const days = Number(lastDayOf(monthIn(year, number)).slice(8));
    const counted = number <= month ? days : Math.floor(days / 2);
    paused += (MONTH / days) * pausedDays(pauses, monthIn(year, number), counted);
  }
  return { passed: month * MONTH - paused, whole: 12 * MONTH };
}

/** A day that two recognitions cover counts once. */
function pausedDays(pauses: readonly Period[], month: string, days: number): number {
  let paused = 0;
  for (let number = 1; number <= days; number++) {
    const day = dayIn(month, number);
    if (pauses.some(({ from, to }) => from <= day && day <= to)) paused++;
  }
  return paused;
}
