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
  | Event<'PlanEntered', { year: number; category: Category; annualInvestment: number; sourceRevision: number }>;
