import { type ApprovalCommand, type ApprovalKind, APPROVALS } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Nested, NestedOrNull, Text } from '../http/fields.js';

export class ApplyForApprovalBody implements BodyOf<ApprovalCommand, 'ApplyForApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Day() occurredOn: string;
}

export class ReturnApprovalBody implements BodyOf<ApprovalCommand, 'ReturnApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Day() occurredOn: string;
  @Text() reason: string;
}

export class GrantApprovalBody implements BodyOf<ApprovalCommand, 'GrantApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class ExtendApprovalBody implements BodyOf<ApprovalCommand, 'ExtendApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class RefuseApprovalBody implements BodyOf<ApprovalCommand, 'RefuseApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Day() occurredOn: string;
  @Text() reason: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class RevokeApprovalBody implements BodyOf<ApprovalCommand, 'RevokeApproval'> {
  @Choice(APPROVALS) kind: ApprovalKind;
  @Day() occurredOn: string;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const APPROVAL_ROUTES: CommandRoutes<ApprovalCommand> = {
  ApplyForApproval: { path: ':id/apply-for-approval', body: ApplyForApprovalBody },
  ReturnApproval: { path: ':id/return-approval', body: ReturnApprovalBody },
  GrantApproval: { path: ':id/grant-approval', body: GrantApprovalBody },
  ExtendApproval: { path: ':id/extend-approval', body: ExtendApprovalBody },
  RefuseApproval: { path: ':id/refuse-approval', body: RefuseApprovalBody },
  RevokeApproval: { path: ':id/revoke-approval', body: RevokeApprovalBody },
};
