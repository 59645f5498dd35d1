import { isDay } from '#libs/domain';
import { Refused } from './terminal.js';

/** A day that exists; throws Refused for anything else. */
export function dayIn(option: string, text: string): string {
  if (!isDay(text)) throw new Refused(`${option} ${text}: no such day`);
  return text;
}

/** An instant in UTC; throws Refused for anything else. */
export function instantIn(option: string, text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Refused(`${option} ${text}: no such instant`);
  return instant.toISOString();
}

export function yearIn(option: string, text: string): number {
  if (!/^20\d\d$/.test(text)) throw new Refused(`${option} ${text}: no such year`);
  return Number(text);
}
