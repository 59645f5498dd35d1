import { type ApprovalKind, APPROVALS, type SchedulingCommand, type StartCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Nested, Text } from '../http/fields.js';

export class ProposeWaiverBody implements BodyOf<StartCommand, 'ProposeWaiver'> {
  @Choice(APPROVALS) approval: ApprovalKind;
  @Text() reason: string;
}

export class ConfirmWaiverBody implements BodyOf<StartCommand, 'ConfirmWaiver'> {
  @Choice(APPROVALS) approval: ApprovalKind;
}

export class ReportCommencementBody implements BodyOf<StartCommand, 'ReportCommencement'> {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

/** What is confirmed is what the caller must have seen. */
export const START_ROUTES: CommandRoutes<StartCommand | SchedulingCommand> = {
  AdoptBackwardSchedule: { path: ':id/adopt-backward-schedule' },
  PlanNewStart: { path: ':id/plan-new-start' },
  ProposeWaiver: { path: ':id/propose-waiver', body: ProposeWaiverBody },
  ConfirmWaiver: { path: ':id/confirm-waiver', body: ConfirmWaiverBody, ifMatch: true },
  ReportCommencement: { path: ':id/report-commencement', body: ReportCommencementBody },
  ConfirmCommencement: { path: ':id/confirm-commencement', ifMatch: true },
};
