import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { DETAILS, DOCUMENT, OFFICE, REPORTER, RESPONSIBILITIES, yi } from '../testing.js';
import type { ProjectCommand } from './commands.js';
import type { Figures, ProjectEvent, Status } from './events.js';

export type EventOf<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

export const registered = (status: Status = 'PLANNED_START', occurredOn = '2022-01-01'): ProjectEvent => ({
  type: 'ProjectRegistered',
  data: { occurredOn, details: DETAILS, status, currency: 'CNY', programme: null },
});
export const ENTERED: ProjectEvent = {
  type: 'PlanEntered',
  data: { year: 2022, category: 'NEW_START', annualInvestment: yi(1), sourceRevision: 3 },
};
export const COMMENCED: ProjectEvent = {
  type: 'CommencementRecorded',
  data: { occurredOn: '2022-03-01', document: DOCUMENT },
};
export const SUSPENDED: ProjectEvent = {
  type: 'SuspensionReported',
  data: { occurredOn: '2022-04-01', reason: '资金未到位' },
};
export const COMPLETED: ProjectEvent = {
  type: 'ProjectCompleted',
  data: { occurredOn: '2022-05-10', document: DOCUMENT },
};
export const IN_SERVICE: ProjectEvent = {
  type: 'ProjectPutInService',
  data: { occurredOn: '2022-05-12', document: null },
};
export const CANCELLED: ProjectEvent = {
  type: 'ProjectCancelled',
  data: { occurredOn: '2022-05-12', reason: '不再实施', document: DOCUMENT },
};
export const OPENING = {
  year: 2022,
  through: '2022-03',
  yearToDate: yi(0.3),
  toLastYearEnd: yi(2),
  evidence: DOCUMENT,
};

export const submitted = (figures: Figures, month = '2022-05', late = false): EventOf<'ReportSubmitted'> => ({
  type: 'ReportSubmitted',
  data: {
    month,
    figures,
    progress: '主体施工',
    blockers: [],
    correctionReason: null,
    nilReason: null,
    late,
    cutOff: `${month}-31`,
  },
});
export const submit = (
  figures: Figures,
  change: Partial<Extract<ProjectCommand, { type: 'SubmitReport' }>> = {},
): Extract<ProjectCommand, { type: 'SubmitReport' }> => ({
  type: 'SubmitReport',
  month: '2022-05',
  figures,
  progress: '主体施工',
  blockers: [],
  correctionReason: null,
  nilReason: null,
  ...change,
});
export const FIGURES: Figures = { month: yi(0.1), yearToDate: yi(0.1) };

export const accepted = (figures: Figures, month = '2022-05'): EventOf<'ReportAccepted'> => ({
  type: 'ReportAccepted',
  data: { month, figures, cutOff: `${month}-31` },
});
export const returned = (month = '2022-05'): EventOf<'ReportReturned'> => ({
  type: 'ReportReturned',
  data: {
    month,
    fields: ['figures/month'],
    reason: '与佐证不符',
    repairDueAt: '2022-05-18T16:00:00.000Z',
    policyVersion: 1,
  },
});

/** Raised on Monday 16 May, so that five working days are over at the end of Monday 23 May. */
export const raised = (blocker = 'new-blocker', dueAt = '2022-05-23T16:00:00.000Z'): EventOf<'BlockerRaised'> => ({
  type: 'BlockerRaised',
  data: {
    blocker,
    occurredOn: '2022-05-15',
    category: 'LAND',
    description: '征地未完成',
    level: 'L1_LEGAL_ENTITY',
    clock: { dueAt, policyVersion: 1 },
  },
});
export const RESOLVED: EventOf<'BlockerResolved'> = {
  type: 'BlockerResolved',
  data: { blocker: 'new-blocker', resolution: '已完成征地', resolvedBy: 'reporter-1', level: 'L1_LEGAL_ENTITY' },
};
const BLOCKER_ACCEPTED: ProjectEvent = {
  type: 'BlockerAccepted',
  data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY' },
};

export interface Example<Type extends ProjectCommand['type']> {
  readonly given: readonly ProjectEvent[];
  readonly command: Extract<ProjectCommand, { type: Type }>;
  readonly by: Actor;
  readonly event: ProjectEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | 'another' | RefusalCode;
}

