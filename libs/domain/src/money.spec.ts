import fc from 'fast-check';
import { gapToTimeProgress, inYi, rate, roundHalfUp, timeProgress } from './money.js';
import { yi } from './testing.js';

describe('published figures', () => {
  it.each([
    ['629.0 of 647.4 亿元 at October', yi(629), yi(647.4), 10, 13.8, 1],
    ['85.2 % at September', 8520, 10_000, 9, 10.2, 2],
    ['30.90 % at March', 3090, 10_000, 3, 5.9, 2],
  ])('%s are ahead of time', (_, completed, annualPlan, month, gap, decimals) => {
    expect(gapToTimeProgress(completed, annualPlan, month)!.toFixed(decimals)).toBe(gap.toFixed(decimals));
  });

  it.each([
    [57, 67, '85.07'],
    [206, 255, '80.78'],
  ])('%d of %d started: %s %%', (started, planned, percent) => {
    expect((rate(started, planned)! * 100).toFixed(2)).toBe(percent);
  });
});

describe('a rate', () => {
  it.each([
    [1, 3, 0.3333],
    [2, 3, 0.6667],
    [1, 20_000, 0.0001], // half a unit of the last decimal goes up
    [-1, 20_000, 0],
    [-3, 20_000, -0.0001],
    [3, 2, 1.5],
    [0, 5, 0],
  ])('of %d to %d has 4 decimals, halves up: %d', (part, whole, expected) => {
    expect(rate(part, whole)).toBe(expected);
  });

  it('to nothing is none', () => {
    expect(rate(5, 0)).toBeNull();
    expect(gapToTimeProgress(5, 0, 6)).toBeNull();
  });

  it('is exact for amounts that floats would blur', () => {
    const amount = fc.integer({ min: -yi(10_000), max: yi(10_000) });
    fc.assert(
      fc.property(amount, fc.integer({ min: yi(0.0001), max: yi(10_000) }), (part, whole) => {
        const units = BigInt(Math.round(rate(part, whole)! * 10_000));
        // units - 1/2 <= part/whole * 10^4 < units + 1/2, in whole numbers
        const doubled = 2n * BigInt(part) * 10_000n;
        expect((2n * units - 1n) * BigInt(whole) <= doubled && doubled < (2n * units + 1n) * BigInt(whole)).toBe(true);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [-5n, 10n, 0n],
    [-6n, 10n, -1n],
    [-15n, 10n, -1n],
    [25n, 10n, 3n],
    [-10n, 10n, -1n],
  ])('%d / %d is %d', (numerator, denominator, expected) => {
    expect(roundHalfUp(numerator, denominator)).toBe(expected);
  });

  it('goes with whole numbers that are added before it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n, max: 1_000_000n }),
        fc.bigInt(),
        (numerator, denominator, whole) => {
          expect(roundHalfUp(numerator + whole * denominator, denominator)).toBe(
            roundHalfUp(numerator, denominator) + whole,
          );
        },
      ),
    );
  });
});

describe('time progress', () => {
  it.each([
    [1, 0.0833],
    [3, 0.25],
    [3.5, 0.2917],
    [9, 0.75],
    [12, 1],
  ])('of %d months is %d', (month, expected) => {
    expect(timeProgress(month)).toBe(expected);
  });

  it('may be of half a month in the gap too', () => {
    expect(gapToTimeProgress(yi(1), yi(2), 5.5)).toBe(4.17);
  });

  it('makes the gap from raw amounts: rounding comes last', () => {
    expect(gapToTimeProgress(1, 3, 1)).toBe(25);
    // The rounded rates 0.3334 and 0.0833 are 25.01 points apart.
    expect(gapToTimeProgress(33_335, 100_000, 1)).toBe(25);
    expect(gapToTimeProgress(0, 7, 1)).toBe(-8.33);
  });
});

describe('亿元', () => {
  it.each([
    [yi(2154.63), '2154.63'],
    [0, '0.00'],
    [10_050_000_000, '1.01'], // 1.005, of which floats make 1.00
    [-yi(3), '-3.00'],
    [49_999_999, '0.00'],
    [50_000_000, '0.01'],
  ])('%d 分 are written %s', (fen, text) => {
    expect(inYi(fen)).toBe(text);
  });
});
