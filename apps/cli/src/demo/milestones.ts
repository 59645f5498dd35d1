import { addDays, type Category, type Milestone } from '#libs/domain';
import type { Random } from './random.js';

/** The dates of a project that shape its year. */
export interface Schedule {
  readonly start: string;
  readonly completion: string;
  readonly milestones: Partial<Record<Milestone, string>>;
}

const SOME_DAY = (year: number, random: Random): string => addDays(`${year}-01-05`, random.whole(0, 345));

/** About one carried-over project in eight is to be completed in the year itself, in its second half. */
export function milestonesOf(category: Category, random: Random): Schedule {
  if (category === 'PRELIMINARY') {
    const start = SOME_DAY(2023, random);
    const DESIGN_START = addDays('2022-02-10', random.whole(0, 280));
    return { start, completion: '2025-12-31', milestones: { DESIGN_START, COMMENCEMENT: start } };
  }
  if (category === 'NEW_START') {
    // Most are planned for spring and autumn, none for the last weeks of the year.
    const start = addDays('2022-02-20', Math.floor(270 * random.next() ** 1.3));
    return scheduled(start, addDays(start, random.whole(420, 1000)));
  }
  const completion = random.chance(0.2)
    ? addDays('2022-07-20', random.whole(0, 120))
    : addDays('2023-03-01', random.whole(0, 600));
  return scheduled(addDays(`2020-03-01`, random.whole(0, 600)), completion);
}

function scheduled(start: string, completion: string): Schedule {
  const length = (Date.parse(completion) - Date.parse(start)) / 86_400_000;
  return {
    start,
    completion,
    milestones: {
      COMMENCEMENT: start,
      STRUCTURE_DONE: addDays(start, Math.floor(length * 0.6)),
      COMPLETION: completion,
      COMMISSIONING: addDays(completion, 30),
    },
  };
}
