import { addDays, isDay, lastDayOf } from '#libs/domain';
import type { Cell } from '../workbook/cell.js';
import { shown } from './amount.js';
import { bare } from './text.js';

const TEXT = /^(\d{4})(?:(?:[-./]|年)(\d{1,2})(?:(?:[-./]|月)(\d{1,2})日?|月)?)?年?$/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;

/** The day that a text names; a month or a year without a day stands for its last day. Undefined if it names none. */
export function dayNamed(text: string): string | undefined {
  const parts = DIGITS.exec(bare(text)) ?? TEXT.exec(bare(text));
  if (!parts) return undefined;
  const [, year, month = '12', day] = parts;
  const whole = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return isDay(`${whole}-01`) ? lastDayOf(whole) : undefined;
  return isDay(`${whole}-${day.padStart(2, '0')}`) ? `${whole}-${day.padStart(2, '0')}` : undefined;
}

/** The month that a text names, YYYY-MM. */
export function monthNamed(text: string): string | undefined {
  const parts = /^(\d{4})(?:[-./]|年)?(\d{1,2})月?(?:份|月报)?$/.exec(bare(text));
  const month = parts && `${parts[1]}-${parts[2]!.padStart(2, '0')}`;
  return month && isDay(`${month}-01`) ? month : undefined;
}

/** Serial numbers of days from 1954 to 2119: no year, and no year and month, is among them. */
const isSerial = (number: number): boolean => number >= 20_000 && number < 80_000;
const YEARS = { from: 1950, to: 2100 };

/** What a cell of days says as a text: serial numbers become days, 2022.10 keeps its zero by the number format. */
export function dayText({ value, isDate, decimals }: Cell, date1904: boolean): string {
  if (typeof value !== 'number') return String(value);
  if (isDate || isSerial(value)) return addDays(date1904 ? '1904-01-01' : '1899-12-30', Math.floor(value));
  const isYear = value >= YEARS.from && value < YEARS.to;
  return isYear && decimals !== null ? value.toFixed(decimals) : shown(value);
}

const DATE = '\\d{4}(?:(?:[-./]|年)\\d{1,2}(?!\\d)月?(?:[-./]?\\d{1,2}(?!\\d)日?)?)?年?';
const PERIOD = new RegExp(`^(${DATE})(?:-+|至|~|到)(${DATE})$`);

/** Beginning and end of a period such as 2021.3-2024.12, 2021-2024 or 2021年3月至2024年底. */
export function periodNamed(text: string): { from: string; to: string } | undefined {
  const parts = PERIOD.exec(
    bare(text)
      .replaceAll('年底', '年12月')
      .replace(/[〜～]/g, '~'),
  );
  const [from, to] = [parts?.[1] && dayNamed(parts[1]), parts?.[2] && dayNamed(parts[2])];
  return from && to && from <= to ? { from, to } : undefined;
}
