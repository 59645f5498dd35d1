import type { Category } from '../plan/entries.js';

/** What a bulletin says of some projects of the year's plan; amounts in 分. */
export interface BulletinLine {
  readonly projects: number;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  /** 1—N月完成投资, as far as it was accepted. */
  readonly completed: number;
  /** 本期新增投资: what the month added to it. */
  readonly added: number;
  /** Of `completed` in the annual plan, 4 decimals; null without a plan. */
  readonly completionRate: number | null;
  /** Projects whose report of the month was accepted; the others stand with their last cumulative. */
  readonly covered: number;
}

/** The figures of a bulletin (通报). Preliminary projects report expenses, which are no investment. */
export interface BulletinFigures {
  /** Last day that counts: the end of the month. */
  readonly through: string;
  readonly construction: BulletinLine;
  readonly byCategory: readonly ({ readonly category: Category } & BulletinLine)[];
  /** Construction projects by their primary town; null where it is not known. */
  readonly byTown: readonly ({ readonly town: string | null } & BulletinLine)[];
}
