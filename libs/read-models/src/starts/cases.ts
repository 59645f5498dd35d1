import type { ProjectEvent } from '#libs/domain';
import {
  appraised,
  COMMENCED,
  commencementReported,
  completionPlanned,
  ENTERED,
  EXAMPLES,
  planAdopted,
  recognised,
  registered,
  scheduled,
  startPlanned,
  SUSPENDED,
  waiverProposed,
} from '../../../domain/src/project/examples.js';
import { LATEST } from '#libs/event-sourcing/pure';

const card = (revision: number, project: object) => ({ 'project-cards': { p1: { revision, project } } });
const waits = (clocks: object) => ({ deadlines: { 'project-p1': { clocks } } });
const preliminary = registered('PRELIMINARY');
const [REVIEW] = planAdopted().data.nodes;
const APPROVAL_DUE = { 'node/EIA/APPROVAL': '2022-06-30T16:00:00.000Z' };

/** Each event of preliminary work and of a start, and all that it changes in the views. */
export const START_CASES = {
  PreparationPlanAdopted: {
    after: [preliminary, ENTERED],
    event: planAdopted(),
    shows: {
      preparation: { p1: { planned: true, late: [] } },
      postponements: { p1: { moved: false } },
      ...card(2, { preparation: { plan: [{ on: '2022-05-09', value: { version: 1 } }] } }),
      ...waits({ 'node/EIA/REVIEW': '2022-05-20T16:00:00.000Z', ...APPROVAL_DUE }),
    },
  },
  NodeTimeRecorded: {
    after: [preliminary],
    event: EXAMPLES.RecordNodeTime.event,
    shows: {
      preparation: { p1: { planned: false, preparation: { times: { EIA: { contactedAt: [{ on: '2022-05-16' }] } } } } },
      ...card(1, { preparation: { times: { EIA: { contactedAt: [{ on: '2022-05-16' }] } } } }),
      ...waits({}),
    },
  },
  ReviewOpinionIssued: {
    after: [preliminary, ENTERED, planAdopted()],
    event: EXAMPLES.IssueReviewOpinion.event,
    shows: {
      preparation: { p1: { preparation: { opinions: { EIA: [{ on: '2022-05-16' }] } }, late: [] } },
      ...card(3, { preparation: { opinions: { EIA: [{ on: '2022-05-16', value: 'PASSED' }] } } }),
      ...waits(APPROVAL_DUE),
    },
  },
  NodeOverdue: {
    after: [preliminary, ENTERED, planAdopted()],
    event: { type: 'NodeOverdue', data: REVIEW! },
    shows: {
      preparation: {
        p1: {
          late: [
            { from: '2022-05-21', to: '2022-07-01' },
            { from: '2022-07-01', to: LATEST },
          ],
        },
      },
      ...card(3, { preparation: { overdue: { 'EIA/REVIEW': '2022-05-20' } } }),
      ...waits(APPROVAL_DUE),
    },
  },
  StrandAppraised: {
    after: [preliminary],
    event: appraised('SPACE'),
    shows: card(1, { appraisal: { SPACE: [{ on: '2022-05-09', value: true }] } }),
  },
  BackwardScheduleAdopted: {
    after: [preliminary, startPlanned()],
    event: scheduled(),
    shows: card(2, { schedule: { critical: 'TENDER', beginBy: '2022-10-17' } }),
  },
  NewStartPlanned: {
    after: [preliminary, startPlanned(), ENTERED],
    event: EXAMPLES.PlanNewStart.event,
    shows: {
      ...card(3, { status: [{ value: 'PRELIMINARY' }, { on: '2022-05-16', value: 'PLANNED_START' }] }),
      ...waits({ start: '2022-12-01T16:00:00.000Z' }),
      ledgers: { p1: {} },
      'list-rows': {
        p1: {
          spans: [
            { list: 'preliminary', from: '2022-01-01', to: '2022-05-16' },
            { list: 'new-start', from: '2022-05-16', to: LATEST },
          ],
        },
      },
    },
  },
  WaiverProposed: {
    after: [registered()],
    event: waiverProposed,
    shows: card(1, { waivers: { PROPOSAL: { status: 'PROPOSED' } } }),
  },
  WaiverConfirmed: {
    after: [registered(), waiverProposed],
    event: EXAMPLES.ConfirmWaiver.event,
    shows: card(2, { waivers: { PROPOSAL: { status: 'CONFIRMED' } } }),
  },
  CommencementReported: {
    after: [registered()],
    event: commencementReported(),
    shows: card(1, { reportedStarts: [{ occurredOn: '2022-05-12' }] }),
  },
  StartOverdue: {
    after: [registered(), startPlanned('2022-05-20'), ENTERED],
    event: { type: 'StartOverdue', data: { plannedStart: '2022-05-20' } },
    shows: { ...card(3, { overdueStart: '2022-05-20' }), ...waits({}) },
  },
  MilestoneMet: {
    after: [registered('UNDER_CONSTRUCTION')],
    event: EXAMPLES.RecordMilestoneMet.event,
    shows: { ...card(1, { milestonesMet: { STRUCTURE_DONE: [{ on: '2022-05-16' }] } }), ...waits({}) },
  },
  MilestoneOverdue: {
    after: [registered('UNDER_CONSTRUCTION'), completionPlanned('2022-05-20'), ENTERED],
    event: { type: 'MilestoneOverdue', data: { milestone: 'COMPLETION', plannedOn: '2022-05-20' } },
    shows: { ...card(3, { overdueMilestones: { COMPLETION: '2022-05-20' } }), ...waits({}) },
  },
  SuspensionRecognised: {
    after: [registered(), COMMENCED, SUSPENDED],
    event: recognised(),
    shows: { ...card(3, { recognised: [{ from: '2022-04-01', to: LATEST }] }), ...waits({}) },
  },
} as const satisfies Partial<Record<ProjectEvent['type'], object>>;
