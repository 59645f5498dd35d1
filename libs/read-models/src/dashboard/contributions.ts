import { type Contribution, LATEST, steps, valueOn } from '#libs/event-sourcing/pure';
import { lastDayOf, monthIn, monthOf, movedSince, type PlanEntry, type ProjectState, yearOf } from '#libs/domain';
import { balanceLines, escaped } from './balance.js';
import { valuesOn } from '../lists/facets.js';
import { type Share, shareSteps } from './shares.js';
import { STAGE_MEASURES, stagesOn } from './stages.js';
import type { ListRow, PlanLines } from '../lists/row.js';

/** What each project adds to a year's dashboard, per cell of status, plan category and sector, and per cell of each dimension. */
export const MEASURES = [
  ...(['count', 'total', 'annual', 'target', 'accepted', 'pending', 'reported'] as const),
  ...STAGE_MEASURES,
] as const;
export type Measure = (typeof MEASURES)[number];

/** A summary for each month of a year, so that a report rewrites one of them; what was before the year is month 00. */
export const yearSum = (year: number, day: string): string =>
  `year/${year}/${day < String(year) ? '00' : day.slice(5, 7)}`;

/** The summaries that make up a year. */
export const yearSums = (year: number): string[] =>
  Array.from({ length: 13 }, (_, month) => `year/${year}/${String(month).padStart(2, '0')}`);

export const entriesSum = (year: number): string => `entries/${year}`;
export const closingSum = (month: string): string => `closing/${month}`;

type Figured = Pick<ProjectState, 'openings' | 'reports' | 'transfers'>;

/** What of the year's plan is completed on a day; a preliminary project reports expenses, which are no investment. */
export const completedOn = (project: Figured, { category }: Pick<PlanEntry, 'category'>, year: number, day: string) =>
  category === 'PRELIMINARY' ? NOTHING : yearToDateOn(project, year, day);

const NOTHING = { accepted: 0, pending: 0 };

/** The year's investment known for a day: a missing month carries the last cumulative. */
function yearToDateOn({ openings, reports, transfers }: Figured, year: number, day: string) {
  const opening = openings[year];
  const start = opening && lastDayOf(opening.through) <= day ? opening.yearToDate : 0;
  let accepted = start;
  let latest = start;
  let [acceptedThrough, latestThrough] = ['', ''];
  for (const month of Object.keys(reports).sort()) {
    const report = reports[month]!;
    if (!month.startsWith(String(year)) || report.figures === null || report.cutOff > day) continue;
    // A returned figure counts for nothing until it comes back.
    const standing = report.status === 'RETURNED' ? report.accepted : report.figures;
    if (standing) [latest, latestThrough] = [standing.yearToDate, month];
    if (report.accepted) [accepted, acceptedThrough] = [report.accepted.yearToDate, month];
  }
  const known = transfers.filter(({ on }) => on <= day);
  accepted += movedSince({ transfers: known }, year, acceptedThrough);
  latest += movedSince({ transfers: known }, year, latestThrough);
  return { accepted, pending: latest - accepted };
}

export function contributionsOf({ project, entries, signed, facets }: ListRow): Contribution[] {
  // Only the district's own currency is summed.
  if (project.currency !== 'CNY') return [];
  const ofYears = Object.entries(entries).flatMap(([text, plan]) => {
    const year = Number(text);
    const changes = shareSteps(
      MEASURES,
      daysOf({ project, facets }, year, plan),
      shareOn({ project, facets }, year, plan),
    );
    return [
      ...entryLines(year, plan),
      ...balanceLines(year, project.details, plan),
      ...changes.map((change) => ({ ...change, sum: yearSum(year, change.day) })),
    ];
  });
  return [...ofYears, ...signedLines(project, entries, signed)];
}

/** What was signed of a closed month, and what is known of that month now. */
function signedLines(project: Figured, entries: ListRow['entries'], signed: ListRow['signed']): Contribution[] {
  return Object.entries(signed).map(([month, amount]) => {
    const day = lastDayOf(month);
    const entry = valueOn(entries[yearOf(month)]?.lines ?? [], day);
    const standing = entry ? completedOn(project, entry, yearOf(month), day).accepted : 0;
    return { sum: closingSum(month), day, amounts: { count: 1, signed: amount, standing } };
  });
}

