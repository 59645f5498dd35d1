import type { DocumentRef } from '../../facts.js';
import type { Category } from '../../plan/events.js';
import type { Command } from '../../shapes.js';

export type MembershipCommand =
  | Command<
      'RecordOpeningFigures',
      { year: number; through: string; yearToDate: number; toLastYearEnd: number; evidence: DocumentRef }
    >
  | Command<
      'EnterPlan',
      {
        year: number;
        category: Category;
        annualInvestment: number;
        monthlyTargets: readonly number[] | null;
        sourceRevision: number;
      }
    >
  | Command<'LeavePlan', { year: number; sourceRevision: number }>
  /** Signed amounts; on: day of the batch. */
  | Command<
      'MoveFigures',
      {
        year: number;
        on: string;
        counterparts: readonly string[];
        yearToDate: number;
        toLastYearEnd: number;
        sourceRevision: number;
      }
    >;
