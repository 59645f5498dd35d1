import fc from 'fast-check';
import { yi } from '../testing.js';
import { requireReconciled, roundedFiguresAgree, totalsOf } from './control-totals.js';
import type { ControlTotals, PlanEntry } from './events.js';

const notice: ControlTotals = {
  construction: { count: 199, totalInvestment: yi(2154.63), annualInvestment: yi(410.59) },
  preliminary: { count: 129, totalInvestment: yi(993.06) },
};

describe('declared totals', () => {
  const off = (change: (lines: ControlTotals) => ControlTotals) => () => requireReconciled(notice, change(notice));

  it.each([
    ['half the declared precision', yi(0.005), true],
    ['half the declared precision, less', -yi(0.005), true],
    ['one 分 beyond it', yi(0.005) + 1, false],
    ['one 分 beyond it, less', -yi(0.005) - 1, false],
  ])('bear a difference of %s: %d', (_, difference, passes) => {
    const sums = [
      off(({ construction, ...rest }) => ({
        ...rest,
        construction: { ...construction, totalInvestment: construction.totalInvestment + difference },
      })),
      off(({ construction, ...rest }) => ({
        ...rest,
        construction: { ...construction, annualInvestment: construction.annualInvestment + difference },
      })),
      off(({ preliminary, ...rest }) => ({
        ...rest,
        preliminary: { ...preliminary, totalInvestment: preliminary.totalInvestment + difference },
      })),
    ];
    for (const sum of sums)
      if (passes) expect(sum).not.toThrow();
      else expect(sum).toThrow('PLAN_DOES_NOT_RECONCILE');
  });

  it.each([1, -1])('bear no difference of %d in the counts', (difference) => {
    expect(off((lines) => ({ ...lines, construction: { ...lines.construction, count: 199 + difference } }))).toThrow(
      'PLAN_DOES_NOT_RECONCILE',
    );
    expect(off((lines) => ({ ...lines, preliminary: { ...lines.preliminary, count: 129 + difference } }))).toThrow(
      'PLAN_DOES_NOT_RECONCILE',
    );
  });
});

describe('the sums of the lines', () => {
  const entry: fc.Arbitrary<PlanEntry> = fc.record({
    project: fc.uuid(),
    category: fc.constantFrom('NEW_START', 'CARRIED_OVER', 'PRELIMINARY'),
    totalInvestment: fc.nat(yi(10)),
    annualInvestment: fc.nat(yi(10)),
    monthlyTargets: fc.constant(null),
  });

  it('lose nothing and count each line once, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { construction, preliminary } = totalsOf(entries);
        expect(construction.count + preliminary.count).toBe(entries.length);
        expect(construction.totalInvestment + preliminary.totalInvestment).toBe(
          entries.reduce((sum, { totalInvestment }) => sum + totalInvestment, 0),
        );
        expect(totalsOf([...entries].reverse())).toEqual({ construction, preliminary });
      }),
    );
  });
});

describe('figures that were published rounded', () => {
  it.each([
    [[227.82, 69.19], 297.0, true],
    [[202.55, 11.12, 72.06, 11.27], 297.0, true],
    [[227.82, 69.2], 297.0, false],
    [[297.01], 297.0, true],
    [[297.02], 297.0, false],
  ])('%j agree with %d: %s', (addends, total, agree) => {
    expect(roundedFiguresAgree(addends.map(yi), yi(total))).toBe(agree);
  });

  it('agree up to 0.005 亿元 a figure, the total counted as one, inclusive', () => {
    expect(roundedFiguresAgree([yi(1), yi(1)], yi(2) + yi(0.015))).toBe(true);
    expect(roundedFiguresAgree([yi(1), yi(1)], yi(2) + yi(0.015) + 1)).toBe(false);
  });
});
