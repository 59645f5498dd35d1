import { type Contribution, idOf, type Recorded, type Sum, type View } from '#libs/event-sourcing/pure';
import {
  committedIn,
  type FundingSource,
  periodsOf,
  poolDecider,
  type PoolEvent,
  type PoolState,
  proposedIn,
} from '#libs/domain';

/** A pool with all that was supplied, proposed and promised in it. */
export interface PoolDocument {
  readonly id: string;
  readonly sort: string;
  /** Revision of its last event, which is its ETag. */
  readonly revision: number;
  readonly name: string;
  readonly source: FundingSource | null;
  readonly unit: string | null;
  readonly pool: PoolState;
}

export const pools: View<PoolDocument> = {
  name: 'pools',
  version: 1,
  indexes: [{ 'state.sort': 1 }, { 'state.pool.contents': 1, 'state.sort': 1 }],

  keys: ({ stream }) => (stream.startsWith('pool-') ? [idOf(stream)] : []),

  evolve(before, recorded, id) {
    const event = recorded as Recorded<PoolEvent>;
    const document = before ?? { ...NEW, id, sort: id };
    const after = { ...document, revision: event.revision, pool: poolDecider.evolve(document.pool, event) };
    if (event.type !== 'PoolOpened') return after;
    const { name, source, unit } = event.data;
    return { ...after, name, source, unit };
  },

  contributions: ({ unit, pool }) => [...supply(pool, unit), ...needs(pool)],
};

const NEW = { revision: -1, name: '', source: null, unit: null, pool: poolDecider.initial };

/** The summaries are documents of this same view: they are sums of exactly these pools. */
export const sumsOfPools = pools as unknown as View<Sum>;

export const gapsSum = (year: number | string): string => `gaps/${year}`;

/** What a pool adds to its years: what there is, what is promised, and what waits for a promise. */
const supply = (pool: PoolState, unit: string | null): Contribution[] =>
  periodsOf(pool).map((period) =>
    contribution(period.slice(0, 4), `${pool.contents}|${unit}`, {
      capacity: pool.capacity[period] ?? 0,
      committed: committedIn(pool, period),
      proposed: proposedIn(pool, period),
    }),
  );

/** What the projects of a pool of projects need. */
const needs = ({ placed }: PoolState): Contribution[] =>
  Object.values(placed)
    .flat()
    .map(({ resource, unit, year, amount }) => contribution(String(year), `${resource}|${unit}`, { needed: amount }));

const contribution = (year: string, of: string, amounts: Record<string, number>): Contribution => ({
  sum: gapsSum(year),
  day: `${year}-01-01`,
  amounts: Object.fromEntries(Object.entries(amounts).map(([measure, amount]) => [`${of}|${measure}`, amount])),
});
