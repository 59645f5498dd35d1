import { type Documents, LATEST, type Sum, sumOn } from '#libs/event-sourcing/pure';
import { gapToTimeProgress, lastDayOf, monthIn, rate, timeProgress } from '#libs/domain';
import { sumsOfRows } from '../lists/view.js';
import { planOn } from '../plans/queries.js';
import { DIMENSION, type Measure, MEASURES, yearSums } from './contributions.js';
import { type Stage, STAGES } from './stages.js';

type Totals = Record<Measure, number>;

/** The figures of a year at the end of a month, or on an earlier day of it. */
export async function dashboardOn(documents: Documents, year: number, month: number, asOf = LATEST) {
  const monthEnd = lastDayOf(monthIn(year, month));
  const day = asOf < monthEnd ? asOf : monthEnd;
  const plan = await planOn(documents, year, asOf);
  const months = await documents.many(sumsOfRows, yearSums(year));
  const all = Object.entries(
    sumOn({ days: Object.assign({}, ...[...months.values()].map(({ days }) => days)) as Sum['days'] }, day),
  );
  const cells = all.filter(([key]) => !key.startsWith(DIMENSION));
  const published = plan?.publishedOn != null;
  const figures = (pick: (cell: Cell) => boolean) => figuresOf(totalsOf(cells, pick), month);
  const inDimension = (name: string, of: (parts: string[]) => string) => figuresBy(all, name, of, month);
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
          byTown: inDimension('place', ([, town]) => decodeURIComponent(town!)),
          byAuthority: inDimension('authority', ([authority]) => decodeURIComponent(authority!)),
          byResponsible: inDimension('responsible', ([unit]) => decodeURIComponent(unit!)),
          byLeader: inDimension('leader', ([leader]) => decodeURIComponent(leader!)),
          /** A project counts at each source of its money. */
          bySource: inDimension('source', ([source]) => source!),
          matrix: matrixOf(all, month),
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

type Cells = readonly (readonly [string, number])[];

/** Totals of a dimension's cells, by what their keys say between its name and the measure. */
function totalsBy(cells: Cells, name: string, of: (parts: string[]) => string): [string, Totals][] {
  const totals = new Map<string, Totals>();
  for (const [key, amount] of cells) {
    if (!key.startsWith(`${DIMENSION}${name}|`)) continue;
    const parts = key.split('|').slice(1);
    const value = of(parts);
    const sums = totals.get(value) ?? (Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Totals);
    sums[parts.at(-1) as Measure] += amount;
    totals.set(value, sums);
  }
  // Those that have left it all leave zeros.
  return [...totals].filter(([, { count }]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

const figuresBy = (cells: Cells, name: string, of: (parts: string[]) => string, month: number) =>
  Object.fromEntries(totalsBy(cells, name, of).map(([value, totals]) => [value, figuresOf(totals, month)]));

/** Sector × town; '' is not known. */
function matrixOf(cells: Cells, month: number) {
  const places = totalsBy(cells, 'place', ([sector, town]) => `${sector}|${town}`).map(([place, totals]) => {
    const [sector, town] = place.split('|') as [string, string];
    return { sector, town: decodeURIComponent(town), figures: figuresOf(totals, month) };
  });
  const sectors = [...new Set(places.map(({ sector }) => sector))];
  return Object.fromEntries(
    sectors.map((sector) => {
      const towns = places.filter((place) => place.sector === sector);
      return [sector, Object.fromEntries(towns.map(({ town, figures }) => [town, figures]))];
    }),
  );
}

/** Accepted and pending stand apart; rates are of accepted figures. */
const figuresOf = (
  { count, total, annual, target, accepted, pending, reported, ...stages }: Totals,
  month: number,
) => ({
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
  ...stages,
  ...(Object.fromEntries(
    STAGE_NAMES.flatMap((stage) => [
      [`${stage}RateOfYear`, rate(stages[`${stage}Done`], stages[`${stage}Planned`])],
      [`${stage}RateToDate`, rate(stages[`${stage}DueDone`], stages[`${stage}Due`])],
    ]),
  ) as Record<`${Stage}Rate${'OfYear' | 'ToDate'}`, number | null>),
});

/** 开工率, 完工率 and 投用率, each with two denominators: planned for the year, and planned up to the day. */
const STAGE_NAMES = Object.keys(STAGES) as Stage[];

/** What a rate is made of; every other figure is a sum. */
export const PARTS_OF_RATES: Readonly<Record<string, readonly string[]>> = {
  completionRate: ['completedAccepted', 'annualPlan'],
  targetRate: ['completedAccepted', 'targetToDate'],
  gapToTimeProgress: ['completedAccepted', 'annualPlan'],
  ...Object.fromEntries(
    STAGE_NAMES.flatMap((stage) => [
      [`${stage}RateOfYear`, [`${stage}Done`, `${stage}Planned`]],
      [`${stage}RateToDate`, [`${stage}DueDone`, `${stage}Due`]],
    ]),
  ),
};
