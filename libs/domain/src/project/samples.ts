import type { ApprovalKind, Validity } from '../policy/approvals.js';
import { DETAILS, DOCUMENT, RESPONSIBILITIES, yi } from '../testing.js';
import type { Level } from '../policy/escalation.js';
import type { ProjectCommand } from './commands.js';
import type { Figures, ProjectEvent, Status, Strand } from './events.js';

export type EventOf<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { type: Type }>;

export const registered = (status: Status = 'PLANNED_START', occurredOn = '2022-01-01'): ProjectEvent => ({
  type: 'ProjectRegistered',
  data: { occurredOn, details: DETAILS, status, currency: 'CNY', programme: null },
});
export const ASSIGNED: ProjectEvent = {
  type: 'ResponsibilitiesAssigned',
  data: { occurredOn: '2022-01-01', responsibilities: RESPONSIBILITIES },
};
export const ENTERED: ProjectEvent = {
  type: 'PlanEntered',
  data: { year: 2022, category: 'NEW_START', annualInvestment: yi(1), monthlyTargets: null, sourceRevision: 3 },
};
/** A member of the plan, whose reporter is named. */
export const MEMBER: readonly ProjectEvent[] = [registered(), ASSIGNED, ENTERED];
export const COMMENCED: EventOf<'CommencementRecorded'> = {
  type: 'CommencementRecorded',
  data: { occurredOn: '2022-03-01', document: DOCUMENT, irregular: false, missing: [], checklistVersion: null },
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

/** A report that tells nothing beside its figures. */
export const UNTOLD = { stage: null, imageProgress: null, costs: null, preliminary: null };
export const submitted = (figures: Figures, month = '2022-05', late = false): EventOf<'ReportSubmitted'> => ({
  type: 'ReportSubmitted',
  data: {
    month,
    figures,
    progress: '主体施工',
    ...UNTOLD,
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
export const raised = (
  blocker = 'new-blocker',
  dueAt = '2022-05-23T16:00:00.000Z',
  warnsAt: string | null = '2022-05-20T16:00:00.000Z',
): EventOf<'BlockerRaised'> => ({
  type: 'BlockerRaised',
  data: {
    blocker,
    occurredOn: '2022-05-15',
    category: 'LAND',
    description: '征地未完成',
    level: 'L1_LEGAL_ENTITY',
    clock: { dueAt, warnsAt, policyVersion: 1 },
  },
});
/** Where it has come to, as if it had been raised there. */
export const raisedAt = (level: Level): EventOf<'BlockerRaised'> => ({
  type: 'BlockerRaised',
  data: { ...raised().data, level, ...(level === 'L4_LEADING_GROUP' && { clock: null }) },
});
export const HOLD_REQUESTED: EventOf<'BlockerHoldRequested'> = {
  type: 'BlockerHoldRequested',
  data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY', reason: '汛期停工', requestedBy: 'reporter-1' },
};
/** Monday is used up; Tuesday to Friday and the next Monday are left. */
export const HELD: EventOf<'BlockerHeld'> = {
  type: 'BlockerHeld',
  data: {
    ...HOLD_REQUESTED.data,
    left: { workingDays: 5, untilWarning: 4, policyVersion: 1 },
  },
};
export const RESOLVED: EventOf<'BlockerResolved'> = {
  type: 'BlockerResolved',
  data: { blocker: 'new-blocker', resolution: '已完成征地', resolvedBy: 'reporter-1', level: 'L1_LEGAL_ENTITY' },
};
export const BLOCKER_ACCEPTED: ProjectEvent = {
  type: 'BlockerAccepted',
  data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY' },
};

export const applied = (
  kind: ApprovalKind = 'CONSTRUCTION_PERMIT',
  occurredOn = '2022-05-05',
  dueOn = '2022-05-13',
): ProjectEvent => ({ type: 'ApprovalApplied', data: { kind, occurredOn, dueOn, policyVersion: 1 } });

/** By default a permit of 10 May, which holds for three months. */
export const granted = (
  kind: ApprovalKind = 'CONSTRUCTION_PERMIT',
  occurredOn = '2022-05-10',
  validity: Omit<Validity, 'policyVersion'> | null = { until: '2022-08-10', warnOn: '2022-07-11' },
): EventOf<'ApprovalGranted'> => ({
  type: 'ApprovalGranted',
  data: {
    kind,
    occurredOn,
    document: { ...DOCUMENT, issuedOn: occurredOn },
    validity: validity && { ...validity, policyVersion: 1 },
  },
});

/** Two nodes, the review due on 20 May and the approval on 30 June. */
export const planAdopted = (dueOn = '2022-05-20'): EventOf<'PreparationPlanAdopted'> => ({
  type: 'PreparationPlanAdopted',
  data: {
    occurredOn: '2022-05-09',
    version: 1,
    nodes: [
      { approval: 'EIA', step: 'REVIEW', dueOn },
      { approval: 'EIA', step: 'APPROVAL', dueOn: '2022-06-30' },
    ],
    reason: null,
    document: null,
  },
});
export const appraised = (strand: Strand, passed = true, occurredOn = '2022-05-09'): ProjectEvent => ({
  type: 'StrandAppraised',
  data: { occurredOn, strand, passed, document: DOCUMENT },
});
export const recognised = (until: string | null = null): EventOf<'SuspensionRecognised'> => ({
  type: 'SuspensionRecognised',
  data: { occurredOn: '2022-04-01', until, reason: '疫情停工', document: DOCUMENT },
});

/** Construction is planned to end on a day. */
export const completionPlanned = (day: string): ProjectEvent => ({
  type: 'MilestonesScheduled',
  data: { occurredOn: '2022-01-01', dates: { COMPLETION: day } },
});
/** Construction is planned to begin on a day. */
export const startPlanned = (day = '2022-12-01'): ProjectEvent => ({
  type: 'MilestonesScheduled',
  data: { occurredOn: '2022-01-01', dates: { COMMENCEMENT: day } },
});
export const waiverProposed: ProjectEvent = {
  type: 'WaiverProposed',
  data: { approval: 'PROPOSAL', reason: '与可研合并办理' },
};
export const commencementReported = (occurredOn = '2022-05-12'): ProjectEvent => ({
  type: 'CommencementReported',
  data: { occurredOn, document: DOCUMENT },
});

const HELD_APPROVALS: readonly ApprovalKind[] = [
  'PROPOSAL',
  'FEASIBILITY',
  'LAND_PREREVIEW_SITE',
  'EIA',
  'ENERGY_REVIEW',
  'PRELIM_DESIGN_ESTIMATE',
  'WATER_SOIL',
  'LAND_PERMIT',
  'WORKS_PERMIT',
];

/** Counted back from Thursday 1 December; the week off in October has its working Saturday and Sunday after it. */
export const scheduled = (): EventOf<'BackwardScheduleAdopted'> => ({
  type: 'BackwardScheduleAdopted',
  data: {
    plannedStart: '2022-12-01',
    items: [
      {
        approval: 'TENDER',
        cause: 'MISSING',
        workingDays: 25,
        latestStart: '2022-10-17',
        latestFinish: '2022-11-21',
        slack: 0,
        notBefore: null,
      },
      {
        approval: 'CONSTRUCTION_PERMIT',
        cause: 'MISSING',
        workingDays: 7,
        latestStart: '2022-11-21',
        latestFinish: '2022-11-30',
        slack: 0,
        notBefore: '2022-09-01',
      },
    ],
    critical: 'TENDER',
    beginBy: '2022-10-17',
    inputs: {
      today: '2022-05-16',
      checklist: [
        'PROPOSAL',
        'FEASIBILITY',
        'LAND_PREREVIEW_SITE',
        'PRELIM_DESIGN_ESTIMATE',
        'TENDER',
        'LAND_PERMIT',
        'WORKS_PERMIT',
        'EIA',
        'ENERGY_REVIEW',
        'WATER_SOIL',
        'CONSTRUCTION_PERMIT',
      ],
      held: HELD_APPROVALS.map((approval) => ({ approval, until: null })),
    },
    policyVersion: { checklists: 1, durations: 1, approvals: 1, calendar: 1 },
  },
});

export const coordinated = (
  level: Level = 'L2_SECTOR_AUTHORITY',
  occurredOn = '2022-05-16',
): EventOf<'CoordinationHeld'> => ({
  type: 'CoordinationHeld',
  data: { coordination: 'new-coordination', occurredOn, level, blockers: ['new-blocker'], minutes: DOCUMENT },
});
/** Due on Friday 20 May. */
export const assignedTask = (task = 'new-task', blocker: string | null = null): EventOf<'TaskAssigned'> => ({
  type: 'TaskAssigned',
  data: {
    ...{ task, unit: 'helper', text: '一周内完成临时用电增容', blocker },
    ...{ dueOn: '2022-05-20', dueAt: '2022-05-20T16:00:00.000Z' },
  },
});
export const reportedTask = (task = 'new-task', late = false): EventOf<'TaskReported'> => ({
  type: 'TaskReported',
  data: { task, report: '已完成增容', reportedBy: 'reporter-1', late },
});
