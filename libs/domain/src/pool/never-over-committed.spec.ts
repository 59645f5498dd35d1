import type { At } from '#libs/event-sourcing/pure';
import { Refusal } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import fc from 'fast-check';
import { COLLEAGUE, OFFICE, poolScene } from '../testing.js';
import type { PoolCommand } from './commands.js';
import { openedPool } from './examples.js';
import { LAND_PRIORITIES, type PoolEvent } from './events.js';
import { poolDecider } from './pool.js';
import { freeIn, type PoolState } from './state.js';

const PERIODS = ['2022', '2023'];
const period = fc.constantFrom(...PERIODS);
const amount = fc.integer({ min: -1, max: 60 });
const match = fc.integer({ min: 0, max: 7 }).map((number) => `match-${number}`);
const reason = fc.constant('示例');
const project = fc.constant('p1');

const command = (contents: 'LAND' | 'ENERGY'): fc.Arbitrary<PoolCommand> =>
  fc.oneof(
    fc.record({ type: fc.constant('SupplyPool' as const), period, capacity: amount, reason }),
    contents === 'LAND'
      ? fc.record({
          type: fc.constant('RequestLandQuota' as const),
          project,
          period,
          amount,
          priority: fc.constantFrom(...LAND_PRIORITIES),
        })
      : fc.record({ type: fc.constant('ProposeMatch' as const), project, period, amount }),
    fc.record({ type: fc.constant('ConfirmMatch' as const), match }),
    fc.record({ type: fc.constant('ReleaseMatch' as const), match, reason }),
  );
const commands = (contents: 'LAND' | 'ENERGY') => fc.array(command(contents), { maxLength: 60, size: 'max' });

/** Decides and folds as the door does; what is refused changes nothing. */
function play(
  commands: readonly PoolCommand[],
  contents: 'LAND' | 'ENERGY',
  each: (state: PoolState, log: readonly PoolEvent[]) => void,
): void {
  let state = poolDecider.initial;
  const log: PoolEvent[] = [];
  const fold = (event: PoolEvent, actor = OFFICE) => {
    log.push(event);
    state = poolDecider.evolve(state, recorded([event], { ...poolScene, actor })[0]!);
  };
  fold(openedPool(contents));
  let matches = 0;
  for (const command of commands) {
    const actor = command.type === 'ConfirmMatch' ? COLLEAGUE : OFFICE;
    const at: At = {
      now: poolScene.now,
      actor,
      stream: poolScene.stream,
      newId: () => `match-${matches++}`,
      stateOf: <S>(stream: string) => poolScene.others![stream] as S,
    };
    try {
      for (const event of poolDecider.decide(command, state, at)) fold(event, actor);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    each(state, log);
  }
}

/** Promised per period, counted from the log alone. */
function promisedBy(log: readonly PoolEvent[]): Map<string, number> {
  const asked = new Map<string, { period: string; amount: number }>();
  const confirmed = new Set<string>();
  for (const { type, data } of log) {
    if (type === 'MatchProposed' || type === 'LandQuotaRequested') asked.set(data.match, data);
    if (type === 'MatchConfirmed') confirmed.add(data.match);
    if (type === 'MatchReleased') confirmed.delete(data.match);
  }
  const promised = new Map(PERIODS.map((period) => [period, 0]));
  for (const match of confirmed) {
    const { period, amount } = asked.get(match)!;
    promised.set(period, promised.get(period)! + amount);
  }
  return promised;
}

describe.each(['LAND', 'ENERGY'] as const)('whatever is asked of a pool of %s', (contents) => {
  it('no period promises more than there is, or less than nothing', () => {
    let most = 0;
    fc.assert(
      fc.property(commands(contents), (asked) => {
        play(asked, contents, (state, log) => {
          for (const [period, promised] of promisedBy(log)) {
            expect(promised).toBeGreaterThanOrEqual(0);
            expect(promised).toBeLessThanOrEqual(state.capacity[period] ?? 0);
            expect(freeIn(state, period)).toBe((state.capacity[period] ?? 0) - promised);
            most = Math.max(most, promised);
          }
        });
      }),
      { numRuns: 300 },
    );
    // The sequences do reach promises, so the above says something.
    expect(most).toBeGreaterThan(0);
  });
});

it('no land goes to another project while a key project waits that would fit', () => {
  let waited = 0;
  fc.assert(
    fc.property(commands('LAND'), (asked) => {
      let before: PoolState | undefined;
      play(asked, 'LAND', (state) => {
        const granted = Object.entries(state.matches).find(
          ([id, { status }]) => status === 'CONFIRMED' && before?.matches[id]?.status === 'PROPOSED',
        )?.[1];
        if (granted?.priority === 'OTHER') {
          const waiting = Object.values(before!.matches).filter(
            (each) => each.priority === 'KEY_PROJECT' && each.status === 'PROPOSED' && each.period === granted.period,
          );
          for (const { amount } of waiting) expect(amount).toBeGreaterThan(freeIn(before!, granted.period));
          waited += waiting.length;
        }
        before = state;
      });
    }),
    { numRuns: 300 },
  );
  expect(waited).toBeGreaterThan(0);
});
