import { COLLEAGUE, pool } from '../testing.js';
import type { PoolCommand } from './commands.js';
import {
  confirmed,
  landRequested,
  openedPool,
  POOL_EXAMPLES,
  type PoolExample,
  proposed,
  released,
  supplied,
} from './examples.js';

const examples = Object.values(POOL_EXAMPLES) as PoolExample<PoolCommand['type']>[];

describe.each(examples)('$command.type', ({ given, command, by, event, again }) => {
  it('is recorded as one event', () => {
    pool
      .given(...given)
      .when(command, { actor: by })
      .then(event);
  });

  it(`leads to ${again} when asked again`, () => {
    const outcome = pool.given(...given, event).when(command, { actor: by });
    if (again === 'nothing') outcome.thenNothing();
    else if (again === 'another') outcome.then(event);
    else outcome.thenRefused(again);
  });

  it('needs a pool', () => {
    if (command.type === 'OpenPool') return;
    pool.given().when(command, { actor: by }).thenRefused('UNKNOWN_POOL');
  });
});

describe('a pool', () => {
  const open = POOL_EXAMPLES.OpenPool.command;

  it('of funds names their source and is counted in 分', () => {
    pool
      .given()
      .when({ ...open, contents: 'FUNDS', source: 'SPECIAL_BOND' })
      .then(openedPool('FUNDS'));
    pool
      .given()
      .when({ ...open, contents: 'FUNDS' })
      .thenRefused('POOL_UNSOUND', { field: 'source' });
  });

  it('of materials names their unit, and no other pool does', () => {
    pool
      .given()
      .when({ ...open, contents: 'MATERIALS', unit: '吨' })
      .then(openedPool('MATERIALS'));
    pool
      .given()
      .when({ ...open, contents: 'MATERIALS' })
      .thenRefused('POOL_UNSOUND', { field: 'unit' });
    for (const contents of ['LAND', 'PROJECTS'] as const)
      pool
        .given()
        .when({ ...open, contents, unit: '公顷' })
        .thenRefused('POOL_UNSOUND', { field: 'unit' });
  });

  it.each([
    ['YEAR', '2022-01'],
    ['MONTH', '2022'],
    ['MONTH', '2022-13'],
  ] as const)('that counts by %s has no period %s', (per, period) => {
    pool
      .given(openedPool('ENERGY', per))
      .when({ type: 'SupplyPool', period, capacity: 1, reason: '下达' })
      .thenRefused('PERIOD_NOT_OF_POOL', { period });
  });

  it('that was closed still lets go of what it promised', () => {
    pool
      .given(openedPool(), supplied(4_000), proposed(), confirmed(), { type: 'PoolClosed', data: { reason: '结束' } })
      .when(POOL_EXAMPLES.ReleaseMatch.command)
      .then(released());
  });

  it('matches existing projects alone', () => {
    pool
      .given(openedPool())
      .when({ ...POOL_EXAMPLES.ProposeMatch.command, project: 'unknown' })
      .thenRefused('UNKNOWN_PROJECT');
  });
});

describe('a proposal', () => {
  const confirm = POOL_EXAMPLES.ConfirmMatch.command;

  it('may exceed what is there, and then waits', () => {
    pool.given(openedPool()).when(POOL_EXAMPLES.ProposeMatch.command).then(proposed());
    pool
      .given(openedPool(), supplied(3_999), proposed())
      .when(confirm, { actor: COLLEAGUE })
      .thenRefused('POOL_EXHAUSTED', { period: '2022', amount: 4_000, free: 3_999 });
  });

  it('of nothing is none', () => {
    pool
      .given(openedPool())
      .when({ ...POOL_EXAMPLES.ProposeMatch.command, amount: 0 })
      .thenRefused('AMOUNT_OUT_OF_RANGE', { field: 'amount' });
  });

  it('is confirmed with the last unit that is free, in its own period', () => {
    const given = [
      openedPool(),
      supplied(4_000),
      supplied(4_000, '2023'),
      proposed(),
      proposed(1, 'other'),
      confirmed(),
    ];
    const other = { ...confirm, match: 'other' };
    pool
      .given(...given)
      .when(other, { actor: COLLEAGUE })
      .thenRefused('POOL_EXHAUSTED', { free: 0 });
    pool
      .given(...given, released())
      .when(other, { actor: COLLEAGUE })
      .then(confirmed('other'));
    pool
      .given(...given, proposed(4_000, 'next', '2023'))
      .when({ ...confirm, match: 'next' }, { actor: COLLEAGUE })
      .then(confirmed('next'));
  });
});

describe('land', () => {
  const grant = POOL_EXAMPLES.ConfirmMatch.command;
  const given = [openedPool('LAND'), supplied(5_000), landRequested('OTHER', 2_000)];

  it('goes to a key project first, while its request would fit', () => {
    pool
      .given(...given, landRequested('KEY_PROJECT', 5_000, 'key'))
      .when(grant, { actor: COLLEAGUE })
      .thenRefused('KEY_PROJECTS_FIRST', { waiting: 'key' });
  });

  it.each([
    ['would not fit anyway', [landRequested('KEY_PROJECT', 5_001, 'key')]],
    ['was given up', [landRequested('KEY_PROJECT', 5_000, 'key'), released('key')]],
    ['was granted', [landRequested('KEY_PROJECT', 3_000, 'key'), confirmed('key')]],
  ])('goes to another project once the request of the key project %s', (_why, more) => {
    pool
      .given(...given, ...more)
      .when(grant, { actor: COLLEAGUE })
      .then(confirmed());
  });

  it('is asked for with a priority, everything else is proposed', () => {
    pool
      .given(openedPool('LAND'))
      .when(POOL_EXAMPLES.ProposeMatch.command)
      .thenRefused('POOL_OF_OTHER_CONTENTS', { contents: 'LAND' });
  });

  it('for a project outside the plan may be asked for, without that priority', () => {
    pool
      .given(openedPool('LAND'))
      .when({ ...POOL_EXAMPLES.RequestLandQuota.command, project: 'p2', priority: 'OTHER' })
      .thenMatches({ type: 'LandQuotaRequested' });
  });
});

it('names nobody', () => {
  pool
    .given(openedPool())
    .when({ type: 'ClosePool', reason: '联系13812345678' })
    .thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/reason' });
});
