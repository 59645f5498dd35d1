import type { DocumentRef } from '../facts.js';

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

export type PlanEvent =
  /** A year's plan was begun with the totals that it is to reach. */
  | {
      readonly type: 'PlanDrafted';
      readonly data: { readonly year: number; readonly declared: ControlTotals };
    }
  /** A project was taken into the draft, or its line there was replaced. */
  | { readonly type: 'PlanEntryIncluded'; readonly data: { readonly year: number; readonly entry: PlanEntry } }
  /** A project was taken out of the draft again. */
  | { readonly type: 'PlanEntryRemoved'; readonly data: { readonly year: number; readonly project: string } }
  /** The plan was approved; from here on only batches change it, and its members owe reports. */
  | {
      readonly type: 'PlanPublished';
      readonly data: {
        readonly year: number;
        readonly approvedBy: string;
        readonly document: DocumentRef;
        readonly totals: ControlTotals;
        readonly nextOpening: NextOpening | null;
      };
    }
  /** A month was opened for reporting under the rules then in force. */
  | {
      readonly type: 'ReportingMonthOpened';
      readonly data: {
        readonly year: number;
        /** YYYY-MM */
        readonly month: string;
        readonly opensAt: string;
        /** First instant that is late. */
        readonly dueAt: string;
        readonly policyVersion: number;
        /** Day from which the month's figures count. */
        readonly cutOff: string;
        /** Ids of the members on the open day. */
        readonly owing: readonly string[];
        readonly nextOpening: NextOpening | null;
      };
    };

/** When the next month is expected to open, under the rules known so far. */
export interface NextOpening {
  readonly month: string;
  readonly opensAt: string;
}
