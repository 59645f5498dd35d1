import { inYi } from '../money.js';
import { refuse } from '../refusals.js';
import type { ControlTotals, PlanEntry } from './entries.js';

/** Half of the declared precision of 0.01 亿元, in 分: lines may differ from a declared total by no more. */
const TOLERANCE = 50_000_000;

export function totalsOf(entries: Iterable<PlanEntry>): ControlTotals {
  const construction = { count: 0, totalInvestment: 0, annualInvestment: 0 };
  const preliminary = { count: 0, totalInvestment: 0 };
  for (const { category, totalInvestment, annualInvestment } of entries) {
    const group = category === 'PRELIMINARY' ? preliminary : construction;
    group.count++;
    group.totalInvestment += totalInvestment;
    if (category !== 'PRELIMINARY') construction.annualInvestment += annualInvestment;
  }
  return { construction, preliminary };
}

/** Refuses lines that do not add up to the declared totals, naming each total that is off and by how much. */
export function requireReconciled(declared: ControlTotals, lines: ControlTotals): void {
  const off = [
    ...counts('construction/count', declared.construction.count, lines.construction.count),
    ...sums('construction/totalInvestment', declared.construction.totalInvestment, lines.construction.totalInvestment),
    ...sums(
      'construction/annualInvestment',
      declared.construction.annualInvestment,
      lines.construction.annualInvestment,
    ),
    ...counts('preliminary/count', declared.preliminary.count, lines.preliminary.count),
    ...sums('preliminary/totalInvestment', declared.preliminary.totalInvestment, lines.preliminary.totalInvestment),
  ];
  if (off.length > 0) throw refuse('PLAN_DOES_NOT_RECONCILE', { off });
}

const counts = (total: string, declared: number, lines: number) =>
  declared === lines ? [] : [{ total, declared, lines, difference: lines - declared }];

const sums = (total: string, declared: number, lines: number) =>
  Math.abs(lines - declared) <= TOLERANCE
    ? []
    : [{ total, declared, lines, difference: lines - declared, differenceInYi: inYi(lines - declared) }];

/**
 * Whether published figures that were each rounded to 0.01 亿元 can add up to a published total:
 * half a unit for each addend and for the total, inclusive (domain rules, "Control totals").
 */
export const roundedFiguresAgree = (addends: readonly number[], total: number): boolean =>
  Math.abs(addends.reduce((sum, each) => sum + each, 0) - total) <= TOLERANCE * (addends.length + 1);
