import { type Documents, LATEST, sumOn } from '#libs/event-sourcing/pure';
import { committedIn, freeIn, periodsOf, POOL_CONTENTS, type PoolContents, proposedIn } from '#libs/domain';
import { gapsSum, type PoolDocument, pools, sumsOfPools } from './view.js';

export interface PoolsQuery {
  readonly contents?: PoolContents;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the pools in the order of their ids, closed ones included. */
export async function poolsPage(documents: Documents, { contents, after, limit }: PoolsQuery) {
  const page = await documents.page(pools, {
    // Named in any case, so that the summaries stay out.
    filter: { 'state.pool.contents': { $in: contents === undefined ? POOL_CONTENTS : [contents] } },
    ...(after !== undefined && { after }),
    limit,
  });
  return { items: page.items.map(summaryOf), next: page.next };
}

/** One pool with its periods, its matches and, for a pool of projects, what these need. */
export async function poolById(documents: Documents, id: string) {
  const document = await documents.get(pools, id);
  if (!document) return undefined;
  const { matches, placed } = document.pool;
  return {
    ...summaryOf(document),
    revision: document.revision,
    matches: Object.entries(matches).map(([match, asked]) => ({ id: match, ...asked })),
    projects: Object.entries(placed).map(([project, needs]) => ({ project, needs })),
  };
}

function summaryOf({ id, name, source, unit, pool }: PoolDocument) {
  const { contents, per, closed, capacity } = pool;
  const periods = periodsOf(pool).map((period) => {
    const proposed = proposedIn(pool, period);
    const remaining = freeIn(pool, period);
    return {
      period,
      capacity: capacity[period] ?? 0,
      committed: committedIn(pool, period),
      proposed,
      remaining,
      /** What the proposals ask for beyond what remains. */
      gap: Math.max(0, proposed - remaining),
    };
  });
  return { id, name, contents, source, unit, per, closed, periods };
}

/**
 * The gap report of a year over all pools: for each resource and unit what projects need, what there is and what is
 * promised. shortage: needed beyond all that there is; unmet: needed and not yet promised. Funds in 分, elements in
 * hundredths of their unit.
 */
export async function gapsOf(documents: Documents, year: number) {
  const sums = sumOn(await documents.get(sumsOfPools, gapsSum(year)), LATEST);
  const names = new Set(Object.keys(sums).map((key) => key.slice(0, key.lastIndexOf('|'))));
  const items = [...names].sort().map((name) => {
    const [resource, unit] = name.split('|');
    const of = (measure: string) => sums[`${name}|${measure}`] ?? 0;
    const [needed, capacity, committed, proposed] = [of('needed'), of('capacity'), of('committed'), of('proposed')];
    return {
      resource,
      unit,
      needed,
      capacity,
      committed,
      proposed,
      remaining: capacity - committed,
      shortage: Math.max(0, needed - capacity),
      unmet: Math.max(0, needed - committed),
    };
  });
  return { year, items };
}
