import { type Documents, LATEST, momentOf, type StateFilter, sumOn, valueOn } from '#libs/event-sourcing/pure';
import { isEnded, type Milestone, MILESTONES, type Status } from '#libs/domain';
import { type ListRow, type RowProject } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { taskCountsOf } from '../tasks/queries.js';
import { ledgers, ledgerSum, type Place, sumsOfLedgers } from './view.js';

export interface LedgerQuery {
  readonly unit: string;
  readonly place?: Place;
  /** YYYY-MM-DD; the latest known state if left out. */
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

const holding = (unit: string, on: string, place?: Place): StateFilter => ({
  'state.units': unit,
  'state.spans': { $elemMatch: { unit, from: { $lte: on }, to: { $gt: on }, ...(place && { place }) } },
});

/** 工作台账: one page of the projects in which a unit holds a place on a day, how many there are by place and status, and its tasks. */
export async function ledgerOf(documents: Documents, { unit, place, day = LATEST, after, limit }: LedgerQuery) {
  const lastMoment = momentOf(day);
  const page = await documents.page(ledgers, {
    filter: holding(unit, lastMoment, place),
    ...(after !== undefined && { after }),
    limit,
  });
  const [rows, sums, tasks] = await Promise.all([
    documents.many(
      listRows,
      page.items.map(({ id }) => id),
    ),
    documents.get(sumsOfLedgers, ledgerSum(unit)),
    taskCountsOf(documents, unit, day),
  ]);
  const counts: Record<string, Record<string, number>> = {};
  for (const [key, count] of Object.entries(sumOn(sums, day))) {
    const [of, status] = key.split('|') as [string, string];
    if (count !== 0) counts[of] = { ...counts[of], [status]: count };
  }
  return {
    unit,
    counts,
    tasks,
    items: page.items.map(({ id, spans }) => ({
      id,
      places: spans
        .filter((span) => span.unit === unit && span.from <= lastMoment && lastMoment < span.to)
        .map((span) => span.place),
      ...projectOn(rows.get(id)!, day),
    })),
    next: page.next,
  };
}

function projectOn({ project, entries }: ListRow, day: string) {
  const status = valueOn(project.status, day) ?? null;
  const [plan] = Object.entries(entries)
    .flatMap(([year, { since, lines }]) => {
      const entry = since <= day ? valueOn(lines, day) : null;
      return entry ? [{ year: Number(year), category: entry.category, annualInvestment: entry.annualInvestment }] : [];
    })
    .sort((a, b) => b.year - a.year);
  const lastReport = Object.values(project.reports)
    .filter(({ figures, cutOff }) => figures !== null && cutOff <= day)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  return {
    name: valueOn(project.details.name, day) ?? null,
    status,
    plan: plan ?? null,
    nextMilestone: nextMilestone(project, status, day),
    lastReport: lastReport
      ? {
          month: lastReport.month,
          status: lastReport.status,
          yearToDate: lastReport.figures!.yearToDate,
          safetyIssue: lastReport.safetyIssue,
        }
      : null,
  };
}

/** The stage tells which milestones are behind; of the others the one that is planned first. */
const BEHIND: Partial<Record<Status, Milestone>> = {
  UNDER_CONSTRUCTION: 'COMMENCEMENT',
  SUSPENDED: 'COMMENCEMENT',
  COMPLETED: 'COMPLETION',
};

function nextMilestone({ milestones }: RowProject, status: Status | null, day: string) {
  if (status === null || isEnded(status)) return null;
  const ahead = MILESTONES.slice(MILESTONES.indexOf(BEHIND[status]!) + 1).flatMap((milestone) => {
    const plannedOn = valueOn(milestones[milestone] ?? [], day);
    return plannedOn ? [{ milestone, plannedOn }] : [];
  });
  return ahead.sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1))[0] ?? null;
}

/** The projects in which a unit holds a place or ever held one, a page at a time. */
export async function projectsEverOf(documents: Documents, query: { unit: string; after?: string; limit: number }) {
  const { unit, after, limit } = query;
  const { items, next } = await documents.page(ledgers, {
    filter: { 'state.units': unit },
    ...(after !== undefined && { after }),
    limit,
  });
  return { projects: items.map(({ id }) => id), next };
}
