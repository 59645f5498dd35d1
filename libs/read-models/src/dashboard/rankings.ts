import { type Documents, LATEST } from '#libs/event-sourcing/pure';
import { dashboardOn } from './queries.js';

/** Lead authority, responsible unit, leader, town: each with the dashboard's part that it is ranked from. */
const PARTS = {
  authority: 'byAuthority',
  responsible: 'byResponsible',
  leader: 'byLeader',
  town: 'byTown',
} as const;
export type RankedBy = keyof typeof PARTS;
export const RANKED_BY = Object.keys(PARTS) as RankedBy[];

/**
 * 由低到高: whose completion rate is lowest at the end of a month, or on an earlier day of it, comes first. Equal rates
 * share a rank; who has no plan to complete comes last and has none. A name of null is not known.
 */
export async function rankingOn(documents: Documents, year: number, month: number, by: RankedBy, asOf = LATEST) {
  const { figures, ...at } = await dashboardOn(documents, year, month, asOf);
  const lines = Object.entries(figures?.[PARTS[by]] ?? {}).map(([name, line]) => ({ name: name || null, ...line }));
  const rates = lines.flatMap(({ completionRate }) => completionRate ?? []).sort((a, b) => a - b);
  const rankOf = (rate: number | null) => (rate === null ? null : rates.indexOf(rate) + 1);
  const items = lines.map((line) => ({ rank: rankOf(line.completionRate), ...line }));
  return { ...at, by, items: items.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0) };
}
