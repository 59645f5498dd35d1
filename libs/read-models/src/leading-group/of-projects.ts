import { type Documents, LATEST, type Page, type PageQuery, valueOn, type View } from '#libs/event-sourcing/pure';
import { leaderOf, LEADING_GROUP_STREAM, type Portfolios, responsibilitiesOn } from '#libs/domain';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { leadingGroup } from './view.js';

/** How many documents one page of a leader looks at: portfolios move, so no document names its leader. */
const LOOKED_AT = 500;

/** The leader (directory id) who was in charge of a project on a day; null where nobody was. */
export const leaderOfRow = (portfolios: Portfolios, { project }: ListRow, day: string): string | null =>
  leaderOf(
    portfolios,
    valueOn(project.details.sector, day) ?? null,
    responsibilitiesOn(project.responsibilities, day)?.leadAuthority ?? null,
    day,
  );

/** The rows of these projects, and who is in charge of each by now. */
export async function leadersNow(documents: Documents, projects: readonly string[]) {
  const rows = await documents.many(listRows, [...new Set(projects)]);
  const group = await documents.get(leadingGroup, LEADING_GROUP_STREAM);
  const portfolios = group?.portfolios ?? {};
  return {
    rows,
    group,
    portfolios,
    leaderOf(project: string): string | null {
      const row = rows.get(project);
      return row ? leaderOfRow(portfolios, row, LATEST) : null;
    },
  };
}

type OfProject = { readonly sort: string; readonly project: string | null };

/** A page of what belongs to the projects of one leader; of all without one. */
export const pageOfLeader = <S extends OfProject>(
  documents: Documents,
  view: View<S>,
  query: PageQuery,
  leader: string | undefined,
): Promise<Page<S>> =>
  leader === undefined
    ? documents.page(view, query)
    : pageByLeader(documents, view, query, (_, inCharge) => inCharge === leader);

/** A page of what is chosen by who is in charge by now, short where it is few of the many looked at. */
export async function pageByLeader<S extends OfProject>(
  documents: Documents,
  view: View<S>,
  query: PageQuery,
  isTheirs: (item: S, inCharge: string | null) => boolean,
): Promise<Page<S>> {
  const looked = await documents.page(view, { ...query, limit: LOOKED_AT });
  const { leaderOf } = await leadersNow(
    documents,
    looked.items.flatMap(({ project }) => project ?? []),
  );
  const theirs = looked.items.filter((item) => isTheirs(item, item.project === null ? null : leaderOf(item.project)));
  const items = theirs.slice(0, query.limit);
  return { items, next: theirs.length > items.length ? items.at(-1)!.sort : looked.next };
}
