import { valueOn } from '#libs/event-sourcing/pure';
import { addMonths, lastDayOf, monthNumber, monthOf, yearOf } from '../../days.js';
import { roundHalfUp } from '../../money.js';
import { type Colour, COLOURS, type Dimension, DIMENSIONS, type LightRules } from '../../policy/lights.js';
import { fundingBetween, unpaid } from '../funding/figures.js';
import { isMet } from '../preparation/clocks.js';
import { nodeKey, preparationPlanOn } from '../preparation/state.js';
import { cumulativeOf } from '../reports/cumulative.js';
import { BEFORE_START, isEnded } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import { pauses } from '../suspension/state.js';
import { projectTime } from '../suspension/time-progress.js';
import type { Light, Lights } from './events.js';

/** The end of a month at which the members of a year's plan are judged, with the rules then in force. */
export interface MonthEnd {
  readonly year: number;
  /** YYYY-MM */
  readonly month: string;
  readonly rules: LightRules;
}

type Judged = Pick<
  ProjectState,
  | 'status'
  | 'plans'
  | 'milestones'
  | 'reports'
  | 'openings'
  | 'transfers'
  | 'recognised'
  | 'statistics'
  | 'fundingMovements'
  | 'preparation'
  | 'approvals'
>;

/** What a project's lights show at a month's end: each dimension that it can be judged by, none once it has ended. */
export function lightsOf(state: Judged, end: MonthEnd): Lights {
  const day = lastDayOf(end.month);
  if (isEnded(valueOn(state.status, day))) return {};
  const lights = DIMENSIONS.map((dimension) => [dimension, LIGHT[dimension](state, end, day)] as const);
  return Object.fromEntries(lights.filter(([, light]) => light !== null));
}

/** The worst of some lights; null where there are none. */
export const worstOf = (lights: readonly { readonly colour: Colour }[]): Colour | null =>
  COLOURS.findLast((colour) => lights.some((light) => light.colour === colour)) ?? null;

const LIGHT: Readonly<Record<Dimension, (state: Judged, end: MonthEnd, day: string) => Light | null>> = {
  START(state, { month, rules: { start } }, day) {
    const plannedStart = valueOn(state.milestones.COMMENCEMENT ?? [], day);
    if (!plannedStart || valueOn(state.status, day) !== 'PLANNED_START') return null;
    const monthEnds = Math.max(0, monthsFrom(monthOf(plannedStart), month) + 1);
    return light(monthEnds >= start.redFrom ? 'RED' : monthEnds >= start.yellowFrom ? 'YELLOW' : 'GREEN', {
      plannedStart,
      monthEnds,
    });
  },

  PROGRESS(state, end, day) {
    const { year, rules } = end;
    const { category, annualInvestment } = state.plans[year]!;
    const basis = rules.progress.basis[category];
    const expected = expectedBy(state, end, day);
    if (expected === null || annualInvestment === 0 || valueOn(state.status, day) === 'COMPLETED') return null;
    const { yearToDate } = cumulativeOf(state, year);
    // Behind by so many parts of the annual plan, in whole numbers, so that the bounds are met exactly.
    const whole = BigInt(expected.whole) * BigInt(annualInvestment);
    const behind = BigInt(expected.part) * BigInt(annualInvestment) - BigInt(yearToDate) * BigInt(expected.whole);
    const inputs = {
      basis,
      yearToDate,
      annualInvestment,
      pointsBehind: Number(roundHalfUp(behind * 10_000n, whole)) / 100,
    };
    if (behind * 100n > BigInt(rules.progress.redAbove) * whole) return light('RED', inputs);
    if (behind * 100n >= BigInt(rules.progress.yellowFrom) * whole) return light('YELLOW', inputs);
    return { ...light('GREEN', inputs), note: behind > 0n ? 'SLIGHTLY_BEHIND' : null };
  },

  STATISTICS(state, { rules: { statistics } }, day) {
    const startedOn = startOf(state);
    if (startedOn === null || startedOn > day) return null;
    const enteredOn = state.statistics.entered[0]?.on;
    if (enteredOn !== undefined && enteredOn <= day) return light('GREEN', { startedOn, enteredOn });
    const colour =
      day > addMonths(startedOn, statistics.redAbove)
        ? 'RED'
        : day >= addMonths(startedOn, statistics.yellowFrom)
          ? 'YELLOW'
          : 'GREEN';
    return light(colour, { startedOn, enteredOn: null });
  },

  /** Each line by itself: what is paid out of one ahead of time does not stand for another. */
  PAYMENT({ fundingMovements }, _end, day) {
    const lines = [...new Set(fundingMovements.map(({ value }) => value.line))];
    const figures = lines.map((line) =>
      fundingBetween(
        fundingMovements.filter((each) => each.value.line === line),
        '',
        day,
      ),
    );
    const due = figures.reduce((sum, { scheduled }) => sum + scheduled, 0);
    if (due === 0) return null;
    const missing = figures.reduce((sum, each) => sum + unpaid(each), 0);
    return light(missing > 0 ? 'RED' : 'GREEN', { due, missing });
  },

  PRELIMINARY(state, { rules: { preliminary } }, day) {
    const nodes = preparationPlanOn(state, day)?.nodes;
    if (!nodes || !BEFORE_START.includes(valueOn(state.status, day)!)) return null;
    const overdue = nodes.filter((node) => node.dueOn <= day && !isMet(node, state));
    const [first] = overdue.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    if (!first) return light('GREEN', { nodesOverdue: 0 });
    return light(day > addMonths(first.dueOn, preliminary.redAbove) ? 'RED' : 'YELLOW', {
      nodesOverdue: overdue.length,
      node: nodeKey(first),
      dueOn: first.dueOn,
    });
  },
};

const light = (colour: Colour, inputs: Light['inputs']): Light => ({ colour, note: null, inputs });

/** The share of the annual plan that was to be done by a month's end; null where it is not judged. */
function expectedBy(
  state: Judged,
  { year, month, rules }: MonthEnd,
  day: string,
): { readonly part: number; readonly whole: number } | null {
  const { category, annualInvestment, monthlyTargets } = state.plans[year]!;
  switch (rules.progress.basis[category]) {
    case 'NONE':
      return null;
    case 'TIME_PROGRESS': {
      const { passed, whole } = projectTime(pauses(state), year, monthNumber(month));
      return { part: passed, whole };
    }
    case 'MONTHLY_TARGETS': {
      const plannedStart = valueOn(state.milestones.COMMENCEMENT ?? [], day);
      if (monthlyTargets === null || (plannedStart && month < monthOf(plannedStart))) return null;
      const part = monthlyTargets.slice(0, monthNumber(month)).reduce((sum, target) => sum + target, 0);
      return { part, whole: annualInvestment };
    }
  }
}

/** The day on which construction began; null where it was under way before it was known, or is still ahead. */
function startOf({ status }: Judged): string | null {
  const at = status.findIndex(({ value }) => !BEFORE_START.includes(value));
  return at > 0 && status[at]!.value === 'UNDER_CONSTRUCTION' ? status[at]!.on : null;
}

const monthsFrom = (from: string, to: string): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthNumber(to) - monthNumber(from);
