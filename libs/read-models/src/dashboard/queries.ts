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
  const [plan, months] = await Promise.all([planOn(documents, year, asOf), documents.many(sumsOfRows, yearSums(year))]);
  const days = Object.assign({}, ...[...months.values()].map((sum) => sum.days)) as Sum['days'];
  const all = cellsOf(sumOn({ days }, day));
  const cells = all.flatMap(({ parts: [status, category, sector], totals }) =>
    status!.startsWith(DIMENSION) ? [] : [{ status: status!, category: category!, sector: sector!, totals }],
  );
  const published = plan?.publishedOn != null;
  const figures = (pick: (cell: (typeof cells)[number]) => boolean) =>
    figuresOf(addedUp(cells.filter(pick).map(({ totals }) => totals)), month);
  const inDimension = (name: string, of: (parts: readonly string[]) => string) => figuresBy(all, name, of, month);
  const sectors = [...new Set(cells.map(({ sector }) => sector))].sort();
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

/** What the keys of a summary say ahead of the measure, and the amounts of every measure there. */
interface Cell {
  readonly parts: readonly string[];
  readonly totals: Totals;
}

const NOTHING = Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Totals;

/** Each key is taken apart once, however many figures its amount goes into. */
function cellsOf(amounts: Readonly<Record<string, number>>): Cell[] {
  const cells = new Map<string, Totals>();
  for (const [key, amount] of Object.entries(amounts)) {
    const end = key.lastIndexOf('|');
    const cell = key.slice(0, end);
    let totals = cells.get(cell);
    if (!totals) cells.set(cell, (totals = { ...NOTHING }));
    totals[key.slice(end + 1) as Measure] = amount;
  }
  return [...cells].map(([cell, totals]) => ({ parts: cell.split('|'), totals }));
}

function addedUp(all: readonly Totals[]): Totals {
  const sum = { ...NOTHING };
  for (const totals of all) for (const measure of MEASURES) sum[measure] += totals[measure];
  return sum;
}

/** Totals of a dimension's cells, by what their keys say between its name and the measure. */
function totalsBy(cells: readonly Cell[], name: string, of: (parts: readonly string[]) => string): [string, Totals][] {
  const found = new Map<string, Totals[]>();
  for (const { parts, totals } of cells) {
    if (parts[0] !== `${DIMENSION}${name}`) continue;
    const value = of(parts.slice(1));
    found.set(value, [...(found.get(value) ?? []), totals]);
  }
  // Those that have left it all leave zeros.
  return [...found]
    .map(([value, all]): [string, Totals] => [value, addedUp(all)])
    .filter(([, { count }]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const figuresBy = (cells: readonly Cell[], name: string, of: (parts: readonly string[]) => string, month: number) =>
  Object.fromEntries(totalsBy(cells, name, of).map(([value, totals]) => [value, figuresOf(totals, month)]));

/** Sector × town; '' is not known. */
function matrixOf(cells: readonly Cell[], month: number) {
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
