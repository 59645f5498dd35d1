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

/** One page of one of the three lists; a plan that is not published by then has none. */
export async function listOn(documents: Documents, { list, year, day = LATEST, after, limit }: ListQuery) {
  const lastMoment = day === LATEST ? '9999-12-30' : day;
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
  return { planPublished: true, items: page.items.map((row) => itemOn(row, year, day)), next: page.next };
}

export type ListItem = ReturnType<typeof itemOn>;

function itemOn({ id, project, entries }: ListRow, year: number, day: string) {
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
