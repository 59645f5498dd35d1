import { type CoordinationCommand, type Level, LEVELS } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Codes, Day, Id, IdOrNull, Nested, Text } from '../http/fields.js';

type Body<Type extends CoordinationCommand['type']> = Omit<BodyOf<CoordinationCommand, Type>, 'task'>;

export class HoldCoordinationBody implements Body<'HoldCoordination'> {
  @Day() occurredOn: string;
  @Choice(LEVELS) level: Level;
  @Codes(100) blockers: string[];
  @Nested(() => DocumentBody) minutes: DocumentBody;
}

export class AssignTaskBody implements Body<'AssignTask'> {
  @Id() unit: string;
  @Text(5_000) text: string;
  @Day() dueOn: string;
  @IdOrNull() blocker: string | null = null;
}

export class ReportTaskBody implements Body<'ReportTask'> {
  @Text(5_000) report: string;
}

export class ReturnTaskBody implements Body<'ReturnTask'>, Body<'RescheduleTask'> {
  @Text() reason: string;
  @Day() dueOn: string;
}

export class ReassignTaskBody implements Body<'ReassignTask'> {
  @Id() unit: string;
  @Text() reason: string;
}

export class CancelTaskBody implements Body<'CancelTask'> {
  @Text() reason: string;
}

export const COORDINATION_ROUTES: CommandRoutes<CoordinationCommand> = {
  HoldCoordination: {
    path: ':id/hold-coordination',
    body: HoldCoordinationBody,
    creates: { name: 'coordination', at: '/api/v1/projects/{in}' },
  },
  AssignTask: { path: ':id/assign-task', body: AssignTaskBody, creates: { name: 'task', at: '/api/v1/tasks/{id}' } },
  ReportTask: { path: ':id/tasks/:task/report', body: ReportTaskBody },
  ReturnTask: { path: ':id/tasks/:task/return', body: ReturnTaskBody },
  CloseTask: { path: ':id/tasks/:task/close' },
  ReassignTask: { path: ':id/tasks/:task/reassign', body: ReassignTaskBody, ifMatch: true },
  RescheduleTask: { path: ':id/tasks/:task/reschedule', body: ReturnTaskBody, ifMatch: true },
  CancelTask: { path: ':id/tasks/:task/cancel', body: CancelTaskBody },
};
