import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { COLLEAGUE, OFFICE } from '../testing.js';
import type { PoolCommand } from './commands.js';
import type { LandPriority, PoolContents, PoolEvent } from './events.js';

export type PoolEventOf<Type extends PoolEvent['type']> = Extract<PoolEvent, { type: Type }>;

const UNIT_OF = { PROJECTS: null, FUNDS: '分', LAND: '亩', ENERGY: '吨标煤', LABOUR: '人', MATERIALS: '吨' } as const;

export const openedPool = (contents: PoolContents = 'ENERGY', per: 'YEAR' | 'MONTH' = 'YEAR'): PoolEvent => ({
  type: 'PoolOpened',
  data: {
    name: '示例池',
    contents,
    source: contents === 'FUNDS' ? 'SPECIAL_BOND' : null,
    unit: UNIT_OF[contents],
    per,
  },
});
export const supplied = (capacity: number, period = '2022'): PoolEvent => ({
  type: 'PoolSupplied',
  data: { period, capacity, reason: '市级下达' },
});
export const proposed = (amount = 4_000, match = 'new-match', period = '2022'): PoolEvent => ({
  type: 'MatchProposed',
  data: { match, project: 'p1', period, amount },
});
export const landRequested = (priority: LandPriority, amount = 4_000, match = 'new-match'): PoolEvent => ({
  type: 'LandQuotaRequested',
  data: { match, project: 'p1', period: '2022', amount, priority },
});
export const confirmed = (match = 'new-match'): PoolEvent => ({ type: 'MatchConfirmed', data: { match } });
export const released = (match = 'new-match'): PoolEvent => ({
  type: 'MatchReleased',
  data: { match, reason: '项目缓建' },
});
export const PLACED: PoolEvent = {
  type: 'ProjectPlaced',
  data: { project: 'p1', needs: [{ resource: 'ENERGY', unit: '吨标煤', year: 2022, amount: 9_000 }] },
};

export interface PoolExample<Type extends PoolCommand['type']> {
  readonly given: readonly PoolEvent[];
  readonly command: Extract<PoolCommand, { type: Type }>;
  readonly by: Actor;
  readonly event: PoolEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | 'another' | RefusalCode;
}

/** For each command of a pool the plain case. */
export const POOL_EXAMPLES: { readonly [Type in PoolCommand['type']]: PoolExample<Type> } = {
  OpenPool: {
    given: [],
    command: { type: 'OpenPool', name: '示例池', contents: 'ENERGY', source: null, unit: null, per: 'YEAR' },
    by: OFFICE,
    event: openedPool(),
    again: 'POOL_EXISTS',
  },
  SupplyPool: {
    given: [openedPool()],
    command: { type: 'SupplyPool', period: '2022', capacity: 10_000, reason: '市级下达' },
    by: OFFICE,
    event: supplied(10_000),
    again: 'nothing',
  },
  ProposeMatch: {
    given: [openedPool(), supplied(10_000)],
    command: { type: 'ProposeMatch', project: 'p1', period: '2022', amount: 4_000 },
    by: OFFICE,
    event: proposed(),
    again: 'another',
  },
  RequestLandQuota: {
    given: [openedPool('LAND'), supplied(10_000)],
    command: { type: 'RequestLandQuota', project: 'p1', period: '2022', amount: 4_000, priority: 'KEY_PROJECT' },
    by: OFFICE,
    event: landRequested('KEY_PROJECT'),
    again: 'another',
  },
  ConfirmMatch: {
    given: [openedPool(), supplied(10_000), proposed()],
    command: { type: 'ConfirmMatch', match: 'new-match' },
    by: COLLEAGUE,
    event: confirmed(),
    again: 'nothing',
  },
  ReleaseMatch: {
    given: [openedPool(), supplied(10_000), proposed(), confirmed()],
    command: { type: 'ReleaseMatch', match: 'new-match', reason: '项目缓建' },
    by: OFFICE,
    event: released(),
    again: 'nothing',
  },
  PlaceProject: {
    given: [openedPool('PROJECTS')],
    command: {
      type: 'PlaceProject',
      project: 'p1',
      needs: [{ resource: 'ENERGY', unit: null, year: 2022, amount: 9_000 }],
    },
    by: OFFICE,
    event: PLACED,
    again: 'nothing',
  },
  WithdrawProject: {
    given: [openedPool('PROJECTS'), PLACED],
    command: { type: 'WithdrawProject', project: 'p1', reason: '转入下一年度' },
    by: OFFICE,
    event: { type: 'ProjectWithdrawn', data: { project: 'p1', reason: '转入下一年度' } },
    again: 'PROJECT_NOT_IN_POOL',
  },
  ClosePool: {
    given: [openedPool()],
    command: { type: 'ClosePool', reason: '年度结束' },
    by: OFFICE,
    event: { type: 'PoolClosed', data: { reason: '年度结束' } },
    again: 'nothing',
  },
};
