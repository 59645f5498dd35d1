import { yearOf } from '../../days.js';
import { refuse } from '../../refusals.js';
import { type MembershipState, movedSince } from '../membership/state.js';
import type { ReportsState } from './state.js';

/** 分 invested in a year so far, and in all years before. */
export interface Cumulative {
  readonly yearToDate: number;
  readonly toLastYearEnd: number;
}

/** What is accepted of a year: the latest report, else the opening figures, and what was moved since. */
export function cumulativeOf(
  state: ReportsState & Pick<MembershipState, 'openings' | 'transfers'>,
  year: number,
): Cumulative {
  const accepted = Object.values(state.reports)
    .filter((report) => yearOf(report.month) === year && report.accepted !== null)
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .at(-1);
  const opening = state.openings[year];
  const moved = state.transfers.filter((transfer) => transfer.year === year);
  return {
    yearToDate:
      (accepted?.accepted?.yearToDate ?? opening?.yearToDate ?? 0) + movedSince(state, year, accepted?.month ?? ''),
    toLastYearEnd: moved.reduce((sum, each) => sum + each.toLastYearEnd, opening?.toLastYearEnd ?? 0),
  };
}

/** The figures of a project that is to be merged or split; throws REPORT_AWAITS_REVIEW while one of them may change. */
export function requireSettledFigures(
  state: ReportsState & MembershipState,
  year: number,
  project: string,
): Cumulative {
  const open = Object.values(state.reports).find(
    ({ month, status }) => yearOf(month) === year && (status === 'SUBMITTED' || status === 'RETURNED'),
  );
  if (open) throw refuse('REPORT_AWAITS_REVIEW', { project, month: open.month });
  return cumulativeOf(state, year);
}
