import { isDay } from '#libs/domain';

/** Why a row cannot be read. */
export class BadCell extends Error {}

/** `MM/DD/YYYY`, with or without the midnight that the city's export adds, as YYYY-MM-DD. */
export function dayIn(column: string, text: string): string {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})(?: 12:00:00 AM)?$/.exec(text) ?? [];
  const found = `${year}-${month}-${day}`;
  if (!year || !isDay(found)) throw new BadCell(`${column} is not a date: ${JSON.stringify(text)}`);
  return found;
}

/** An amount with up to 2 decimals in cents, read digit by digit: a float would not be exact. */
export function centsIn(column: string, text: string): number {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  const cents = Number(`${sign}${whole}${decimals.padEnd(2, '0')}`);
  if (whole === undefined || !Number.isSafeInteger(cents))
    throw new BadCell(`${column} is not an amount: ${JSON.stringify(text)}`);
  // Not -0, which would not survive being written as JSON.
  return cents + 0;
}

export function daysIn(column: string, text: string): number {
  const days = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(days))
    throw new BadCell(`${column} is not a number of days: ${JSON.stringify(text)}`);
  return days + 0;
}

/** Cents as the file writes them. */
export const inDollars = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
