import { type At, LATEST, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { dayOf, endOf, yearOf } from '../../days.js';
import type { OpenedMonth, PlanState } from '../../plan/state.js';
import { planStream } from '../../plan/streams.js';
import { addWorkingDays } from '../../policy/calendar.js';
import { inForce } from '../../policy/policy.js';
import { refuse } from '../../refusals.js';
import { requireKnown } from '../blockers/open.js';
import { yearsOf } from '../membership/state.js';
import type { CommandOf } from '../../shapes.js';
import { responsibilitiesOn } from '../responsibility/holdings.js';
import { currentStatus, isEnded } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { ReportCommand } from './commands.js';
import type { Figures, ReportEvent } from './events.js';
import { cumulativeOf } from './cumulative.js';
import { detailsOf } from './details.js';
import { yearToDateBefore } from './state.js';

export const RULES: Rules<ProjectState, ReportCommand, ReportEvent> = {
  SubmitReport: submitReport,
  ReturnReport: returnReport,
  EndorseReport({ month }, state, at) {
    const report = state.reports[month];
    if (report?.status === 'SUBMITTED' && report.endorsed && report.reporter !== at.actor.id) return [];
    requireReviewable(month, state, at);
    return [{ type: 'ReportEndorsed', data: { month } }];
  },
  AcceptReport: acceptReport,
  AmendReport: amendReport,
};

export const POLICIES = {
  ReturnReport: ['monthly-report', 'calendar'],
  AcceptReport: ['monthly-report'],
} as const;

const projectOf = (at: At): string => at.stream.slice('project-'.length);

/** A month's report: it follows on the one before, or says why not. */
function submitReport(command: CommandOf<ReportCommand, 'SubmitReport'>, state: ProjectState, at: At): ReportEvent[] {
  const { month, figures, progress, blockers, correctionReason, nilReason, safetyIssue } = command;
  const opened = openedMonth(month, state, at);
  requireNamedReporter(month, state, at);
  const report = state.reports[month];
  if (report?.status === 'ACCEPTED') throw refuse('REPORT_ACCEPTED', { month });
  if (report?.status === 'SUBMITTED') throw refuse('REPORT_AWAITS_REVIEW', { month });
  for (const blocker of blockers) requireKnown(blocker, state);
  if (currentStatus(state) === 'SUSPENDED' && (figures.month !== 0 || nilReason === null))
    throw refuse('SUSPENDED_REPORTS_NIL', { month });
  requireFollowing(month, figures, correctionReason, state);
  const details = detailsOf(command, state);
  // Punctuality is judged once, at the first submission; a return does not make a report late.
  const late = report ? report.status === 'MISSED' || report.late : at.now >= opened.dueAt;
  const { cutOff } = opened;
  const data = { month, figures, progress, ...details, blockers, correctionReason, nilReason, late, cutOff };
  const flagged: ReportEvent[] = safetyIssue
    ? [{ type: 'SafetyIssueReported', data: { month, issue: safetyIssue } }]
    : [];
  return [{ type: 'ReportSubmitted', data }, ...flagged, ...aboveTotal(month, figures, state)];
}

function returnReport(
  { month, fields, reason }: CommandOf<ReportCommand, 'ReturnReport'>,
  state: ProjectState,
  at: At,
): ReportEvent[] {
  requireReviewable(month, state, at);
  return [{ type: 'ReportReturned', data: { month, fields, reason, ...repairFrom(at) } }];
}

/** Until when what is returned now must be repaired. */
export function repairFrom(at: At): { readonly repairDueAt: string; readonly policyVersion: number } {
  const today = dayOf(at.now);
  const { rules, version: policyVersion } = inForce(at, 'monthly-report', today);
  const calendar = inForce(at, 'calendar', today).rules;
  return { repairDueAt: endOf(addWorkingDays(calendar, today, rules.repairDays)), policyVersion };
}

function acceptReport({ month }: CommandOf<ReportCommand, 'AcceptReport'>, state: ProjectState, at: At): ReportEvent[] {
  const report = state.reports[month];
  if (report?.status === 'ACCEPTED' && report.reporter !== at.actor.id) return [];
  const { figures, cutOff, endorsed } = requireReviewable(month, state, at);
  requireRoute(month, endorsed, at);
  return [{ type: 'ReportAccepted', data: { month, figures: figures!, cutOff } }];
}

function amendReport(
  { month, figures, reason }: CommandOf<ReportCommand, 'AmendReport'>,
  state: ProjectState,
  at: At,
): ReportEvent[] {
  requireNamedReporter(month, state, at);
  const report = state.reports[month];
  if (!report) throw refuse('UNKNOWN_REPORT', { month });
  if (report.status !== 'ACCEPTED') throw refuse('REPORT_NOT_ACCEPTED', { month, status: report.status });
  requireFollowing(month, figures, reason, state);
  const amended: ReportEvent = { type: 'ReportAmended', data: { month, figures, reason, cutOff: report.cutOff } };
  return [amended, ...aboveTotal(month, figures, state), ...supplementing(month, state, at)];
}

/** The flag beside figures that lie above the total investment, where that is known. */
function aboveTotal(month: string, figures: Figures, state: ProjectState): ReportEvent[] {
  const totalInvestment = valueOn(state.totalInvestment, LATEST) ?? null;
  const reported = cumulativeOf(state, yearOf(month)).toLastYearEnd + figures.yearToDate;
  if (totalInvestment === null || reported <= totalInvestment) return [];
  return [{ type: 'TotalInvestmentExceeded', data: { month, reported, totalInvestment } }];
}

/** From the window's opening on, an amendment of December is the year's supplement. */
function supplementing(month: string, state: ProjectState, at: At): ReportEvent[] {
  const { supplement } = openedMonth(month, state, at);
  if (!supplement || at.now < supplement.opensAt) return [];
  return [{ type: 'SupplementReported', data: { month, late: at.now >= supplement.dueAt } }];
}

/** A month of the plan that opened it: until a year's own plan is published that is the one of the year before. */
function openedMonth(month: string, state: ProjectState, at: At): OpenedMonth {
  if (yearsOf(state).length === 0) throw refuse('NO_REPORT_OWED', { month });
  const opened = yearsOf(state)
    .flatMap((year) => at.stateOf<PlanState>(planStream(year)).months)
    .filter((each) => each.month === month);
  if (opened.length === 0) throw refuse('MONTH_NOT_OPEN', { month });
  const owed = opened.find(({ owing }) => owing.has(projectOf(at)));
  if (!owed || isEnded(currentStatus(state))) throw refuse('NO_REPORT_OWED', { month });
  return owed;
}

/** Reports come from the one person who is named for them today, whoever else works for the same unit. */
function requireNamedReporter(month: string, { responsibilities }: ProjectState, at: At): void {
  if (responsibilitiesOn(responsibilities, dayOf(at.now))?.reporter !== at.actor.id)
    throw refuse('NOT_THE_NAMED_REPORTER', { month });
}

/** Where the authority reviews first, the office accepts what the authority endorsed. */
function requireRoute(month: string, endorsed: boolean, at: At): void {
  if (inForce(at, 'monthly-report', dayOf(at.now)).rules.review === 'ONE_STEP') return;
  if (at.actor.role !== 'LG_OFFICE') throw refuse('OFFICE_ACCEPTS_LAST', { month });
  if (!endorsed) throw refuse('REPORT_NOT_ENDORSED', { month });
}

function requireReviewable(month: string, state: ProjectState, at: At) {
  const report = state.reports[month];
  if (!report) throw refuse('UNKNOWN_REPORT', { month });
  if (report.status !== 'SUBMITTED') throw refuse('REPORT_NOT_PENDING', { month, status: report.status });
  if (report.reporter === at.actor.id) throw refuse('REVIEWER_IS_REPORTER', { month });
  return report;
}

function requireFollowing(month: string, figures: Figures, reason: string | null, state: ProjectState): void {
  for (const [field, amount] of Object.entries(figures))
    if (!Number.isSafeInteger(amount)) throw refuse('AMOUNT_OUT_OF_RANGE', { field });
  if (figures.month < 0 && reason === null) throw refuse('NEGATIVE_MONTH_NEEDS_REASON', { month });
  const expected = yearToDateBefore(state, month) + figures.month;
  if (figures.yearToDate !== expected && reason === null)
    throw refuse('CUMULATIVE_DOES_NOT_FOLLOW', { month, expected, yearToDate: figures.yearToDate });
}
