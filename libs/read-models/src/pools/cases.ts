import type { Told } from '#libs/event-sourcing/testing';
import type { PoolEvent } from '#libs/domain';
import {
  confirmed,
  landRequested,
  openedPool,
  PLACED,
  POOL_EXAMPLES,
  proposed,
  released,
  supplied,
} from '../../../domain/src/pool/examples.js';

const inPool = (event: PoolEvent): Told<PoolEvent> => ({ ...event, stream: 'pool-1' });

const shows = (revision: number, pool: object, year: Record<string, number> | null = null) => ({
  pools: {
    1: { revision, pool },
    ...(year && { 'gaps/2022': { days: { '2022-01-01': year } } }),
  },
});
const energy = (amounts: Record<string, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([measure, amount]) => [`ENERGY|吨标煤|${measure}`, amount]));
const match = (status: string) => ({ matches: { 'new-match': { project: 'p1', amount: 4_000, status } } });

const ready = [openedPool(), supplied(10_000)].map(inPool);
const asked = [...ready, inPool(proposed())];

/** Each event of a pool, and all that it changes in the views. */
export const POOL_CASES = {
  PoolOpened: {
    after: [],
    event: inPool(openedPool('FUNDS')),
    shows: {
      pools: { 1: { revision: 0, name: '示例池', source: 'SPECIAL_BOND', unit: '分', pool: { contents: 'FUNDS' } } },
    },
  },
  PoolSupplied: {
    after: ready.slice(0, 1),
    event: inPool(supplied(10_000)),
    shows: shows(1, { capacity: { 2022: 10_000 } }, energy({ capacity: 10_000 })),
  },
  MatchProposed: {
    after: ready,
    event: inPool(proposed()),
    shows: shows(2, match('PROPOSED'), energy({ capacity: 10_000, proposed: 4_000 })),
  },
  LandQuotaRequested: {
    after: [inPool(openedPool('LAND'))],
    event: inPool(landRequested('KEY_PROJECT')),
    shows: shows(1, match('PROPOSED'), { 'LAND|亩|proposed': 4_000 }),
  },
  MatchConfirmed: {
    after: asked,
    event: inPool(confirmed()),
    shows: shows(3, match('CONFIRMED'), energy({ capacity: 10_000, committed: 4_000 })),
  },
  MatchReleased: {
    after: [...asked, inPool(confirmed())],
    event: inPool(released()),
    shows: shows(4, match('RELEASED'), energy({ capacity: 10_000 })),
  },
  ProjectPlaced: {
    after: [inPool(openedPool('PROJECTS'))],
    event: inPool(PLACED),
    shows: shows(1, { placed: { p1: [{ amount: 9_000 }] } }, energy({ needed: 9_000 })),
  },
  ProjectWithdrawn: {
    after: [openedPool('PROJECTS'), PLACED].map(inPool),
    event: inPool(POOL_EXAMPLES.WithdrawProject.event),
    shows: { pools: { 1: { revision: 2, pool: { placed: {} } }, 'gaps/2022': null } },
  },
  PoolClosed: {
    after: ready,
    event: inPool(POOL_EXAMPLES.ClosePool.event),
    shows: shows(2, { closed: true }),
  },
} satisfies Record<PoolEvent['type'], { after: Told<PoolEvent>[]; event: Told<PoolEvent>; shows: object }>;
