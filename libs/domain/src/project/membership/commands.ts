import type { DocumentRef } from '../../facts.js';
import type { Category } from '../../plan/events.js';
import type { Command } from '../../shapes.js';

export type MembershipCommand =
  | Command<
      'RecordOpeningFigures',
      { year: number; through: string; yearToDate: number; toLastYearEnd: number; evidence: DocumentRef }
    >
  | Command<'EnterPlan', { year: number; category: Category; annualInvestment: number; sourceRevision: number }>;
