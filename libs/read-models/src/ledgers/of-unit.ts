import { type Documents, LAST_MOMENT, type Page, type PageQuery, type View } from '#libs/event-sourcing/pure';
import { type OfProject, pageByProject } from '../leading-group/of-projects.js';
import { valuesOn } from '../lists/facets.js';
import { type LedgerRow, ledgers } from './view.js';

/** More projects of a unit than this are not named one by one to look for what belongs to them. */
const PORTFOLIO = 500;

/** The rows of all projects in which a unit holds a place or ever held one; undefined where they are too many. */
export async function portfolioOf(documents: Documents, unit: string): Promise<LedgerRow[] | undefined> {
  const { items, next } = await documents.page(ledgers, { filter: { 'state.units': unit }, limit: PORTFOLIO });
  return next === null ? items : undefined;
}

/** A page of what belongs to projects in which a unit holds a place by now, or that a leader is in charge of, or both. */
export async function pageOfHolders<S extends OfProject>(
  documents: Documents,
  view: View<S>,
  query: PageQuery,
  { unit, leader }: { readonly unit?: string; readonly leader?: string },
): Promise<Page<S>> {
  const portfolio = unit === undefined ? undefined : await portfolioOf(documents, unit);
  const held = portfolio
    ?.filter(({ spans }) => spans.some((span) => span.unit === unit && span.to > LAST_MOMENT))
    .map(({ id }) => id);
  const filter = held ? { ...query.filter, $and: [{ 'state.project': { $in: held } }] } : query.filter;
  const look = (limit: number) => documents.page(view, { ...query, filter, limit });
  if (leader === undefined && (unit === undefined || held)) return look(query.limit);
  return pageByProject(
    documents,
    look,
    query.limit,
    (_, { row, inCharge }) =>
      (leader === undefined || inCharge === leader) &&
      (unit === undefined || valuesOn(row?.facets ?? [], 'unit', LAST_MOMENT).includes(unit)),
  );
}
