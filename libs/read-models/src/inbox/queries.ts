import { type Documents, LATEST, type StateFilter, valueOn } from '#libs/event-sourcing/pure';
import type { UnitProjects } from '#libs/domain';
import { pageByProject } from '../leading-group/of-projects.js';
import { listRows } from '../lists/view.js';
import { noticesFor, type Reader } from './reader.js';
import { inbox, type Notice } from './view.js';

export interface InboxQuery {
  /** The whole district is seen without a reader. */
  readonly reader?: Reader;
  /** Directory id of a district leader, who is told of what is in their charge, or in nobody's. */
  readonly leader?: string;
  readonly kind?: string;
  /** Only what nobody of the reader's unit acknowledged. */
  readonly unread?: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** One page of notices, the newest first. */
export async function inboxOf(documents: Documents, { reader, leader, kind, unread, after, limit }: InboxQuery) {
  const unit = reader?.unit ?? undefined;
  const filter: StateFilter = {
    'state.told': true,
    ...(kind !== undefined && { 'state.kind': kind }),
    ...(unread && unit !== undefined && { 'state.readBy': { $ne: unit } }),
  };
  const look = (most: number) => {
    const query = { filter, ...(after !== undefined && { after }), limit: most };
    return reader ? noticesFor(documents, reader, query) : documents.page(inbox, query);
  };
  const page =
    leader === undefined
      ? await look(limit)
      : await pageByProject(
          documents,
          look,
          limit,
          ({ to }, { inCharge }) => !to.includes('DISTRICT_LEADER') || (inCharge ?? leader) === leader,
        );
  const projects = page.items.flatMap(({ project }) => project ?? []);
  const rows = await documents.many(listRows, [...new Set(projects)]);
  const nameOf = (project: string) => valueOn(rows.get(project)?.project.details.name ?? [], LATEST) ?? null;
  return {
    items: page.items.map((notice) => ({
      ...shown(notice, unit),
      projectName: notice.project === null ? null : nameOf(notice.project),
    })),
    next: page.next,
  };
}

/** A unit is shown its own projects of those that a notice names; its receipt, not the others'. */
function shown({ id, kind, at, project, to, units, data, readBy }: Notice, unit: string | undefined) {
  const told = { id, kind, at, project, to };
  if (unit === undefined) return { ...told, units, data, readBy };
  const { units: named, ...rest } = data as { readonly units?: readonly UnitProjects[] };
  const own = named?.find((each) => each.unit === unit)?.projects;
  return { ...told, data: { ...rest, ...(own && { projects: own }) }, read: readBy.includes(unit) };
}
