import { type Documents, LATEST, type Page, valueOn } from '#libs/event-sourcing/pure';
import { rate, responsibilitiesOn } from '#libs/domain';
import { completedOn } from '../dashboard/contributions.js';
import { planOn } from '../plans/queries.js';
import type { List, ListRow } from './row.js';
import { listRows } from './view.js';

export interface ListQuery {
  readonly list: List;
  readonly year: number;
  /** YYYY-MM-DD; the latest known state if left out. */
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** What goes on for ever ends on the latest day, exclusively. */
const lastMomentOf = (day: string): string => (day === LATEST ? '9999-12-30' : day);

/** One page of one of the three lists; a plan that is not published by then has none. */
export async function listOn(documents: Documents, { list, year, day = LATEST, after, limit }: ListQuery) {
  const lastMoment = lastMomentOf(day);
  const page: Page<ListRow> = await documents.page(listRows, {
    filter: {
      'state.years': year,
      'state.memberships': { $elemMatch: { year, from: { $lte: lastMoment }, to: { $gt: lastMoment } } },
      'state.spans': { $elemMatch: { list, from: { $lte: lastMoment }, to: { $gt: lastMoment } } },
    },
    ...(after !== undefined && { after }),
    limit,
  });
  const plan = await planOn(documents, year, day);
  if (!plan?.publishedOn) return { planPublished: false, items: [], next: null };
  return { planPublished: true, items: page.items.map((row) => shownOn(row, year, day)), next: page.next };
}

export type ListItem = ReturnType<typeof shownOn>;

/** A row as the list shows it on a day; undefined while it is not on the list. */
export function itemOn(row: ListRow, { list, year, day }: Required<Pick<ListQuery, 'list' | 'year' | 'day'>>) {
  const moment = lastMomentOf(day);
  const holds = ({ from, to }: { from: string; to: string }): boolean => from <= moment && to > moment;
  const isMember = row.memberships.some((each) => each.year === year && holds(each));
  return isMember && row.spans.some((each) => each.list === list && holds(each)) ? shownOn(row, year, day) : undefined;
}

function shownOn({ id, project, entries }: ListRow, year: number, day: string) {
  const entry = valueOn(entries[year]!.lines, day)!;
  const completed = completedOn(project, entry, year, day);
  return {
    id,
    name: valueOn(project.details.name, day) ?? null,
    sector: valueOn(project.details.sector, day) ?? null,
    town: valueOn(project.details.town, day) ?? null,
    status: valueOn(project.status, day) ?? null,
    suspended: valueOn(project.status, day) === 'SUSPENDED',
    category: entry.category,
    responsibilities: responsibilitiesOn(project.responsibilities, day) ?? null,
    plannedCommencement: valueOn(project.milestones.COMMENCEMENT ?? [], day) ?? null,
    plannedCompletion: valueOn(project.milestones.COMPLETION ?? [], day) ?? null,
    totalInvestment: entry.totalInvestment,
    annualInvestment: entry.annualInvestment,
    completedAccepted: completed.accepted,
    completedPending: completed.pending,
    completionRate: rate(completed.accepted, entry.annualInvestment),
  };
}
