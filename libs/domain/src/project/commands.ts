import type { DocumentRef } from '../facts.js';
import type { Category } from '../plan/events.js';
import type { Level } from '../policy/escalation.js';
import type { BLOCKER_CATEGORIES, Details, Figures, Milestone, Responsibilities, Status } from './events.js';

type Command<Type extends string, Body> = { readonly type: Type } & Readonly<Body>;

/** occurredOn: day on which the fact was so, never in the future. month: YYYY-MM. Amounts: 分. */
export type ProjectCommand =
  | Command<
      'RegisterProject',
      { occurredOn: string; details: Details; status: Status; currency: string; programme: string | null }
    >
  | Command<'ChangeDetails', { occurredOn: string; changes: Partial<Details> }>
  | Command<'AssignResponsibilities', { occurredOn: string; responsibilities: Responsibilities }>
  | Command<'ChangeTotalInvestment', { occurredOn: string; amount: number | null; reason: string | null }>
  | Command<'ScheduleMilestones', { occurredOn: string; dates: Partial<Record<Milestone, string | null>> }>
  | Command<
      'RescheduleMilestone',
      { occurredOn: string; milestone: Milestone; to: string; reason: string; document: DocumentRef | null }
    >
  | Command<'ReportSourcePhase', { occurredOn: string; phase: string | null }>
  | Command<
      'RecordOpeningFigures',
      { year: number; through: string; yearToDate: number; toLastYearEnd: number; evidence: DocumentRef }
    >
  | Command<'EnterPlan', { year: number; category: Category; annualInvestment: number; sourceRevision: number }>
  | Command<'RecordCommencement', { occurredOn: string; document: DocumentRef }>
  | Command<'Suspend', { occurredOn: string; reason: string }>
  | Command<'Resume', { occurredOn: string; document: DocumentRef | null }>
  | Command<'Complete', { occurredOn: string; document: DocumentRef }>
  | Command<'PutInService', { occurredOn: string; document: DocumentRef | null }>
  | Command<'Cancel', { occurredOn: string; reason: string; document: DocumentRef }>
  | Command<
      'SubmitReport',
      {
        month: string;
        figures: Figures;
        progress: string;
        blockers: string[];
        correctionReason: string | null;
        nilReason: string | null;
      }
    >
  | Command<'ReturnReport', { month: string; fields: string[]; reason: string }>
  | Command<'AcceptReport', { month: string }>
  | Command<'AmendReport', { month: string; figures: Figures; reason: string }>
  | Command<'RaiseBlocker', { occurredOn: string; category: (typeof BLOCKER_CATEGORIES)[number]; description: string }>
  | Command<'AcceptBlocker', { blocker: string }>
  | Command<'EscalateBlocker', { blocker: string; from: Level; outcome: string }>
  | Command<'ResolveBlocker', { blocker: string; resolution: string }>
  | Command<'CloseBlocker', { blocker: string }>;
