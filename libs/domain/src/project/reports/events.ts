import type { ApprovalKind } from '../../policy/approvals.js';
import type { Event } from '../../shapes.js';

/** Figures of a report in 分: the month's, and from January to its end. */
export interface Figures {
  readonly month: number;
  readonly yearToDate: number;
}

/** 土建工程, 设备安装, 土地等费用: what a month's figure is made up of, in 分. */
export interface CostSplit {
  readonly civilWorks: number;
  readonly installation: number;
  readonly landAndOther: number;
}

/** How far a matter of the preliminary work has come. */
export interface NodeProgress {
  readonly approval: ApprovalKind;
  readonly done: boolean;
  readonly note: string | null;
}

/** What a report tells beside its figures; null is not told. */
export interface ReportDetails {
  /** 建设阶段 */
  readonly stage: string | null;
  /** 形象进度 */
  readonly imageProgress: string | null;
  readonly costs: CostSplit | null;
  /** Of a project in its preliminary stage: its nodes, and the month's 前期工作经费 in 分. */
  readonly preliminary: { readonly nodes: readonly NodeProgress[]; readonly expenses: number } | null;
}

export type ReportEvent =
  /** A month's report came in. */
  | Event<
      'ReportSubmitted',
      ReportDetails & {
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
  /** 安全: the report that came with it says that something about the project is not safe. */
  | Event<'SafetyIssueReported', { month: string; issue: string }>
  /** The report was sent back; its repair has a deadline of its own. */
  | Event<
      'ReportReturned',
      { month: string; fields: string[]; reason: string; repairDueAt: string; policyVersion: number }
    >
  /** A returned report had not been repaired in its time. */
  | Event<'ReportRepairMissed', { month: string; dueAt: string; policyVersion: number }>
  /** Above the total investment: what was reported is kept and flagged, or the truth would come late. Amounts in 分. */
  | Event<'TotalInvestmentExceeded', { month: string; reported: number; totalInvestment: number }>
  /** The lead authority found the report right; where the rules ask for it, the office accepts none without. */
  | Event<'ReportEndorsed', { month: string }>
  /** Someone other than the reporter accepted the report as it stands. */
  | Event<'ReportAccepted', { month: string; figures: Figures; cutOff: string }>
  /** An accepted report was changed; it waits for acceptance again, the accepted figures stand meanwhile. */
  | Event<'ReportAmended', { month: string; figures: Figures; reason: string; cutOff: string }>
  /** The amendment that came with it is the year-end supplement of December; late is one after its due time. */
  | Event<'SupplementReported', { month: string; late: boolean }>
  /** A month's due time passed without a report. */
  | Event<'ReportMissed', { month: string; dueAt: string; policyVersion: number }>;
