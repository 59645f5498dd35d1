import type { DocumentRef } from '../../facts.js';
import type { Event } from '../../shapes.js';
import type { Category, ControlTotals, PlanEntry } from '../entries.js';

/** A part of a project that is split, with what was invested in it so far. */
export interface Part {
  readonly entry: PlanEntry;
  /** 分 of the year's investment so far, and of all years before. */
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
}

/** A line that changes figures for the months that are not over; those that are stay as they were. */
interface Changed {
  readonly project: string;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  /** 分 for each remaining month, the current one included; null for a preliminary project. */
  readonly remainingTargets: readonly number[] | null;
}

/** 调入, 调出, 调额, 转列 (前期转建设, 结转), 合并, 拆分, 更正. */
export type BatchLine = { readonly reason: string } & (
  | { readonly kind: 'ADMIT'; readonly entry: PlanEntry }
  | { readonly kind: 'DELIST'; readonly project: string }
  | ({ readonly kind: 'AMOUNT' } & Changed)
  | ({ readonly kind: 'RECLASSIFY'; readonly category: Category } & Changed)
  | { readonly kind: 'MERGE'; readonly projects: readonly string[]; readonly into: PlanEntry }
  | { readonly kind: 'SPLIT'; readonly project: string; readonly into: readonly Part[] }
  | { readonly kind: 'CORRECT'; readonly entry: PlanEntry }
);

/** What a project stands for after a batch; null is no member any more. */
export interface Result {
  readonly project: string;
  readonly entry: PlanEntry | null;
}

/** Cumulative figures that went from one project to another; what leaves is negative, and all of a batch sum to 0. */
export interface MovedFigures {
  readonly project: string;
  /** The projects on the other side. */
  readonly counterparts: readonly string[];
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
}

export type BatchEvent =
  /** The published plan was changed with the approval of its body, and is another version from here on. */
  Event<
    'BatchApplied',
    {
      year: number;
      version: number;
      batch: string;
      lines: readonly BatchLine[];
      results: readonly Result[];
      moved: readonly MovedFigures[];
      /** The new totals as the approving body declared them. */
      declared: ControlTotals;
      totals: ControlTotals;
      approvedBy: string;
      document: DocumentRef;
    }
  >;
