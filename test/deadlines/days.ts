import chineseDays from 'chinese-days';

/** Days as the checks count them: by hand and by another source's calendar, so that the product's own cannot hide a fault. */

/** An hour of a day of Shanghai, which has no summer time. */
export const at = (day: string, hour = 0): string =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString();

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export function workingDay(from: string, count: number): string {
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = dayAfter(day, Math.sign(count));
    if (chineseDays.isWorkday(day)) left--;
  }
  return day;
}

/** The same day of a later month; no day behind the 28th is asked for. */
export function monthsAfter(day: string, months: number): string {
  const month = new Date(`${day.slice(0, 8)}01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + months);
  return month.toISOString().slice(0, 8) + day.slice(8);
}

/** The day in Shanghai at an instant. */
export const dayIn = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
