import { type Contribution, LATEST, steps, valueOn } from '#libs/event-sourcing/pure';
import { lastDayOf, monthIn, monthOf, movedSince, type PlanEntry, type ProjectState, yearOf } from '#libs/domain';
import { balanceLines, escaped } from './balance.js';
import { valuesOn } from '../lists/facets.js';
import { between, type Share, shareSteps } from './shares.js';
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

export function contributionsOf(row: ListRow): Contribution[] {
  const { project, entries, signed } = row;
  // Only the district's own currency is summed.
  if (project.currency !== 'CNY') return [];
  const ofYears = Object.keys(entries).flatMap((year) => yearLines(row, Number(year)));
  return [...ofYears, ...signedLines(project, entries, signed)];
}

/** What a year's line contributed last, and what that was made of: most of what happens concerns no year but the current. */
const contributed = new WeakMap<PlanLines, { readonly of: readonly unknown[]; readonly lines: Contribution[] }>();

function yearLines({ project, facets, entries }: ListRow, year: number): Contribution[] {
  const plan = entries[year]!;
  const of = groundOf({ project, facets }, year);
  const last = contributed.get(plan);
  if (last?.of.length === of.length && of.every((part, at) => part === last.of[at])) return last.lines;
  const changes = shareSteps(daysOf({ project, facets }, year, plan), shareOn({ project, facets }, year, plan));
  const lines = [
    ...entryLines(year, plan),
    ...balanceLines(year, project.details, plan),
    ...changes.map((change) => ({ ...change, sum: yearSum(year, change.day) })),
  ];
  contributed.set(plan, { of, lines });
  return lines;
}

/** All that a year's contributions are made of beside its line; a part that is the same object has not changed. */
const groundOf = ({ project, facets }: Faceted, year: number): unknown[] => [
  ...[project.status, project.details.sector, project.details.town, project.milestones, project.transfers, facets],
  project.openings[year],
  ...Object.values(project.reports).filter(({ month }) => month <= `${year}-12`),
];

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
function daysOf(faceted: Faceted, year: number, { lines }: PlanLines): string[] {
  const { project } = faceted;
  const days = [
    ...daysOfCells(faceted),
    ...plannedDays(project),
    ...batchDays(lines),
    ...lines.slice(0, 1).flatMap(({ on }) => (on > `${year}` ? [on] : [])),
    ...daysOfFigures(project, year),
    ...calendarOf(year).days,
  ];
  return days.filter((day) => day <= `${year}-12-31`);
}

const daysOfCells = ({ project, facets }: Faceted): string[] => [
  ...project.status.map(({ on }) => on),
  ...project.details.sector.map(({ on }) => on),
  ...facets.filter(({ facet }) => facet !== 'unit').flatMap(({ from, to }) => [from, to]),
];

const daysOfFigures = ({ transfers, reports }: Figured, year: number): string[] => [
  ...transfers.flatMap((transfer) => (transfer.year === year ? [transfer.on] : [])),
  ...Object.values(reports).flatMap(({ month, cutOff }) => (month.startsWith(String(year)) && cutOff ? [cutOff] : [])),
];

type Faceted = Pick<ListRow, 'project' | 'facets'>;

/** Days on which a date was planned or moved, and the dates themselves. */
const plannedDays = ({ milestones }: ListRow['project']): string[] =>
  Object.values(milestones).flatMap((series) =>
    series.flatMap(({ on, value }) => (value === null ? [on] : [on, value])),
  );

/** The share on one day after the other; each part of it is made anew only where it can have changed. */
function shareOn({ project, facets }: Faceted, year: number, { lines }: PlanLines) {
  const reports = Object.fromEntries(
    Object.entries(project.reports).filter(([month]) => month.startsWith(String(year))),
  );
  const figured = { ...project, reports };
  const { ends } = calendarOf(year);
  const ofStatus = project.status.map(({ on }) => on);
  const ofLines = lines.map(({ on }) => on);
  const opening = project.openings[year];
  const ofOpening = opening ? [lastDayOf(opening.through)] : [];
  const statusOn = between(ofStatus, (day) => valueOn(project.status, day));
  const entryOn = between(ofLines, (day) => valueOn(lines, day));
  const cellsOn = between([...ofLines, ...daysOfCells({ project, facets })], (day) => {
    const sector = valueOn(project.details.sector, day) ?? '';
    return [`${statusOn(day)!}|${entryOn(day)!.category}|${sector}`, ...dimensionsOn(facets, sector, day)];
  });
  const plannedOn = between([...ofLines, ...ends], (day) => {
    const entry = entryOn(day)!;
    const { totalInvestment: total, annualInvestment: annual } = entry;
    return { count: 1, total, annual, target: targetsThrough(entry, ends, day) };
  });
  const figuresOn = between([...ofLines, ...ofOpening, ...daysOfFigures(project, year)], (day) =>
    completedOn(figured, entryOn(day)!, year, day),
  );
  const stagesFrom = between([...ofStatus, ...ofLines, ...plannedDays(project)], (day) =>
    stagesOn(project, entryOn(day)!, statusOn(day)!, year, day),
  );
  return (day: string): Share | null => {
    if (!statusOn(day) || !entryOn(day) || day >= LATEST) return null;
    const report = project.reports[monthOf(day)];
    const reported = report?.figures && report.cutOff <= day ? REPORTED : UNREPORTED;
    return { cells: cellsOn(day), parts: [plannedOn(day), figuresOn(day), reported, stagesFrom(day)] };
  };
}

const REPORTED = { reported: 1 };
const UNREPORTED = { reported: 0 };

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

const calendars = new Map<number, { readonly ends: readonly string[]; readonly days: readonly string[] }>();

/** The last days of a year's months, and with the first ones. */
function calendarOf(year: number) {
  let calendar = calendars.get(year);
  if (!calendar) {
    const months = Array.from({ length: 12 }, (_, index) => monthIn(year, index + 1));
    const ends = months.map(lastDayOf);
    calendars.set(year, (calendar = { ends, days: [...months.map((month) => `${month}-01`), ...ends] }));
  }
  return calendar;
}
