import type { ApprovalKind, Validity } from '../policy/approvals.js';
import { DETAILS, DOCUMENT, RESPONSIBILITIES, yi } from '../testing.js';
import type { Level } from '../policy/escalation.js';
import type { ProjectCommand } from './commands.js';
import type { Figures, ProjectEvent, Status } from './events.js';

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
  data: { year: 2022, category: 'NEW_START', annualInvestment: yi(1), sourceRevision: 3 },
};
/** A member of the plan, whose reporter is named. */
export const MEMBER: readonly ProjectEvent[] = [registered(), ASSIGNED, ENTERED];
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
