import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { leaderOf, LEADING_GROUP_STREAM } from '#libs/domain';
import { leadingGroup } from './view.js';

/** Who is in the leading group and its project groups on a day, and who is in charge of what. */
export async function leadingGroupOn(documents: Documents, day = LATEST) {
  const document = await documents.get(leadingGroup, LEADING_GROUP_STREAM);
  if (!document) return undefined;
  const { revision, formed, projectGroups, portfolios } = document;
  return {
    revision,
    ...(valueOn(formed, day) ?? { leader: null, office: null, members: [] }),
    projectGroups: Object.entries(projectGroups).flatMap(([group, series]) => {
      const held = valueOn(series, day);
      return held ? [{ group, ...held }] : [];
    }),
    portfolios: Object.entries(portfolios).flatMap(([leader, series]) => {
      const { sectors, units } = valueOn(series, day) ?? { sectors: [], units: [] };
      return sectors.length + units.length > 0 ? [{ leader, sectors, units }] : [];
    }),
  };
}

/** The leader of a project with this sector and lead authority on a day; null where nobody is. */
export async function leaderOn(documents: Documents, sector: string | null, authority: string | null, day = LATEST) {
  const document = await documents.get(leadingGroup, LEADING_GROUP_STREAM);
  return document ? leaderOf(document.portfolios, sector, authority, day) : null;
}
