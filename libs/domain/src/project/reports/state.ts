import type { Folds } from '#libs/event-sourcing/pure';
import { type MembershipState, movedSince } from '../membership/state.js';
import type { Figures, ReportEvent } from './events.js';

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
    }),
  SafetyIssueReported: (state, { data: { month, issue } }) => withReport(state, month, { safetyIssue: issue }),
  ReportReturned: (state, { data }) => withReport(state, data.month, { status: 'RETURNED' }),
  ReportAccepted: (state, { data }) => withReport(state, data.month, { status: 'ACCEPTED', accepted: data.figures }),
  ReportAmended: (state, { metadata, data: { month, figures } }) =>
    withReport(state, month, { status: 'SUBMITTED', figures, reporter: metadata.actor.id }),
  ReportMissed: (state, { data }) => withReport(state, data.month, { status: 'MISSED' }),
};

const UNREPORTED: Omit<ReportState, 'month'> = {
  cutOff: '',
  status: 'MISSED',
  figures: null,
  accepted: null,
  late: false,
  submittedAt: null,
  reporter: null,
  safetyIssue: null,
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
