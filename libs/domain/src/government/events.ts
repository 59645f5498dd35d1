import type { DocumentRef } from '../facts.js';
import type { FundingSource } from '../resources.js';
import type { Event } from '../shapes.js';

/** What a project is to get in one year of the rolling plan from one source, in 分. */
export interface SourcedAmount {
  readonly year: number;
  readonly source: FundingSource;
  readonly amount: number;
}

export type GovernmentPlanEvent =
  /** 三年滚动规划 and 年度投资计划 of government projects were begun for a year and the two after it. */
  | Event<'GovernmentPlanDrafted', { year: number; through: number }>
  /** A government project's amounts by year and source, instead of what was said of it before. */
  | Event<'GovernmentLineSet', { year: number; project: string; amounts: readonly SourcedAmount[] }>
  /** A project was taken out of the draft again. */
  | Event<'GovernmentLineRemoved', { year: number; project: string }>
  /** The plan was approved; from here on only approved adjustments change it. */
  | Event<'GovernmentPlanPublished', { year: number; approvedBy: string; document: DocumentRef }>
  /** A published line was changed with approval; no amounts take the project out. */
  | Event<
      'GovernmentLineAdjusted',
      {
        year: number;
        project: string;
        amounts: readonly SourcedAmount[];
        reason: string;
        approvedBy: string;
        document: DocumentRef;
      }
    >;
