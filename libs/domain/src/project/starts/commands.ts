import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Command } from '../../shapes.js';

export type StartCommand =
  /** 前期 → 新开工 */
  | Command<'PlanNewStart'>
  | Command<'ProposeWaiver', { approval: ApprovalKind; reason: string }>
  | Command<'ConfirmWaiver', { approval: ApprovalKind }>
  | Command<'ReportCommencement', { occurredOn: string; document: DocumentRef }>
  /** 新开工 → 在建 */
  | Command<'ConfirmCommencement'>;
