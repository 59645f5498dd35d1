import type { CoordinationEvent, ProjectEvent } from '#libs/domain';
import {
  assignedTask,
  coordinated,
  EXAMPLES,
  raisedAt,
  registered,
  reportedTask,
} from '../../../domain/src/project/examples.js';

const today = '2022-05-16';
const DUE = '2022-05-20T16:00:00.000Z';
const open = [registered(), assignedTask()];

/** What changes of card, deadlines and task once the project has so many events, and of what its units count. */
const shows = (revision: number, held: object, task: object, dueAt: string | null, counts: object = {}) => ({
  'project-cards': { p1: { revision, project: { tasks: { 'new-task': held } } } },
  deadlines: { 'project-p1': { clocks: dueAt === null ? {} : { 'task/new-task': dueAt } } },
  tasks: { 'new-task': { ...held, ...task }, ...counts },
});
const counts = (day: string, amounts: object, unit = 'helper') => ({
  [`unit/${unit}`]: { days: { [day]: amounts } },
});

/** Each event of coordination and tasks, and all that it changes in the views. */
export const COORDINATION_CASES = {
  CoordinationHeld: {
    after: [registered(), raisedAt('L2_SECTOR_AUTHORITY')],
    event: coordinated(),
    shows: {
      'project-cards': {
        p1: {
          revision: 2,
          project: {
            coordinations: { 'new-coordination': { on: today, level: 'L2_SECTOR_AUTHORITY' } },
            blockers: { 'new-blocker': { status: 'COORDINATING' } },
          },
        },
      },
      coordinations: { 'new-coordination': { project: 'p1', on: today, level: 'L2_SECTOR_AUTHORITY' } },
      blockers: {
        'new-blocker': {
          status: 'COORDINATING',
          coordinatedOn: today,
          meetings: [{ on: today, value: { coordination: 'new-coordination', level: 'L2_SECTOR_AUTHORITY' } }],
        },
        'lead-times/2022': { days: { [today]: { 'coordination|count': 1 } } },
      },
      deadlines: { 'project-p1': {} },
    },
  },
  TaskAssigned: {
    after: [registered()],
    event: assignedTask(),
    shows: shows(
      1,
      { unit: 'helper', status: 'ASSIGNED', overdue: false, dueOn: '2022-05-20', dueAt: DUE },
      { project: 'p1', text: '一周内完成临时用电增容', sort: `${DUE}/new-task` },
      DUE,
      counts(today, { ASSIGNED: 1 }),
    ),
  },
  TaskReported: {
    after: open,
    event: reportedTask(),
    shows: shows(
      2,
      { status: 'REPORTED', overdue: false },
      { report: '已完成增容', late: false },
      null,
      counts(today, { REPORTED: 1 }),
    ),
  },
  TaskReturned: {
    after: [...open, reportedTask()],
    event: EXAMPLES.ReturnTask.event,
    shows: shows(
      3,
      { status: 'ASSIGNED', dueOn: '2022-05-27' },
      { reason: '容量仍不足', sort: '2022-05-27T16:00:00.000Z/new-task' },
      '2022-05-27T16:00:00.000Z',
      counts(today, { ASSIGNED: 1 }),
    ),
  },
  TaskClosed: {
    after: [...open, reportedTask()],
    event: EXAMPLES.CloseTask.event,
    shows: shows(3, { status: 'CLOSED' }, { endedAt: '2022-05-16T02:00:00.000Z' }, null, counts(today, { CLOSED: 1 })),
  },
  TaskReassigned: {
    after: open,
    event: EXAMPLES.ReassignTask.event,
    shows: shows(2, { unit: 'keeper' }, { reason: '职责调整' }, DUE, {
      'unit/helper': null,
      ...counts(today, { ASSIGNED: 1 }, 'keeper'),
    }),
  },
  TaskRescheduled: {
    after: [...open],
    event: EXAMPLES.RescheduleTask.event,
    shows: shows(
      2,
      { status: 'ASSIGNED', dueOn: '2022-05-31' },
      { reason: '设备到货推迟' },
      '2022-05-31T16:00:00.000Z',
    ),
  },
  TaskCancelled: {
    after: open,
    event: EXAMPLES.CancelTask.event,
    shows: shows(2, { status: 'CANCELLED' }, { reason: '项目方案变更' }, null, counts(today, { CANCELLED: 1 })),
  },
  TaskOverdue: {
    after: open,
    event: { type: 'TaskOverdue', data: { task: 'new-task', unit: 'helper', dueAt: DUE } },
    shows: shows(
      2,
      { status: 'ASSIGNED', overdue: true },
      { noticedAt: '2022-05-16T02:00:00.000Z' },
      null,
      counts('2022-05-21', { OVERDUE: 1 }),
    ),
  },
} satisfies Record<CoordinationEvent['type'], { after: ProjectEvent[]; event: ProjectEvent; shows: object }>;