const on = '2022-05-16';

/** For each command of a project the plain case. */
export const EXAMPLES: { readonly [Type in ProjectCommand['type']]: Example<Type> } = {
  RegisterProject: {
    given: [],
    command: {
      type: 'RegisterProject',
      occurredOn: '2022-01-01',
      details: DETAILS,
      status: 'PLANNED_START',
      currency: 'CNY',
      programme: null,
    },
    by: OFFICE,
    event: registered(),
    again: 'PROJECT_EXISTS',
  },
  ChangeDetails: {
    given: [registered()],
    command: { type: 'ChangeDetails', occurredOn: on, changes: { name: '示例大道' } },
    by: OFFICE,
    event: { type: 'ProjectDetailsChanged', data: { occurredOn: on, changes: { name: '示例大道' } } },
    again: 'nothing',
  },
  AssignResponsibilities: {
    given: [registered()],
    command: { type: 'AssignResponsibilities', occurredOn: on, responsibilities: RESPONSIBILITIES },
    by: OFFICE,
    event: { type: 'ResponsibilitiesAssigned', data: { occurredOn: on, responsibilities: RESPONSIBILITIES } },
    again: 'nothing',
  },
  ChangeTotalInvestment: {
    given: [registered()],
    command: { type: 'ChangeTotalInvestment', occurredOn: on, amount: yi(5), reason: '方案调整' },
    by: OFFICE,
    event: { type: 'TotalInvestmentChanged', data: { occurredOn: on, amount: yi(5), reason: '方案调整' } },
    again: 'nothing',
  },
  ScheduleMilestones: {
    given: [registered()],
    command: { type: 'ScheduleMilestones', occurredOn: on, dates: { COMMENCEMENT: '2022-06-30', COMPLETION: null } },
    by: OFFICE,
    event: {
      type: 'MilestonesScheduled',
      data: { occurredOn: on, dates: { COMMENCEMENT: '2022-06-30', COMPLETION: null } },
    },
    again: 'nothing',
  },
  RescheduleMilestone: {
    given: [
      registered(),
      { type: 'MilestonesScheduled', data: { occurredOn: '2022-01-01', dates: { COMMENCEMENT: '2022-06-30' } } },
    ],
    command: {
      type: 'RescheduleMilestone',
      occurredOn: on,
      milestone: 'COMMENCEMENT',
      to: '2022-09-30',
      reason: '用地未批',
      document: null,
    },
    by: OFFICE,
    event: {
      type: 'MilestoneRescheduled',
      data: {
        occurredOn: on,
        milestone: 'COMMENCEMENT',
        from: '2022-06-30',
        to: '2022-09-30',
        reason: '用地未批',
        document: null,
      },
    },
    again: 'nothing',
  },
  ReportSourcePhase: {
    given: [registered()],
    command: { type: 'ReportSourcePhase', occurredOn: on, phase: 'Construction' },
    by: OFFICE,
    event: { type: 'SourcePhaseReported', data: { occurredOn: on, phase: 'Construction' } },
    again: 'nothing',
  },
  RecordOpeningFigures: {
    given: [registered()],
    command: { type: 'RecordOpeningFigures', ...OPENING },
    by: OFFICE,
    event: { type: 'OpeningFiguresRecorded', data: OPENING },
    again: 'nothing',
  },
  EnterPlan: {
    given: [registered()],
    command: { type: 'EnterPlan', year: 2022, category: 'NEW_START', annualInvestment: yi(1), sourceRevision: 3 },
    by: { id: 'system', role: 'SYSTEM', unit: null },
    event: ENTERED,
    again: 'nothing',
  },
  RecordCommencement: {
    given: [registered()],
    command: { type: 'RecordCommencement', occurredOn: '2022-03-01', document: DOCUMENT },
    by: OFFICE,
    event: COMMENCED,
    again: 'nothing',
  },
  Suspend: {
    given: [registered(), COMMENCED],
    command: { type: 'Suspend', occurredOn: '2022-04-01', reason: '资金未到位' },
    by: OFFICE,
    event: SUSPENDED,
    again: 'nothing',
  },
  Resume: {
    given: [registered(), COMMENCED, SUSPENDED],
    command: { type: 'Resume', occurredOn: '2022-05-01', document: null },
    by: OFFICE,
    event: { type: 'ResumptionReported', data: { occurredOn: '2022-05-01', document: null } },
    again: 'nothing',
  },
  Complete: {
    given: [registered(), COMMENCED],
    command: { type: 'Complete', occurredOn: '2022-05-10', document: DOCUMENT },
    by: OFFICE,
    event: COMPLETED,
    again: 'nothing',
  },
  PutInService: {
    given: [registered(), COMMENCED, COMPLETED],
    command: { type: 'PutInService', occurredOn: '2022-05-12', document: null },
    by: OFFICE,
    event: IN_SERVICE,
    again: 'nothing',
  },
  Cancel: {
    given: [registered()],
    command: { type: 'Cancel', occurredOn: '2022-05-12', reason: '不再实施', document: DOCUMENT },
    by: OFFICE,
    event: CANCELLED,
    again: 'nothing',
  },
  SubmitReport: {
    given: [registered(), ENTERED],
    command: submit(FIGURES),
    by: REPORTER,
    event: submitted(FIGURES),
    again: 'REPORT_AWAITS_REVIEW',
  },
  ReturnReport: {
    given: [registered(), ENTERED, submitted(FIGURES)],
    command: { type: 'ReturnReport', month: '2022-05', fields: ['figures/month'], reason: '与佐证不符' },
    by: OFFICE,
    event: returned(),
    again: 'REPORT_NOT_PENDING',
  },
  AcceptReport: {
    given: [registered(), ENTERED, submitted(FIGURES)],
    command: { type: 'AcceptReport', month: '2022-05' },
    by: OFFICE,
    event: accepted(FIGURES),
    again: 'nothing',
  },
  AmendReport: {
    given: [registered(), ENTERED, submitted(FIGURES), accepted(FIGURES)],
    command: {
      type: 'AmendReport',
      month: '2022-05',
      figures: { month: yi(0.2), yearToDate: yi(0.2) },
      reason: '审计核定',
    },
    by: REPORTER,
    event: {
      type: 'ReportAmended',
      data: {
        month: '2022-05',
        figures: { month: yi(0.2), yearToDate: yi(0.2) },
        reason: '审计核定',
        cutOff: '2022-05-31',
      },
    },
    again: 'REPORT_NOT_ACCEPTED',
  },
  RaiseBlocker: {
    given: [registered()],
    command: { type: 'RaiseBlocker', occurredOn: '2022-05-15', category: 'LAND', description: '征地未完成' },
    by: REPORTER,
    event: raised(),
    again: 'another',
  },
  AcceptBlocker: {
    given: [registered(), raised()],
    command: { type: 'AcceptBlocker', blocker: 'new-blocker' },
    by: OFFICE,
    event: BLOCKER_ACCEPTED,
    again: 'nothing',
  },
  EscalateBlocker: {
    given: [registered(), raised()],
    command: { type: 'EscalateBlocker', blocker: 'new-blocker', from: 'L1_LEGAL_ENTITY', outcome: '超出权限' },
    by: OFFICE,
    event: {
      type: 'BlockerEscalated',
      data: {
        blocker: 'new-blocker',
        from: 'L1_LEGAL_ENTITY',
        to: 'L2_SECTOR_AUTHORITY',
        cause: 'BEYOND_POWERS',
        outcome: '超出权限',
        arrivedAt: '2022-05-16T02:00:00.000Z',
        policyVersion: null,
        clock: { dueAt: '2022-05-23T16:00:00.000Z', policyVersion: 1 },
      },
    },
    again: 'LEVEL_NOT_HELD',
  },
  ResolveBlocker: {
    given: [registered(), raised()],
    command: { type: 'ResolveBlocker', blocker: 'new-blocker', resolution: '已完成征地' },
    by: REPORTER,
    event: RESOLVED,
    again: 'BLOCKER_NOT_OPEN',
  },
  CloseBlocker: {
    given: [registered(), raised(), RESOLVED],
    command: { type: 'CloseBlocker', blocker: 'new-blocker' },
    by: OFFICE,
    event: { type: 'BlockerClosed', data: { blocker: 'new-blocker' } },
    again: 'nothing',
  },
};
