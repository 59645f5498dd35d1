import type { DocumentRef } from '../facts.js';
import type { Category } from '../plan/events.js';
import type { Level } from '../policy/escalation.js';

/** 谋划, 储备, 前期, 计划新开工, 在建, 停工, 竣工, 投产/投用, 终止. */
export const STATUSES = [
  'CONCEIVED',
  'RESERVED',
  'PRELIMINARY',
  'PLANNED_START',
  'UNDER_CONSTRUCTION',
  'SUSPENDED',
  'COMPLETED',
  'IN_SERVICE',
  'CANCELLED',
] as const;
export type Status = (typeof STATUSES)[number];

export const NATURES = ['NEW', 'EXPANSION', 'RENOVATION'] as const;
export const INVESTMENT_TYPES = ['GOVERNMENT', 'ENTERPRISE_VERIFIED', 'ENTERPRISE_FILED'] as const;
export const MILESTONES = ['DESIGN_START', 'COMMENCEMENT', 'STRUCTURE_DONE', 'COMPLETION', 'COMMISSIONING'] as const;
export type Milestone = (typeof MILESTONES)[number];
export const BLOCKER_CATEGORIES = ['LAND', 'ENERGY', 'LABOUR', 'MATERIALS', 'FUNDS', 'PROCEDURE'] as const;

/** What a project is called and where it belongs; each field holds from the day on which it was so. */
export interface Details {
  readonly name: string;
  readonly description: string | null;
  /** Code of the sector, policy data. */
  readonly sector: string | null;
  /** The one primary town for sums. */
  readonly town: string | null;
  readonly nature: (typeof NATURES)[number] | null;
  readonly investmentType: (typeof INVESTMENT_TYPES)[number] | null;
  /** Who builds it and for whom, as the source names them. */
  readonly managingUnit: string | null;
  readonly clientUnit: string | null;
}

/** 责任单位, 项目法人, 牵头部门, 配合单位, 报送专人; null is 待定. */
export interface Responsibilities {
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
  readonly supportingUnits: readonly string[];
  /** Directory id of the person who reports each month. */
  readonly reporter: string | null;
}

/** Figures of a report in 分: the month's, and from January to its end. */
export interface Figures {
  readonly month: number;
  readonly yearToDate: number;
}

/** A running clock keeps the due time and the rules with which it was started. */
export interface LevelClock {
  /** First instant at which the level's time is over. */
  readonly dueAt: string;
  readonly policyVersion: number;
}

interface Dated {
  /** Day on which it was so, YYYY-MM-DD. */
  readonly occurredOn: string;
}

type Event<Type extends string, Data> = { readonly type: Type; readonly data: Readonly<Data> };

export type ProjectEvent =
  /** A project became known, at the stage where it stood on that day. */
  | Event<
      'ProjectRegistered',
      Dated & {
        details: Details;
        status: Status;
        /** ISO 4217; amounts of different currencies are never summed. */
        currency: string;
        programme: string | null;
      }
    >
  /** Some of its details were otherwise from a day on. */
  | Event<'ProjectDetailsChanged', Dated & { changes: Partial<Details> }>
  /** From a day on these units and this person answer for it. */
  | Event<'ResponsibilitiesAssigned', Dated & { responsibilities: Responsibilities }>
  /** The total investment was another one from a day on; null where the source became silent. */
  | Event<'TotalInvestmentChanged', Dated & { amount: number | null; reason: string | null }>
  /** The schedule as it stood on a day; null where no date is planned. */
  | Event<'MilestonesScheduled', Dated & { dates: Partial<Record<Milestone, string | null>> }>
  /** A date that had been agreed was moved, for a reason. */
  | Event<
      'MilestoneRescheduled',
      Dated & { milestone: Milestone; from: string | null; to: string; reason: string; document: DocumentRef | null }
    >
  /** The phase as the source names it: a reported fact, never a status. */
  | Event<'SourcePhaseReported', Dated & { phase: string | null }>
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
  | Event<'PlanEntered', { year: number; category: Category; annualInvestment: number; sourceRevision: number }>
  /** Construction began on a day. */
  | Event<'CommencementRecorded', Dated & { document: DocumentRef }>
  /** Construction stopped on a day. */
  | Event<'SuspensionReported', Dated & { reason: string }>
  /** Construction went on again on a day. */
  | Event<'ResumptionReported', Dated & { document: DocumentRef | null }>
  /** The works were accepted on a day. */
  | Event<'ProjectCompleted', Dated & { document: DocumentRef }>
  /** It was in use from a day on; nothing more is owed. */
  | Event<'ProjectPutInService', Dated & { document: DocumentRef | null }>
  /** It was given up on a day; nothing more is owed. */
  | Event<'ProjectCancelled', Dated & { reason: string; document: DocumentRef }>
  /** A month's report came in. */
  | Event<
      'ReportSubmitted',
      {
        /** YYYY-MM */
        month: string;
        figures: Figures;
        progress: string;
        /** Ids of the blockers that it names; none is 无. */
        blockers: string[];
        correctionReason: string | null;
        nilReason: string | null;
        /** Whether the first submission came after the due time. */
        late: boolean;
        cutOff: string;
      }
    >
  /** The report was sent back; its repair has a deadline of its own. */
  | Event<
      'ReportReturned',
      { month: string; fields: string[]; reason: string; repairDueAt: string; policyVersion: number }
    >
  /** Someone other than the reporter accepted the report as it stands. */
  | Event<'ReportAccepted', { month: string; figures: Figures; cutOff: string }>
  /** An accepted report was changed; it waits for acceptance again, the accepted figures stand meanwhile. */
  | Event<'ReportAmended', { month: string; figures: Figures; reason: string; cutOff: string }>
  /** A month's due time passed without a report. */
  | Event<'ReportMissed', { month: string; dueAt: string; policyVersion: number }>
  /** Something holds the project up; the clock of the first level runs. */
  | Event<
      'BlockerRaised',
      Dated & {
        blocker: string;
        category: (typeof BLOCKER_CATEGORIES)[number];
        description: string;
        level: Level;
        clock: LevelClock | null;
      }
    >
  /** The level in charge took it on. */
  | Event<'BlockerAccepted', { blocker: string; level: Level }>
  /** It climbed one level: its time was over, or the holder has no power to solve it. */
  | Event<
      'BlockerEscalated',
      {
        blocker: string;
        from: Level;
        to: Level;
        cause: 'TIME_OVER' | 'BEYOND_POWERS';
        outcome: string | null;
        /** When it arrived at the new level. */
        arrivedAt: string;
        /** Version of the rules that made it climb; null where the holder did. */
        policyVersion: number | null;
        clock: LevelClock | null;
      }
    >
  /** It no longer holds the project up. */
  | Event<'BlockerResolved', { blocker: string; resolution: string; resolvedBy: string; level: Level }>
  /** 销号: someone other than the resolver confirmed it. */
  | Event<'BlockerClosed', { blocker: string }>;
