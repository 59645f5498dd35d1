import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Command } from '../../shapes.js';

export type ApprovalCommand =
  /** occurredOn: day on which the authority accepted the application (受理). */
  | Command<'ApplyForApproval', { kind: ApprovalKind; occurredOn: string }>
  | Command<'ReturnApproval', { kind: ApprovalKind; occurredOn: string; reason: string }>
  | Command<'GrantApproval', { kind: ApprovalKind; document: DocumentRef }>
  | Command<'ExtendApproval', { kind: ApprovalKind; occurredOn: string; document: DocumentRef }>
  | Command<'RefuseApproval', { kind: ApprovalKind; occurredOn: string; reason: string; document: DocumentRef | null }>
  | Command<'RevokeApproval', { kind: ApprovalKind; occurredOn: string; reason: string; document: DocumentRef }>;
