import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind, Validity } from '../../policy/approvals.js';
import type { Dated, Event } from '../../shapes.js';

export type ApprovalEvent =
  /** The authority accepted an application (受理); it is decided by a day. */
  | Event<
      'ApprovalApplied',
      Dated & {
        kind: ApprovalKind;
        /** Last day on which the decision is in time. */
        dueOn: string;
        policyVersion: number;
      }
    >
  /** 退件: the application came back and may be made again. */
  | Event<'ApprovalReturned', Dated & { kind: ApprovalKind; reason: string }>
  /** 批复: it was granted on the day of its document. */
  | Event<
      'ApprovalGranted',
      Dated & {
        kind: ApprovalKind;
        document: DocumentRef;
        /** Null for a kind that never expires. */
        validity: Validity | null;
      }
    >
  /** 延期: it holds for a further time, counted from its last day. */
  | Event<'ApprovalExtended', Dated & { kind: ApprovalKind; document: DocumentRef; validity: Validity }>
  /** 不予批准 */
  | Event<'ApprovalRefused', Dated & { kind: ApprovalKind; reason: string; document: DocumentRef | null }>
  /** 撤销: what had been granted holds no more. */
  | Event<'ApprovalRevoked', Dated & { kind: ApprovalKind; reason: string; document: DocumentRef }>
  /** Its last day is near and construction has not begun. */
  | Event<'ApprovalExpiring', Dated & { kind: ApprovalKind; until: string; policyVersion: number }>
  /** Its last day passed before construction began; it must be applied for again. */
  | Event<'ApprovalExpired', Dated & { kind: ApprovalKind; until: string; policyVersion: number }>;
