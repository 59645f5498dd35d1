import { type Contribution, LATEST, steps, valueOn } from '#libs/event-sourcing/pure';
import { lastDayOf, monthIn, monthOf, type PlanEntry, type ProjectState } from '#libs/domain';
import type { ListRow } from '../lists/row.js';

/** What each project adds to a year's dashboard, per cell of status, plan category and sector. */
export const MEASURES = ['count', 'total', 'annual', 'target', 'accepted', 'pending', 'reported'] as const;
export type Measure = (typeof MEASURES)[number];

/** A summary for each month of a year, so that a report rewrites one of them; what was before the year is month 00. */
export const yearSum = (year: number, day: string): string =>
  `year/${year}/${day < String(year) ? '00' : day.slice(5, 7)}`;

/** The summaries that make up a year. */
export const yearSums = (year: number): string[] =>
  Array.from({ length: 13 }, (_, month) => `year/${year}/${String(month).padStart(2, '0')}`);

export const entriesSum = (year: number): string => `entries/${year}`;

type Figured = Pick<ProjectState, 'openings' | 'reports'>;

/** What of the year's plan is completed on a day; a preliminary project reports expenses, which are no investment. */
export const completedOn = (project: Figured, { category }: Pick<PlanEntry, 'category'>, year: number, day: string) =>
  category === 'PRELIMINARY' ? NOTHING : yearToDateOn(project, year, day);

const NOTHING = { accepted: 0, pending: 0 };

/** The year's investment known for a day: a missing month carries the last cumulative. */
function yearToDateOn({ openings, reports }: Figured, year: number, day: string) {
  const opening = openings[year];
  const start = opening && lastDayOf(opening.through) <= day ? opening.yearToDate : 0;
  let accepted = start;
  let latest = start;
  for (const month of Object.keys(reports).sort()) {
    const report = reports[month]!;
    if (!month.startsWith(String(year)) || report.figures === null || report.cutOff > day) continue;
    // A returned figure counts for nothing until it comes back.
    const standing = report.status === 'RETURNED' ? report.accepted : report.figures;
    if (standing) latest = standing.yearToDate;
    if (report.accepted) accepted = report.accepted.yearToDate;
  }
  return { accepted, pending: latest - accepted };
}

export function contributionsOf({ project, entries }: ListRow): Contribution[] {
  // Only the district's own currency is summed.
  if (project.currency !== 'CNY') return [];
  return Object.entries(entries).flatMap(([text, entry]) => {
    const year = Number(text);
    const changes = steps('', daysOf(project, year), cellOn(project, year, entry));
    return [...entryLines(year, entry), ...changes.map((change) => ({ ...change, sum: yearSum(year, change.day) }))];
  });
}

/** The plan's own lines, published or not, for checking them against the declared totals. */
function entryLines(year: number, entry: PlanEntry & { since: string }): Contribution[] {
  const group = entry.category === 'PRELIMINARY' ? 'preliminary' : 'construction';
  const amounts = {
    [`${group}|count`]: 1,
    [`${group}|total`]: entry.totalInvestment,
    [`${group}|annual`]: entry.annualInvestment,
  };
  return [{ sum: entriesSum(year), day: entry.since, amounts }];
}

/** Days on which anything that the dashboard shows of the project can change. */
function daysOf(project: ListRow['project'], year: number): string[] {
  const months = Array.from({ length: 12 }, (_, index) => monthIn(year, index + 1));
  const days = [
    ...project.status.map(({ on }) => on),
    ...project.details.sector.map(({ on }) => on),
    ...months.flatMap((month) => [`${month}-01`, lastDayOf(month)]),
    ...Object.values(project.reports).flatMap(({ month, cutOff }) =>
      month.startsWith(String(year)) && cutOff ? [cutOff] : [],
    ),
  ];
  return days.filter((day) => day <= `${year}-12-31`);
}

function cellOn(project: ListRow['project'], year: number, entry: PlanEntry) {
  return (day: string): Record<string, number> => {
    const status = valueOn(project.status, day);
    if (!status || day >= LATEST) return {};
    const cell = `${status}|${entry.category}|${valueOn(project.details.sector, day) ?? ''}`;
    const report = project.reports[monthOf(day)];
    const amounts: Record<Measure, number> = {
      count: 1,
      total: entry.totalInvestment,
      annual: entry.annualInvestment,
      target: targetsThrough(entry, year, day),
      ...completedOn(project, entry, year, day),
      reported: report?.figures && report.cutOff <= day ? 1 : 0,
    };
    return Object.fromEntries(
      Object.entries(amounts).flatMap(([measure, amount]) => (amount ? [[`${cell}|${measure}`, amount]] : [])),
    );
  };
}

/** The targets of the months that are over on a day. */
const targetsThrough = ({ monthlyTargets }: PlanEntry, year: number, day: string): number =>
  (monthlyTargets ?? []).reduce(
    (sum, target, index) => (lastDayOf(monthIn(year, index + 1)) <= day ? sum + target : sum),
    0,
  );
