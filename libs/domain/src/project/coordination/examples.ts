import { AUTHORITY, DOCUMENT, OFFICE, REPORTER } from '../../testing.js';
import type { Examples } from '../example.js';
import { assignedTask, coordinated, raisedAt, registered, reportedTask } from '../samples.js';
import type { CoordinationCommand } from './commands.js';

const task = 'new-task';
const given = [registered(), assignedTask()];

/** For each command of this part the plain case. */
export const EXAMPLES: Examples<CoordinationCommand> = {
  HoldCoordination: {
    given: [registered(), raisedAt('L2_SECTOR_AUTHORITY')],
    command: {
      type: 'HoldCoordination',
      occurredOn: '2022-05-16',
      level: 'L2_SECTOR_AUTHORITY',
      blockers: ['new-blocker'],
      minutes: DOCUMENT,
    },
    by: AUTHORITY,
    event: coordinated(),
    again: 'nothing',
  },
  AssignTask: {
    given: [registered()],
    command: { type: 'AssignTask', unit: 'helper', text: '一周内完成临时用电增容', dueOn: '2022-05-20', blocker: null },
    by: AUTHORITY,
    event: assignedTask(),
    again: 'another',
  },
  ReportTask: {
    given,
    command: { type: 'ReportTask', task, report: '已完成增容' },
    by: { ...REPORTER, unit: 'helper' },
    event: reportedTask(),
    again: 'TASK_REPORTED',
  },
  ReturnTask: {
    given: [...given, reportedTask()],
    command: { type: 'ReturnTask', task, reason: '容量仍不足', dueOn: '2022-05-27' },
    by: AUTHORITY,
    event: {
      type: 'TaskReturned',
      data: { task, reason: '容量仍不足', dueOn: '2022-05-27', dueAt: '2022-05-27T16:00:00.000Z' },
    },
    again: 'TASK_NOT_REPORTED',
  },
  CloseTask: {
    given: [...given, reportedTask()],
    command: { type: 'CloseTask', task },
    by: AUTHORITY,
    event: { type: 'TaskClosed', data: { task } },
    again: 'nothing',
  },
  ReassignTask: {
    given,
    command: { type: 'ReassignTask', task, unit: 'keeper', reason: '职责调整' },
    by: OFFICE,
    event: { type: 'TaskReassigned', data: { task, from: 'helper', unit: 'keeper', reason: '职责调整' } },
    again: 'nothing',
  },
  RescheduleTask: {
    given,
    command: { type: 'RescheduleTask', task, dueOn: '2022-05-31', reason: '设备到货推迟' },
    by: OFFICE,
    event: {
      type: 'TaskRescheduled',
      data: { task, reason: '设备到货推迟', dueOn: '2022-05-31', dueAt: '2022-05-31T16:00:00.000Z' },
    },
    again: 'nothing',
  },
  CancelTask: {
    given,
    command: { type: 'CancelTask', task, reason: '项目方案变更' },
    by: OFFICE,
    event: { type: 'TaskCancelled', data: { task, reason: '项目方案变更' } },
    again: 'nothing',
  },
};
