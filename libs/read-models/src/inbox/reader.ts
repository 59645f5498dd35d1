import type { Documents, Page, PageQuery, StateFilter } from '#libs/event-sourcing/pure';
import { portfolioOf } from '../ledgers/of-unit.js';
import { ledgers, type LedgerRow, PLACES } from '../ledgers/view.js';
import { TOLD_ROLES } from './recipients.js';
import { inbox, type Notice } from './view.js';

/** A unit sees what goes to it, a role what goes to the role, a subscriber what is about its webhooks. */
export interface Reader {
  readonly unit: string | null;
  readonly role: string | null;
  readonly subscriber?: string;
}

/** How many notices are looked at in one go for a unit with very many projects, and how often for one page. */
const LOOKED_AT = 500;
const ROUNDS = 5;

/** One page of what a reader is told, which may be short before the last one. */
export async function noticesFor(documents: Documents, reader: Reader, query: PageQuery): Promise<Page<Notice>> {
  const { unit, role, subscriber } = reader;
  const portfolio = unit === null ? [] : await portfolioOf(documents, unit);
  if (!portfolio) return lookedThrough(documents, reader, query);
  const rows = new Map(portfolio.map((row) => [row.id, row]));
  const ways: StateFilter[] = [
    ...(TOLD_ROLES.some((told) => told === role) ? [{ 'state.to': role }] : []),
    ...(subscriber === undefined ? [] : [{ 'state.subscriber': subscriber }]),
    ...(unit === null ? [] : [{ 'state.units': unit }]),
    ...(rows.size === 0 ? [] : [{ 'state.project': { $in: [...rows.keys()] }, $or: TO_PLACES }]),
  ];
  const pages: Page<Notice>[] = [];
  // One after the other, because an answer that has read may not move on to a later position.
  for (const way of ways) pages.push(await documents.page(inbox, { ...query, filter: { ...way, ...query.filter } }));
  return merged(pages, (notice) => isFor(reader, notice, rows), query.limit);
}

const TO_PLACES = PLACES.map((place) => ({ 'state.to': place }));

/** Each was read as far as its end, and nothing is known of what lies behind the first of these. */
function merged(pages: readonly Page<Notice>[], isTheirs: (notice: Notice) => boolean, limit: number): Page<Notice> {
  const end = pages.flatMap(({ next }) => next ?? []).sort()[0];
  const read = new Map(pages.flatMap(({ items }) => items.map((notice) => [notice.sort, notice] as const)));
  const found = [...read.values()]
    .filter((notice) => (end === undefined || notice.sort <= end) && isTheirs(notice))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
  const items = found.slice(0, limit);
  return { items, next: found.length > items.length ? items.at(-1)!.sort : (end ?? null) };
}

/** The newest of all that is told, those picked out that are for the reader. */
async function lookedThrough(documents: Documents, reader: Reader, query: PageQuery): Promise<Page<Notice>> {
  const items: Notice[] = [];
  let after: string | null = query.after ?? '';
  for (let round = 0; round < ROUNDS && after !== null && items.length < query.limit; round++) {
    const looked: Page<Notice> = await documents.page(inbox, { ...query, after, limit: LOOKED_AT });
    const projects = new Set(looked.items.flatMap(({ project }) => project ?? []));
    const rows = await documents.many<LedgerRow>(ledgers, [...projects]);
    const theirs = looked.items.filter((notice) => isFor(reader, notice, rows));
    const wanted = theirs.slice(0, query.limit - items.length);
    items.push(...wanted);
    after = wanted.length < theirs.length ? items.at(-1)!.sort : looked.next;
  }
  return { items, next: after };
}

/** What goes to a place in a project goes to the unit that held it on the notice's day. */
function isFor({ unit, role, subscriber }: Reader, notice: Notice, rows: ReadonlyMap<string, LedgerRow>): boolean {
  const { to, units, project, on } = notice;
  if (TOLD_ROLES.some((told) => told === role && to.includes(told))) return true;
  if (subscriber !== undefined && notice.subscriber === subscriber) return true;
  if (unit === null) return false;
  const spans = (project !== null && rows.get(project)?.spans) || [];
  return (
    units.includes(unit) ||
    spans.some((span) => span.unit === unit && to.includes(span.place) && span.from <= on && on < span.to)
  );
}
