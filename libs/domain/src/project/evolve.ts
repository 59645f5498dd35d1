import { type Recorded, type Series, withFact } from '#libs/event-sourcing/pure';
import type { Details, Milestone, ProjectEvent, Status } from './events.js';
import type { BlockerState, DetailSeries, ProjectState, ReportState } from './state.js';

/** A project after one more event. */
export function evolve(state: ProjectState, event: Recorded<ProjectEvent>): ProjectState {
  const fact = <T>(series: Series<T> | undefined, on: string, value: T): Series<T> =>
    withFact(series ?? [], { on, revision: event.revision, value });
  const becomes = (on: string, status: Status) => ({ ...state, status: fact(state.status, on, status) });
  const report = (month: string, change: Partial<ReportState>) => ({
    ...state,
    reports: { ...state.reports, [month]: { ...(state.reports[month] ?? { ...UNREPORTED, month }), ...change } },
  });
  const blocker = (id: string, change: Partial<BlockerState>) => ({
    ...state,
    blockers: { ...state.blockers, [id]: { ...state.blockers[id]!, ...change } },
  });

  switch (event.type) {
    case 'ProjectRegistered': {
      const { occurredOn, details, status, currency } = event.data;
      return {
        ...state,
        exists: true,
        currency,
        details: withDetails(state.details, occurredOn, event.revision, details),
        status: fact(state.status, occurredOn, status),
      };
    }
    case 'ProjectDetailsChanged':
      return {
        ...state,
        details: withDetails(state.details, event.data.occurredOn, event.revision, event.data.changes),
      };
    case 'ResponsibilitiesAssigned':
      return {
        ...state,
        responsibilities: fact(state.responsibilities, event.data.occurredOn, event.data.responsibilities),
      };
    case 'TotalInvestmentChanged':
      return { ...state, totalInvestment: fact(state.totalInvestment, event.data.occurredOn, event.data.amount) };
    case 'MilestonesScheduled': {
      const milestones = { ...state.milestones };
      for (const [milestone, date] of Object.entries(event.data.dates) as [Milestone, string | null][])
        milestones[milestone] = fact(milestones[milestone], event.data.occurredOn, date);
      return { ...state, milestones };
    }
    case 'MilestoneRescheduled': {
      const { milestone, occurredOn, to } = event.data;
      return {
        ...state,
        milestones: { ...state.milestones, [milestone]: fact(state.milestones[milestone], occurredOn, to) },
      };
    }
    case 'SourcePhaseReported':
      return { ...state, sourcePhase: fact(state.sourcePhase, event.data.occurredOn, event.data.phase) };
    case 'OpeningFiguresRecorded': {
      const { year, through, yearToDate, toLastYearEnd } = event.data;
      return { ...state, openings: { ...state.openings, [year]: { through, yearToDate, toLastYearEnd } } };
    }
    case 'PlanEntered': {
      const { year, category, annualInvestment, sourceRevision } = event.data;
      return {
        ...state,
        plans: { ...state.plans, [year]: { category, annualInvestment } },
        planRevisions: { ...state.planRevisions, [year]: sourceRevision },
      };
    }
    case 'CommencementRecorded':
    case 'ResumptionReported':
      return becomes(event.data.occurredOn, 'UNDER_CONSTRUCTION');
    case 'SuspensionReported':
      return becomes(event.data.occurredOn, 'SUSPENDED');
    case 'ProjectCompleted':
      return becomes(event.data.occurredOn, 'COMPLETED');
    case 'ProjectPutInService':
      return becomes(event.data.occurredOn, 'IN_SERVICE');
    case 'ProjectCancelled':
      return becomes(event.data.occurredOn, 'CANCELLED');
    case 'ReportSubmitted': {
      const { month, figures, late, cutOff } = event.data;
      return report(month, { status: 'SUBMITTED', figures, late, cutOff, reporter: event.metadata.actor.id });
    }
    case 'ReportReturned':
      return report(event.data.month, { status: 'RETURNED' });
    case 'ReportAccepted':
      return report(event.data.month, { status: 'ACCEPTED', accepted: event.data.figures });
    case 'ReportAmended':
      return report(event.data.month, {
        status: 'SUBMITTED',
        figures: event.data.figures,
        reporter: event.metadata.actor.id,
      });
    case 'ReportMissed':
      return report(event.data.month, { status: 'MISSED' });
    case 'BlockerRaised': {
      const { level, clock } = event.data;
      return blocker(event.data.blocker, { level, clock, status: 'RAISED', resolvedBy: null });
    }
    case 'BlockerAccepted':
      return blocker(event.data.blocker, { status: 'ACCEPTED' });
    case 'BlockerEscalated':
      return blocker(event.data.blocker, { level: event.data.to, clock: event.data.clock });
    case 'BlockerResolved':
      return blocker(event.data.blocker, {
        status: 'RESOLVED',
        clock: null,
        resolvedBy: event.data.resolvedBy,
      });
    case 'BlockerClosed':
      return blocker(event.data.blocker, { status: 'CLOSED' });
  }
}

const UNREPORTED: Omit<ReportState, 'month'> = {
  cutOff: '',
  status: 'MISSED',
  figures: null,
  accepted: null,
  late: false,
  reporter: null,
};

/** Puts each given detail into its series. */
export function withDetails(
  series: DetailSeries,
  on: string,
  revision: number,
  changes: Partial<Details>,
): DetailSeries {
  const next: Record<string, Series<unknown>> = { ...series };
  for (const [field, value] of Object.entries(changes))
    next[field] = withFact(next[field] ?? [], { on, revision, value });
  return next as unknown as DetailSeries;
}
