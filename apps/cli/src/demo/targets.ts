import { monthNumber, yearOf } from '#libs/domain';
import { apportion } from './amounts.js';
import type { Schedule } from './milestones.js';
import type { Random } from './random.js';

/** How much of a year's work a month can bear: little around the spring festival. */
const SEASON = [5, 5, 8, 9, 9, 10, 9, 9, 9, 9, 9, 9];

/** Twelve targets that sum to the annual investment, none before the start, none after the planned completion. */
export function monthlyTargets(annual: number, { start, completion }: Schedule, random: Random): number[] {
  const first = yearOf(start) === 2022 ? monthNumber(start) : 1;
  const last = yearOf(completion) === 2022 ? monthNumber(completion) : 12;
  const weights = SEASON.map((weight, index) => {
    const month = index + 1;
    if (month < first || month > last) return 0;
    // A new site needs a month or two until it is at full work.
    const running = first === 1 ? 1 : Math.min(1, (month - first + 1) / 3);
    return weight * running * random.between(0.85, 1.15);
  });
  return apportion(annual, weights);
}
