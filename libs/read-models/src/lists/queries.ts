import { type Documents, LAST_MOMENT, LATEST, momentOf, type StateFilter } from '#libs/event-sourcing/pure';
import type { Category } from '#libs/domain';
import { projectsNamed } from '../names/search.js';
import { planOn } from '../plans/queries.js';
import { columnsOn, type ListItem } from './columns.js';
import { type Facet, facetKey, FACETS, type List, listKey, type ListRow, type Order } from './row.js';
import { listRows } from './view.js';

export interface ListQuery extends Readonly<Partial<Record<Facet, string>>> {
  readonly list: List;
  readonly year: number;
  /** Which plan category the year's line has. */
  readonly category?: Category;
  /** Any part of a name that it has or had, or of its code; what is found comes in the order of ids. */
  readonly text?: string;
  /** By id if left out. */
  readonly order?: Order;
  /** YYYY-MM-DD; the latest known state if left out. */
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

/** One page of one of the three lists; a plan that is not published by then has none. */
export async function listOn(documents: Documents, query: ListQuery) {
  const { year, day = LATEST, order, after, limit } = query;
  const [page, plan] = await Promise.all([
    query.text === undefined
      ? documents.page<ListRow>(listRows, {
          filter: filterOf(query),
          ...(order && { order: `orders.${order}` }),
          ...(after !== undefined && { after }),
          limit,
        })
      : searched(documents, { ...query, text: query.text }),
    planOn(documents, year, day),
  ]);
  if (!plan?.publishedOn) return { planPublished: false, items: [], next: null };
  return { planPublished: true, items: page.items.map((row) => columnsOn(row, year, day)), next: page.next };
}

/** What is named is looked at so much at a time, and so often for one page, which may be short before the last one. */
const NAMED = 200;
const ROUNDS = 5;

async function searched(documents: Documents, query: ListQuery & { readonly text: string }) {
  const { text, limit } = query;
  const items: ListRow[] = [];
  let { after } = query;
  for (let round = 0; round < ROUNDS; round++) {
    const named = await projectsNamed(documents, { text, ...(after !== undefined && { after }), limit: NAMED });
    const ids = named.items.map(({ id }) => id);
    const rows = await documents.many<ListRow>(listRows, ids);
    const listed = ids.flatMap((id) => rows.get(id) ?? []).filter((row) => isListed(row, query));
    const wanted = listed.slice(0, limit - items.length);
    items.push(...wanted);
    if (listed.length > wanted.length) return { items, next: items.at(-1)!.sort };
    if (named.next === null) return { items, next: null };
    after = named.next;
    if (items.length === limit) break;
  }
  return { items, next: after ?? null };
}

const facetsIn = (query: Partial<Record<Facet, string>>) =>
  FACETS.flatMap((facet) => (query[facet] === undefined ? [] : [{ facet, value: query[facet] }]));

/** A row as the list shows it on a day; undefined while it is not on the list. */
export const itemOn = (
  row: ListRow,
  query: Required<Pick<ListQuery, 'list' | 'year' | 'day'>>,
): ListItem | undefined => (isListed(row, query) ? columnsOn(row, query.year, query.day) : undefined);

/** A page walks the rows of the one that has fewest, and tests them for the others. */
const RAREST_FIRST: readonly Facet[] = [
  ...(['responsible', 'authority', 'unit', 'leader', 'town', 'source', 'sector', 'status'] as const),
];

function filterOf(query: ListQuery): StateFilter {
  const { list, year, category, order, day } = query;
  const within = { from: { $lte: momentOf(day) }, to: { $gt: momentOf(day) } };
  const facets = facetsIn(query).map((facet) => ({ 'state.facets': { $elemMatch: { ...facet, ...within } } }));
  const [rarest] = facetsIn(query).sort((a, b) => RAREST_FIRST.indexOf(a.facet) - RAREST_FIRST.indexOf(b.facet));
  return {
    ...(rarest && order === undefined
      ? { 'state.found': facetKey(rarest.facet, rarest.value) }
      : { 'state.listed': listKey(year, list, momentOf(day) === LAST_MOMENT) }),
    'state.memberships': { $elemMatch: { year, ...(category && { category }), ...within } },
    'state.spans': { $elemMatch: { list, ...within } },
    ...(facets.length > 0 && { $and: facets }),
  };
}

/** The same of a row that was found otherwise. */
function isListed({ memberships, spans, facets }: ListRow, query: Omit<ListQuery, 'limit'>): boolean {
  const { list, year, category = null, day } = query;
  const isNow = ({ from, to }: { readonly from: string; readonly to: string }) =>
    from <= momentOf(day) && momentOf(day) < to;
  return (
    memberships.some(
      (span) => span.year === year && (category === null || span.category === category) && isNow(span),
    ) &&
    spans.some((span) => span.list === list && isNow(span)) &&
    facetsIn(query).every(({ facet, value }) =>
      facets.some((span) => span.facet === facet && span.value === value && isNow(span)),
    )
  );
}
