import { addDays } from '#libs/domain';
import { workday } from './diary.js';
import type { District, ExampleProject } from './district.js';
import { type Random, randomFor } from './random.js';

/** A fact of the world, and the later day on which somebody recorded it. */
export interface Fact {
  readonly on: string;
  readonly recorded: string;
}

/** What becomes of a construction project in the year. */
export interface Fate {
  /** Null: it does not start this year; undefined: it had started before. */
  readonly start?: Fact | null;
  /** A start that slips is moved to a new date, for a reason. */
  readonly postponedTo?: string;
  readonly suspension?: { readonly from: Fact; readonly to: Fact | null };
  readonly completion?: Fact;
  readonly inService?: Fact;
  readonly cancellation?: Fact;
  /** Share of its targets that it aims at, and how much of a shortfall it makes up for in a month. */
  readonly pace: number;
  readonly catchUp: number;
}

/** So few of each that every kind is seen and none is the rule. */
const LATE_STARTS = 17;
const NEVER = 4;
const SUSPENSIONS = 9;
const FOR_GOOD = 2;

export function fatesOf({ projects }: District): Map<string, Fate> {
  const random = randomFor('fates');
  const construction = projects.filter(({ category }) => category !== 'PRELIMINARY');
  const newStarts = construction.filter(({ category }) => category === 'NEW_START');
  const ahead = random.shuffled(newStarts.filter(({ milestones }) => milestones.COMMENCEMENT! > '2022-04-20'));
  const never = new Set(ahead.slice(0, NEVER));
  const [cancelled, ...early] = ahead.slice(NEVER).filter(({ milestones }) => milestones.COMMENCEMENT! < '2022-09-01');
  const late = new Set(early.slice(0, LATE_STARTS));
  const running = random.shuffled(
    construction.filter(({ category, milestones }) => category === 'CARRIED_OVER' && milestones.COMPLETION! > '2023'),
  );
  const suspended = new Map(running.slice(0, SUSPENSIONS).map((project, index) => [project, index >= FOR_GOOD]));

  return new Map(
    construction.map((project): [string, Fate] => {
      const common = { pace: random.between(0.96, 1.15), catchUp: random.between(0.7, 1) };
      if (project === cancelled) return [project.ref, { ...common, start: null, cancellation: fact('2022-09-06', 3) }];
      if (never.has(project)) return [project.ref, { ...common, start: null, postponedTo: '2023-03-31' }];
      if (late.has(project)) return [project.ref, { ...common, ...lateStart(project, random) }];
      if (project.category === 'NEW_START') return [project.ref, { ...common, start: started(project, random) }];
      if (suspended.has(project))
        return [project.ref, { ...common, catchUp: 0.35, suspension: suspension(suspended.get(project)!, random) }];
      return [project.ref, { ...common, ...completion(project, random) }];
    }),
  );
}

const fact = (on: string, afterwards: number): Fact => ({ on, recorded: workday(on, afterwards) });

function started({ milestones }: ExampleProject, random: Random): Fact {
  const planned = milestones.COMMENCEMENT!;
  // Starts of the first quarter were known when the register was set up.
  if (planned < '2022-03-29') return { on: planned, recorded: '2022-03-31' };
  const start = fact(addDays(planned, random.whole(-6, 4)), random.whole(1, 4));
  return start.recorded < '2022-03-31' ? { ...start, recorded: '2022-03-31' } : start;
}

function lateStart({ milestones }: ExampleProject, random: Random): Pick<Fate, 'start' | 'postponedTo' | 'catchUp'> {
  const on = addDays(milestones.COMMENCEMENT!, random.whole(35, 85));
  return { start: fact(on, random.whole(1, 6)), postponedTo: addDays(on, random.whole(-8, 8)), catchUp: 0.25 };
}

/** Stage days lie between the end of one month's reporting and the opening of the next. */
function suspension(resumes: boolean, random: Random): NonNullable<Fate['suspension']> {
  const month = random.whole(5, 8);
  const day = (number: number): string => `2022-${String(number).padStart(2, '0')}-0${random.whole(4, 7)}`;
  return { from: fact(day(month), 1), to: resumes ? fact(day(month + random.whole(1, 3)), 2) : null };
}

/** Works that were to end this year mostly do; half of them are in use before the year is over. */
function completion({ milestones }: ExampleProject, random: Random): Pick<Fate, 'completion' | 'inService'> {
  const planned = milestones.COMPLETION!;
  if (planned > '2022-12-01' || random.chance(0.1)) return {};
  const completed = fact(addDays(planned, random.whole(0, 20)), 3);
  const used = `${addDays(completed.recorded, 25).slice(0, 7)}-08`;
  if (used > '2022-12-10' || used <= completed.recorded || random.chance(0.3)) return { completion: completed };
  return { completion: completed, inService: fact(used, 1) };
}
