import type { DocumentRef } from '../../facts.js';
import type { Category } from '../../plan/events.js';
import type { Event } from '../../shapes.js';

export type MembershipEvent =
  /** Investment up to the plan's publication: a plan of April counts January to March as well. */
  | Event<
      'OpeningFiguresRecorded',
      {
        year: number;
        /** Last month that the figures cover. */
        through: string;
        yearToDate: number;
        toLastYearEnd: number;
        evidence: DocumentRef;
      }
    >
  /** Echo of a published plan; it serves deciding only. */
  | Event<
      'PlanEntered',
      {
        year: number;
        category: Category;
        annualInvestment: number;
        monthlyTargets: readonly number[] | null;
        sourceRevision: number;
      }
    >
  /** Echo of a batch that changed the project's line; it serves deciding only. */
  | Event<
      'PlanEntryChanged',
      {
        year: number;
        category: Category;
        annualInvestment: number;
        monthlyTargets: readonly number[] | null;
        sourceRevision: number;
      }
    >
  /** Echo of a batch after which the project is no member any more; months that were open by then are still owed. */
  | Event<'PlanLeft', { year: number; sourceRevision: number }>
  /** Cumulative figures went from or to projects with which it was merged or from which it was split; once a batch. */
  | Event<
      'FiguresMoved',
      {
        year: number;
        /** Day of the batch. */
        on: string;
        /** The last month that was reported without them, or null. */
        afterMonth: string | null;
        /** The projects on the other side. */
        counterparts: readonly string[];
        /** 分, negative where they left. */
        yearToDate: number;
        toLastYearEnd: number;
        sourceRevision: number;
      }
    >;
