import type { Folds } from '#libs/event-sourcing/pure';
import { type MembershipState, movedSince } from '../membership/state.js';
import type { Figures, ReportEvent } from './events.js';

interface Repair {
  /** Instants at which it was sent back, and by which it is to be repaired. */
  readonly returnedAt: string;
  readonly dueAt: string;
  readonly policyVersion: number;
  readonly missed: boolean;
}

export interface ReportState {
  readonly month: string;
  readonly cutOff: string;
  /** SUBMITTED waits for review; MISSED has never been submitted. */
  readonly status: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'MISSED';
  /** The latest figures, accepted or not; null while none were submitted. */
  readonly figures: Figures | null;
  readonly accepted: Figures | null;
  readonly late: boolean;
  /** Instant of the first submission, by which punctuality is judged. */
  readonly submittedAt: string | null;
  /** Directory id of whoever submitted last. */
  readonly reporter: string | null;
  /** The safety flag of the latest submission; null where all was safe. */
  readonly safetyIssue: string | null;
  /** Whether the lead authority found the latest figures right. */
  readonly endorsed: boolean;
  /** By when a returned report is to be repaired, and whether that was missed; null while none is returned. */
  readonly repair: Repair | null;
  /** Whether the latest figures lie above the total investment. */
  readonly exceedsTotal: boolean;
  /** Whether it holds the year-end supplement, and that in time. */
  readonly supplement: 'PUNCTUAL' | 'LATE' | null;
  /** A miss that stands, though a stage by which the report was owed was corrected. */
  readonly basisCorrected?: true;
}

export interface ReportsState {
  readonly reports: Readonly<Record<string, ReportState>>;
}

export const INITIAL_REPORTS: ReportsState = { reports: {} };

export const FOLDS: Folds<ReportsState, ReportEvent> = {
  ReportSubmitted: (state, { metadata, data: { month, figures, late, cutOff } }) =>
    withReport(state, month, {
      status: 'SUBMITTED',
      submittedAt: state.reports[month]?.submittedAt ?? metadata.recordedAt,
      ...{ figures, late, cutOff, reporter: metadata.actor.id, safetyIssue: null },
      ...AFRESH,
    }),
  SafetyIssueReported: (state, { data: { month, issue } }) => withReport(state, month, { safetyIssue: issue }),
  TotalInvestmentExceeded: (state, { data: { month } }) => withReport(state, month, { exceedsTotal: true }),
  ReportReturned: (state, { metadata, data: { month, repairDueAt: dueAt, policyVersion } }) => {
    const repair = { returnedAt: metadata.recordedAt, dueAt, policyVersion, missed: false };
    return withReport(state, month, { status: 'RETURNED', repair });
  },
  ReportRepairMissed: (state, { data: { month } }) =>
    withReport(state, month, { repair: { ...state.reports[month]!.repair!, missed: true } }),
  ReportEndorsed: (state, { data: { month } }) => withReport(state, month, { endorsed: true }),
  ReportAccepted: (state, { data }) => withReport(state, data.month, { status: 'ACCEPTED', accepted: data.figures }),
  ReportAmended: (state, { metadata, data: { month, figures } }) =>
    withReport(state, month, { status: 'SUBMITTED', figures, reporter: metadata.actor.id, ...AFRESH }),
  SupplementReported: (state, { data: { month, late } }) =>
    withReport(state, month, { supplement: late ? 'LATE' : 'PUNCTUAL' }),
  ReportMissed: (state, { data }) => withReport(state, data.month, { status: 'MISSED' }),
};

/** What new figures begin with. */
const AFRESH = { endorsed: false, repair: null, exceedsTotal: false } as const;

export const UNREPORTED: Omit<ReportState, 'month'> = {
  cutOff: '',
  status: 'MISSED',
  figures: null,
  accepted: null,
  late: false,
  submittedAt: null,
  reporter: null,
  safetyIssue: null,
  supplement: null,
  ...AFRESH,
};

const withReport = ({ reports }: ReportsState, month: string, change: Partial<ReportState>): ReportsState => ({
  reports: { ...reports, [month]: { ...(reports[month] ?? { ...UNREPORTED, month }), ...change } },
});

/** The year's total before a month: of the latest report before it, else of the opening figures, else nothing, and what was moved since. */
export function yearToDateBefore(state: ReportsState & MembershipState, month: string): number {
  const year = month.slice(0, 4);
  const earlier = Object.values(state.reports)
    .filter((report) => report.month < month && report.month.startsWith(year) && report.figures !== null)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  const last = earlier.at(-1);
  const known = last?.figures?.yearToDate ?? state.openings[year]?.yearToDate ?? 0;
  return known + movedSince(state, Number(year), last?.month ?? '') - movedSince(state, Number(year), month);
}
