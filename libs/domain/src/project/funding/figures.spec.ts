import { LATEST, type Series } from '#libs/event-sourcing/pure';
import fc from 'fast-check';
import { project, yi } from '../../testing.js';
import { registered } from '../samples.js';
import { EXAMPLES } from './examples.js';
import { arrivalRate, fundingBetween, NO_FUNDING, paymentRate, unpaid } from './figures.js';
import { FUNDING_STEPS, type FundingMovement } from './state.js';

const figures = (change: Partial<typeof NO_FUNDING>) => ({ ...NO_FUNDING, ...change });

describe('到位率', () => {
  it.each([
    [0, 0, null],
    [yi(1), 0, null],
    [0, yi(2), 0],
    [yi(1), yi(3), 0.3333],
    [yi(2), yi(3), 0.6667],
    [yi(3), yi(2), 1.5],
  ])('of %d 分 received out of %d allocated is %s', (received, allocated, expected) => {
    expect(arrivalRate(figures({ received, allocated }))).toBe(expected);
  });
});

describe('支付率', () => {
  it.each([
    [0, 0, null],
    [yi(1), yi(8), 0.125],
    [yi(9), yi(8), 1.125],
  ])('of %d 分 paid out of %d received is %s', (paid, received, expected) => {
    expect(paymentRate(figures({ paid, received }))).toBe(expected);
  });
});

it('what is unpaid is what was due and is not covered', () => {
  expect(unpaid(figures({ scheduled: 5, paid: 3 }))).toBe(2);
  expect(unpaid(figures({ scheduled: 3, paid: 5 }))).toBe(0);
});

it('each step of a project adds to its own figure from its day on', () => {
  const { event: applied } = EXAMPLES.ApplyForFunding;
  const steps = ['AllocateFunding', 'ReceiveFunding', 'SchedulePayment', 'PayFunding'] as const;
  const events = steps.map((step) => EXAMPLES[step].event);
  const { fundingMovements } = project.given(registered(), applied, ...events).state();
  expect(fundingBetween(fundingMovements, '', '2022-05-15')).toEqual(NO_FUNDING);
  const today = { applied: yi(2), allocated: yi(1), received: yi(1), scheduled: 0, paid: yi(1) };
  expect(fundingBetween(fundingMovements, '2022-05-16', '2022-06-29')).toEqual(today);
  expect(fundingBetween(fundingMovements, '2022-01-01', '2022-06-30')).toEqual({ ...today, scheduled: yi(0.5) });
});

describe('whatever moved', () => {
  const movements: fc.Arbitrary<Series<FundingMovement>> = fc.array(
    fc.record({
      on: fc.constantFrom('2021-12-31', '2022-01-01', '2022-07-15', '2022-12-31', '2023-01-01'),
      revision: fc.nat(),
      value: fc.record({
        line: fc.constantFrom('a', 'b'),
        step: fc.constantFrom(...FUNDING_STEPS),
        amount: fc.integer({ min: 1, max: yi(1_000) }),
      }),
    }),
  );

  it('adds up the same in any order, and a year is what came by its end less what was there before', () => {
    fc.assert(
      fc.property(movements, (moved) => {
        const all = fundingBetween(moved, '', LATEST);
        expect(fundingBetween([...moved].reverse(), '', LATEST)).toEqual(all);
        const year = fundingBetween(moved, '2022-01-01', '2022-12-31');
        const before = fundingBetween(moved, '', '2021-12-31');
        const byEnd = fundingBetween(moved, '', '2022-12-31');
        for (const name of Object.keys(NO_FUNDING) as (keyof typeof NO_FUNDING)[]) {
          expect(year[name]).toBe(byEnd[name] - before[name]);
          expect(all[name]).toBeGreaterThanOrEqual(byEnd[name]);
        }
      }),
    );
  });
});
