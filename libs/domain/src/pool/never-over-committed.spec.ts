import type { At } from '#libs/event-sourcing/pure';
import { Refusal } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import fc from 'fast-check';
import { COLLEAGUE, OFFICE, poolScene } from '../testing.js';
import type { PoolCommand } from './commands.js';
import { openedPool } from './examples.js';
import { LAND_PRIORITIES } from './events.js';
import { poolDecider } from './pool.js';
import { committedIn, freeIn, type PoolState } from './state.js';

const PERIODS = ['2022', '2023'];
const period = fc.constantFrom(...PERIODS);
const amount = fc.integer({ min: -1, max: 60 });
const match = fc.integer({ min: 0, max: 15 }).map((number) => `match-${number}`);
const reason = fc.constant('示例');
const project = fc.constant('p1');

const command: fc.Arbitrary<PoolCommand> = fc.oneof(
  fc.record({ type: fc.constant('SupplyPool' as const), period, capacity: amount, reason }),
  fc.record({ type: fc.constant('ProposeMatch' as const), project, period, amount }),
  fc.record({
    type: fc.constant('RequestLandQuota' as const),
    project,
    period,
    amount,
    priority: fc.constantFrom(...LAND_PRIORITIES),
  }),
  { weight: 3, arbitrary: fc.record({ type: fc.constant('ConfirmMatch' as const), match }) },
  fc.record({ type: fc.constant('ReleaseMatch' as const), match, reason }),
);

/** Decides and folds as the door does; what is refused changes nothing. */
function play(commands: readonly PoolCommand[], contents: 'LAND' | 'ENERGY', each: (state: PoolState) => void): void {
  let state = poolDecider.initial;
  let revision = 0;
  const fold = (event: Parameters<typeof recorded>[0][number], actor = OFFICE) => {
    const [next] = recorded([event], { ...poolScene, actor });
    state = poolDecider.evolve(state, { ...next!, revision: revision++ } as Parameters<typeof poolDecider.evolve>[1]);
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
    each(state);
  }
}

describe.each(['LAND', 'ENERGY'] as const)('whatever is asked of a pool of %s', (contents) => {
  it('no period is ever over-committed or negative, and what is promised is what was confirmed', () => {
    let promised = 0;
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        play(commands, contents, (state) => {
          for (const period of PERIODS) {
            expect(freeIn(state, period)).toBeGreaterThanOrEqual(0);
            expect(committedIn(state, period)).toBeGreaterThanOrEqual(0);
            promised += committedIn(state, period);
          }
        });
      }),
      { numRuns: 300 },
    );
    // The sequences do reach promises, so the above says something.
    expect(promised).toBeGreaterThan(0);
  });

  it('no land goes to another project while a key project waits that would fit', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        let before: PoolState | undefined;
        play(commands, contents, (state) => {
          const granted = Object.entries(state.matches).find(
            ([id, { status }]) => status === 'CONFIRMED' && before?.matches[id]?.status === 'PROPOSED',
          )?.[1];
          if (granted?.priority === 'OTHER') {
            const waiting = Object.values(before!.matches).filter(
              (each) => each.priority === 'KEY_PROJECT' && each.status === 'PROPOSED' && each.period === granted.period,
            );
            for (const { amount } of waiting) expect(amount).toBeGreaterThan(freeIn(before!, granted.period));
          }
          before = state;
        });
      }),
      { numRuns: 300 },
    );
  });
});
