import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import type { Level } from '#libs/domain';
import { pageOfHolders } from '../ledgers/of-unit.js';
import { listRows } from '../lists/view.js';
import { coordinations } from './view.js';

export interface CoordinationsQuery {
  readonly project?: string;
  /** Only those about projects in which this unit holds a place by now. */
  readonly unit?: string;
  /** Directory id; only those about projects that this leader is in charge of by now. */
  readonly leader?: string;
  readonly level?: Level;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the meetings (调度), the earliest first, whether or not what they spoke of still stands. */
export async function coordinationsPage(documents: Documents, query: CoordinationsQuery) {
  const { project, unit, leader, level, after, limit } = query;
  const filter = {
    ...(project !== undefined && { 'state.project': project }),
    ...(level !== undefined && { 'state.level': level }),
  };
  const wanted = { filter, ...(after !== undefined && { after }), limit };
  const holders = { ...(unit !== undefined && { unit }), ...(leader !== undefined && { leader }) };
  const page = await pageOfHolders(documents, coordinations, wanted, holders);
  const rows = await documents.many(listRows, [...new Set(page.items.map((item) => item.project))]);
  const items = page.items.map(({ sort: _, ...meeting }) => ({
    ...meeting,
    projectName: valueOn(rows.get(meeting.project)?.project.details.name ?? [], LATEST) ?? null,
  }));
  return { items, next: page.next };
}
