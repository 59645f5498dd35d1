import { yi } from '../testing.js';
import type { ProjectEvent } from './events.js';
import { EXCUSED } from './lights/examples.js';
import {
  assignedTask,
  completionPlanned,
  ENTERED,
  FIGURES,
  granted,
  MEMBER,
  planAdopted,
  raised,
  raisedAt,
  registered,
  returned,
  startPlanned,
  submitted,
} from './samples.js';

const PERMIT = {
  kind: 'CONSTRUCTION_PERMIT',
  occurredOn: '2022-05-10',
  until: '2022-08-10',
  policyVersion: 1,
} as const;
const [REVIEW] = planAdopted().data.nodes;

const LIGHTS = {
  START: { colour: 'YELLOW', note: null, inputs: { plannedStart: '2022-04-30', monthEnds: 1 } },
} as const;

/** What follows by itself, because time passed or because of another event, and after what. */
export const DUE_EXAMPLES: readonly { readonly given: readonly ProjectEvent[]; readonly event: ProjectEvent }[] = [
  { given: [registered(), granted()], event: { type: 'ApprovalExpiring', data: PERMIT } },
  { given: [registered(), granted()], event: { type: 'ApprovalExpired', data: PERMIT } },
  {
    given: [registered(), raised()],
    event: {
      type: 'BlockerWarned',
      data: { blocker: 'new-blocker', level: 'L1_LEGAL_ENTITY', dueAt: '2022-05-23T16:00:00.000Z', policyVersion: 1 },
    },
  },
  {
    given: [registered(), raisedAt('L4_LEADING_GROUP')],
    event: {
      type: 'BlockerOverdueAtTop',
      data: {
        blocker: 'new-blocker',
        months: 1,
        policyVersion: 1,
        clock: { dueAt: '2022-08-14T16:00:00.000Z', warnsAt: null, policyVersion: 1 },
      },
    },
  },
  { given: [registered('PRELIMINARY'), planAdopted()], event: { type: 'NodeOverdue', data: REVIEW! } },
  {
    given: [registered(), ENTERED],
    event: {
      type: 'PlanEntryChanged',
      data: { year: 2022, category: 'NEW_START', annualInvestment: yi(0.8), monthlyTargets: null, sourceRevision: 9 },
    },
  },
  {
    given: MEMBER,
    event: {
      type: 'ReportMissed',
      data: { month: '2022-05', dueAt: '2022-05-25T16:00:00.000Z', policyVersion: 1 },
    },
  },
  {
    given: [...MEMBER, submitted(FIGURES), returned()],
    event: {
      type: 'ReportRepairMissed',
      data: { month: '2022-05', dueAt: '2022-05-18T16:00:00.000Z', policyVersion: 1 },
    },
  },
  {
    given: [...MEMBER, submitted(FIGURES)],
    event: {
      type: 'TotalInvestmentExceeded',
      data: { month: '2022-05', reported: yi(2), totalInvestment: yi(1) },
    },
  },
  {
    given: [...MEMBER, submitted(FIGURES, '2022-12')],
    event: { type: 'SupplementReported', data: { month: '2022-12', late: false } },
  },
  {
    given: [...MEMBER, submitted(FIGURES)],
    event: { type: 'SafetyIssueReported', data: { month: '2022-05', issue: '基坑渗水' } },
  },
  {
    given: [registered(), startPlanned('2022-04-30')],
    event: { type: 'StartOverdue', data: { plannedStart: '2022-04-30' } },
  },
  {
    given: [registered('UNDER_CONSTRUCTION'), completionPlanned('2022-04-30')],
    event: { type: 'MilestoneOverdue', data: { milestone: 'COMPLETION', plannedOn: '2022-04-30' } },
  },
  {
    given: [...MEMBER, startPlanned('2022-04-30')],
    event: {
      type: 'ProgressLightChanged',
      data: { year: 2022, month: '2022-04', lights: LIGHTS, overall: 'YELLOW', policyVersion: 1 },
    },
  },
  {
    given: [...MEMBER, EXCUSED],
    event: { type: 'ExcuseEnded', data: { dimension: 'START', until: '2022-08-15' } },
  },
  {
    given: [registered(), assignedTask()],
    event: { type: 'TaskOverdue', data: { task: 'new-task', unit: 'helper', dueAt: '2022-05-20T16:00:00.000Z' } },
  },
];
