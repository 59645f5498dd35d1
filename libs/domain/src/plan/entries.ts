import { requireAmount } from '../facts.js';
import { refuse } from '../refusals.js';

/** 计划新开工, 续建, 前期: fixed at publication, the denominator of rates and totals. */
export const CATEGORIES = ['NEW_START', 'CARRIED_OVER', 'PRELIMINARY'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Totals as the approving body declared them (notice §1), in 分. */
export interface ControlTotals {
  readonly construction: {
    readonly count: number;
    readonly totalInvestment: number;
    readonly annualInvestment: number;
  };
  readonly preliminary: { readonly count: number; readonly totalInvestment: number };
}

/** What was agreed of one project for the year. */
export interface PlanEntry {
  readonly project: string;
  readonly category: Category;
  /** 分 */
  readonly totalInvestment: number;
  /** 分; 0 for a preliminary project. */
  readonly annualInvestment: number;
  /** 分 for each of the 12 months, summing to the annual investment; null until they are set. */
  readonly monthlyTargets: readonly number[] | null;
}

/** Throws AMOUNT_OUT_OF_RANGE, PRELIMINARY_HAS_NO_ANNUAL_PLAN or TARGETS_DO_NOT_SUM. */
export function requireSoundEntry({ category, totalInvestment, annualInvestment, monthlyTargets }: PlanEntry): void {
  requireAmount('totalInvestment', totalInvestment);
  requireAmount('annualInvestment', annualInvestment);
  if (category === 'PRELIMINARY' && (annualInvestment !== 0 || monthlyTargets !== null))
    throw refuse('PRELIMINARY_HAS_NO_ANNUAL_PLAN');
  if (monthlyTargets === null) return;
  monthlyTargets.forEach((target, index) => requireAmount(`monthlyTargets/${index}`, target));
  const sum = monthlyTargets.reduce((total, target) => total + target, 0);
  if (monthlyTargets.length !== 12 || sum !== annualInvestment)
    throw refuse('TARGETS_DO_NOT_SUM', { sum, annualInvestment, difference: sum - annualInvestment });
}
