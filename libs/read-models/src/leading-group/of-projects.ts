import { type Documents, LATEST, type Page, type PageQuery, valueOn, type View } from '#libs/event-sourcing/pure';
import { leaderOf, LEADING_GROUP_STREAM, type Portfolios, responsibilitiesOn } from '#libs/domain';
import type { ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { leadingGroup } from './view.js';

/** How many documents such a page looks at: portfolios and places move, so no document names its leader. */
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
  const [rows, group] = await Promise.all([
    documents.many(listRows, [...new Set(projects)]),
    documents.get(leadingGroup, LEADING_GROUP_STREAM),
  ]);
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

export type OfProject = { readonly sort: string; readonly project: string | null };

/** A page of what belongs to the projects of one leader; of all without one. */
export const pageOfLeader = <S extends OfProject>(
  documents: Documents,
  view: View<S>,
  query: PageQuery,
  leader: string | undefined,
): Promise<Page<S>> => {
  const look = (limit: number) => documents.page(view, { ...query, limit });
  return leader === undefined
    ? look(query.limit)
    : pageByProject(documents, look, query.limit, (_, { inCharge }) => inCharge === leader);
};

/** What is known of an item's project by now; nothing where it has none. */
interface ProjectNow {
  readonly row: ListRow | undefined;
  readonly inCharge: string | null;
}

/** A page of what is chosen by what its projects are by now, short where it is few of the many looked at. */
export async function pageByProject<S extends OfProject>(
  documents: Documents,
  look: (limit: number) => Promise<Page<S>>,
  limit: number,
  isTheirs: (item: S, project: ProjectNow) => boolean,
): Promise<Page<S>> {
  const looked = await look(LOOKED_AT);
  const { rows, leaderOf } = await leadersNow(
    documents,
    looked.items.flatMap(({ project }) => project ?? []),
  );
  const theirs = looked.items.filter((item) => {
    const { project } = item;
    return isTheirs(item, project === null ? NO_PROJECT : { row: rows.get(project), inCharge: leaderOf(project) });
  });
  const items = theirs.slice(0, limit);
  return { items, next: theirs.length > items.length ? items.at(-1)!.sort : looked.next };
}

const NO_PROJECT: ProjectNow = { row: undefined, inCharge: null };
