import {
  addDays,
  addWorkingDays,
  type CalendarRules,
  DEFAULT_POLICIES,
  isWorkingDay,
  monthIn,
  type PlanCommand,
  type ProjectCommand,
  startOf,
  type UnitCommand,
} from '#libs/domain';
import {
  type As,
  type GroupCommand,
  groupStep,
  bulletinStep,
  type Moment,
  planStep,
  projectStep,
  type Step,
  unitStep,
  type WrittenBulletin,
} from './script.js';

export const CALENDAR: CalendarRules = DEFAULT_POLICIES.calendar.rules;

/** The n-th working day after a day; with 0 the day itself or the next one that is worked. */
export const workday = (day: string, after = 0): string =>
  addWorkingDays(CALENDAR, addDays(day, after ? 0 : -1), after || 1);

export const workdaysBetween = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorkingDay(CALENDAR, day)) days.push(day);
  return days;
};

const HOUR = 3_600_000;
/** The office hour at which a day's steps happen. */
export const atOffice = (day: string): string => new Date(Date.parse(startOf(day)) + 10 * HOUR).toISOString();
const afterMidnight = (instant: string): string => new Date(Date.parse(instant) + HOUR / 6).toISOString();

/** Collects the steps of the year in any order of days; within a day a project's steps keep the order of writing. */
export class Diary {
  private readonly days = new Map<string, Map<string, Step[]>>();
  private readonly stops = new Set<string>();

  constructor(
    readonly year: number,
    /** The last day; what would happen later is not part of the year. */
    private readonly lastDay: string,
  ) {}

  project(day: string, as: As, ref: string, command: ProjectCommand, learns?: string): void {
    this.add(day, projectStep({ as, day, ...(learns !== undefined && { learns }) }, ref, command));
  }

  unit(day: string, as: As, unit: string, command: Extract<UnitCommand, { type: 'RegisterUnit' }>): void {
    this.add(day, unitStep({ as, day }, unit, command));
  }

  group(day: string, as: As, command: GroupCommand): void {
    this.add(day, groupStep({ as, day }, command));
  }

  plan(day: string, as: As, command: PlanCommand): void {
    this.add(day, planStep({ as, day }, this.year, command));
  }

  bulletin(day: string, as: As, ref: string, command: WrittenBulletin): void {
    this.add(day, bulletinStep({ as, day }, ref, command));
  }

  /** Time passes a due instant: the clock stops just behind it, so that the timers can say so in time. */
  stopAfter(instant: string): void {
    const at = afterMidnight(instant);
    if (at <= atOffice(this.lastDay)) this.stops.add(at);
  }

  moments(): Moment[] {
    const steps = [...this.days].map(([day, groups]): Moment => ({ at: atOffice(day), groups: [...groups.values()] }));
    const stops = [...this.stops, atOffice(addDays(this.lastDay, 1))].map((at): Moment => ({ at, groups: [] }));
    const moments = [...steps, ...stops].sort((a, b) => (a.at < b.at ? -1 : 1));
    return moments.map((moment, index) => {
      const closes = this.closedBy(moment.at, moments[index + 1]?.at);
      return closes === undefined ? moment : { ...moment, closes };
    });
  }

  private add(day: string, step: Step): void {
    if (day > this.lastDay) return;
    const groups = this.days.get(day) ?? new Map<string, Step[]>();
    this.days.set(day, groups.set(step.resource, [...(groups.get(step.resource) ?? []), step]));
  }

  /** A month is over for the reader when the next one opens, or the year ends. */
  private closedBy(at: string, next: string | undefined): string | undefined {
    const { openDay } = DEFAULT_POLICIES['monthly-report'].rules;
    const opening = (month: number) => startOf(`${monthIn(this.year, month)}-${openDay}`);
    for (let month = 4; month <= 12; month++) {
      const end = month === 12 ? undefined : opening(month + 1);
      if (end === undefined ? next === undefined : at < end && next !== undefined && next >= end)
        return monthIn(this.year, month);
    }
    return undefined;
  }
}
