import { EdgeProblem } from './problems.js';

export const wrong = (pointer: string, detail: string) => new EdgeProblem('INVALID_QUERY', [{ pointer, detail }]);

/** The year in a path; throws INVALID_QUERY for anything else. */
export function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw wrong('/year', '年份须为四位数');
  return Number(text);
}

/** The month of a year in a path, 1 to 12; throws INVALID_QUERY for anything else. */
export function monthNumberOf(text: string): number {
  if (!/^(0?[1-9]|1[0-2])$/.test(text)) throw wrong('/month', '月份须为 1 至 12');
  return Number(text);
}
