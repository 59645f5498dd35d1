import { type Documents, LATEST, type Sum, sumOn } from '#libs/event-sourcing/pure';
import { gapToTimeProgress, lastDayOf, monthIn, rate, timeProgress } from '#libs/domain';
import { sumsOfRows } from '../lists/view.js';
import { planOn } from '../plans/queries.js';
import { type Measure, MEASURES, yearSums } from './contributions.js';

type Totals = Record<Measure, number>;

/** The figures of a year at the end of a month, or on an earlier day of it. */
export async function dashboardOn(documents: Documents, year: number, month: number, asOf = LATEST) {
  const monthEnd = lastDayOf(monthIn(year, month));
  const day = asOf < monthEnd ? asOf : monthEnd;
  const plan = await planOn(documents, year, asOf);
  const months = await documents.many(sumsOfRows, yearSums(year));
  const cells = Object.entries(
    sumOn({ days: Object.assign({}, ...[...months.values()].map(({ days }) => days)) as Sum['days'] }, day),
  );
  const published = plan?.publishedOn != null;
  const figures = (pick: (cell: Cell) => boolean) => figuresOf(totalsOf(cells, pick), month);
  const sectors = [...new Set(cells.map(([key]) => cellOf(key).sector))].sort();
  return {
    year,
    month,
    day,
    plan: published ? { publishedOn: plan.publishedOn, declared: plan.declared } : { reason: 'PLAN_NOT_PUBLISHED' },
    timeProgress: timeProgress(month),
    figures: published
      ? {
          construction: figures(({ category }) => category !== 'PRELIMINARY'),
          preliminary: figures(({ category }) => category === 'PRELIMINARY'),
          byList: {
            'new-start': figures(({ status }) => status === 'PLANNED_START'),
            ongoing: figures(({ status }) => status === 'UNDER_CONSTRUCTION' || status === 'SUSPENDED'),
            preliminary: figures(({ status }) => status === 'PRELIMINARY'),
            none: figures(({ status }) => OFF_LIST.includes(status)),
          },
          bySector: Object.fromEntries(sectors.map((sector) => [sector, figures((cell) => cell.sector === sector)])),
        }
      : null,
  };
}

const OFF_LIST = ['CONCEIVED', 'RESERVED', 'COMPLETED', 'IN_SERVICE', 'CANCELLED'];

interface Cell {
  readonly status: string;
  readonly category: string;
  readonly sector: string;
  readonly measure: Measure;
}

function cellOf(key: string): Cell {
  const [status, category, sector, measure] = key.split('|') as [string, string, string, Measure];
  return { status, category, sector, measure };
}

function totalsOf(cells: readonly (readonly [string, number])[], pick: (cell: Cell) => boolean): Totals {
  const totals = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Totals;
  for (const [key, amount] of cells) {
    const cell = cellOf(key);
    if (pick(cell)) totals[cell.measure] += amount;
  }
  return totals;
}

/** Accepted and pending stand apart; rates are of accepted figures. */
const figuresOf = ({ count, total, annual, target, accepted, pending, reported }: Totals, month: number) => ({
  count,
  totalInvestment: total,
  annualPlan: annual,
  targetToDate: target,
  completedAccepted: accepted,
  completedPending: pending,
  /** How many of the projects have reported this month: 187 of 199. */
  coverage: { reported, of: count },
  completionRate: rate(accepted, annual),
  targetRate: rate(accepted, target),
  gapToTimeProgress: gapToTimeProgress(accepted, annual, month),
});

/** What a rate is made of; every other figure is a sum. */
export const PARTS_OF_RATES: Readonly<Record<string, readonly string[]>> = {
  completionRate: ['completedAccepted', 'annualPlan'],
  targetRate: ['completedAccepted', 'targetToDate'],
  gapToTimeProgress: ['completedAccepted', 'annualPlan'],
};
