import { type Documents, LATEST, type StateFilter, valueOn } from '#libs/event-sourcing/pure';
import type { UnitProjects } from '#libs/domain';
import { ledgers, type LedgerRow } from '../ledgers/view.js';
import { pageByLeader } from '../leading-group/of-projects.js';
import { listRows } from '../lists/view.js';
import { TOLD_ROLES } from './recipients.js';
import { inbox, type Notice } from './view.js';

export interface InboxQuery {
  /** A unit sees what goes to it, a role what goes to the role; the whole district is seen without a reader. */
  readonly reader?: { readonly unit: string | null; readonly role: string | null; readonly subscriber?: string };
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
  const theirs = [
    ...(TOLD_ROLES.some((role) => role === reader?.role) ? [{ 'state.to': reader!.role }] : []),
    ...(reader?.subscriber === undefined ? [] : [{ 'state.subscriber': reader.subscriber }]),
    ...(unit === undefined ? [] : [{ 'state.units': unit }, ...(await placesOf(documents, unit))]),
  ];
  if (reader && theirs.length === 0) return { items: [], next: null };
  const filter: StateFilter = {
    'state.told': true,
    ...(kind !== undefined && { 'state.kind': kind }),
    ...(unread && unit !== undefined && { 'state.readBy': { $ne: unit } }),
    ...(reader && { $or: theirs }),
  };
  const query = { filter, ...(after !== undefined && { after }), limit };
  const page =
    leader === undefined
      ? await documents.page(inbox, query)
      : await pageByLeader(
          documents,
          inbox,
          query,
          ({ to }, inCharge) => !to.includes('DISTRICT_LEADER') || (inCharge ?? leader) === leader,
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

/** What goes to a place in a project goes to the unit that held it on the notice's day. */
async function placesOf(documents: Documents, unit: string): Promise<StateFilter[]> {
  const held = new Map<string, { span: LedgerRow['spans'][number]; projects: string[] }>();
  for (let after = ''; ;) {
    const { items, next } = await documents.page(ledgers, { filter: { 'state.units': unit }, after, limit: 500 });
    for (const { id, spans } of items)
      for (const span of spans.filter((each) => each.unit === unit)) {
        const key = `${span.place}|${span.from}|${span.to}`;
        const { projects } = held.get(key) ?? { projects: [] };
        held.set(key, { span, projects: [...projects, id] });
      }
    if (next === null) break;
    after = next;
  }
  return [...held.values()].map(({ span: { place, from, to }, projects }) => ({
    'state.project': { $in: projects },
    'state.to': place,
    'state.on': { $gte: from, $lt: to },
  }));
}

/** A unit is shown its own projects of those that a notice names; its receipt, not the others'. */
function shown({ id, kind, at, project, to, units, data, readBy }: Notice, unit: string | undefined) {
  const told = { id, kind, at, project, to };
  if (unit === undefined) return { ...told, units, data, readBy };
  const { units: named, ...rest } = data as { readonly units?: readonly UnitProjects[] };
  const own = named?.find((each) => each.unit === unit)?.projects;
  return { ...told, data: { ...rest, ...(own && { projects: own }) }, read: readBy.includes(unit) };
}