/** The plan's own lines, published or not, for checking them against the declared totals. */
function entryLines(year: number, { since, lines }: PlanLines): Contribution[] {
  return steps(entriesSum(year), [since, ...batchDays(lines)], (day) => {
    const entry = valueOn(lines, day);
    if (!entry) return {};
    const group = entry.category === 'PRELIMINARY' ? 'preliminary' : 'construction';
    return {
      [`${group}|count`]: 1,
      [`${group}|total`]: entry.totalInvestment,
      [`${group}|annual`]: entry.annualInvestment,
    };
  });
}

/** Days on which a batch changed the line; the first line stands for the whole year. */
const batchDays = (lines: PlanLines['lines']): string[] => lines.slice(1).map(({ on }) => on);

/** Days on which anything that the dashboard shows of the project can change. */
function daysOf({ project, facets }: Faceted, year: number, { lines }: PlanLines): string[] {
  const months = monthsOf(year);
  const days = [
    ...project.status.map(({ on }) => on),
    ...project.details.sector.map(({ on }) => on),
    ...facets.filter(({ facet }) => facet !== 'unit').flatMap(({ from, to }) => [from, to]),
    ...plannedDays(project),
    ...batchDays(lines),
    ...lines.slice(0, 1).flatMap(({ on }) => (on > `${year}` ? [on] : [])),
    ...project.transfers.flatMap((transfer) => (transfer.year === year ? [transfer.on] : [])),
    ...months.flatMap((month) => [`${month}-01`, lastDayOf(month)]),
    ...Object.values(project.reports).flatMap(({ month, cutOff }) =>
      month.startsWith(String(year)) && cutOff ? [cutOff] : [],
    ),
  ];
  return days.filter((day) => day <= `${year}-12-31`);
}

type Faceted = Pick<ListRow, 'project' | 'facets'>;

/** Days on which a date was planned or moved, and the dates themselves. */
const plannedDays = ({ milestones }: ListRow['project']): string[] =>
  Object.values(milestones).flatMap((series) =>
    series.flatMap(({ on, value }) => (value === null ? [on] : [on, value])),
  );

function shareOn({ project, facets }: Faceted, year: number, { lines }: PlanLines) {
  // Asked for on many days, so that what they have in common is made once.
  const reports = Object.fromEntries(
    Object.entries(project.reports).filter(([month]) => month.startsWith(String(year))),
  );
  const figured = { ...project, reports };
  const monthEnds = monthsOf(year).map(lastDayOf);
  return (day: string): Share<Measure> | null => {
    const status = valueOn(project.status, day);
    const entry = valueOn(lines, day);
    if (!status || !entry || day >= LATEST) return null;
    const report = project.reports[monthOf(day)];
    const sector = valueOn(project.details.sector, day) ?? '';
    return {
      cells: [`${status}|${entry.category}|${sector}`, ...dimensionsOn(facets, sector, day)],
      amounts: {
        count: 1,
        total: entry.totalInvestment,
        annual: entry.annualInvestment,
        target: targetsThrough(entry, monthEnds, day),
        ...completedOn(figured, entry, year, day),
        reported: report?.figures && report.cutOff <= day ? 1 : 0,
        ...stagesOn(project, entry, status, year, day),
      },
    };
  };
}

/** Marks the cells of a dimension, which no status begins with. */
export const DIMENSION = '@';

/** A project counts in one place, under one lead authority, one responsible unit and one leader, and at each of its sources of money. */
const dimensionsOn = (facets: ListRow['facets'], sector: string, day: string): string[] => [
  `${DIMENSION}place|${sector}|${escaped(valuesOn(facets, 'town', day)[0] ?? '')}`,
  `${DIMENSION}authority|${escaped(valuesOn(facets, 'authority', day)[0] ?? '')}`,
  `${DIMENSION}responsible|${escaped(valuesOn(facets, 'responsible', day)[0] ?? '')}`,
  `${DIMENSION}leader|${escaped(valuesOn(facets, 'leader', day)[0] ?? '')}`,
  ...valuesOn(facets, 'source', day).map((source) => `${DIMENSION}source|${source}`),
];

/** The targets of the months that are over on a day. */
const targetsThrough = ({ monthlyTargets }: PlanEntry, monthEnds: readonly string[], day: string): number =>
  (monthlyTargets ?? []).reduce((sum, target, index) => (monthEnds[index]! <= day ? sum + target : sum), 0);

const monthsOf = (year: number): string[] => Array.from({ length: 12 }, (_, index) => monthIn(year, index + 1));
