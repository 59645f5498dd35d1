import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Command } from '../../shapes.js';
import type { NodeTime, PreparationNode, ReviewOpinion } from './events.js';

export type PreparationCommand =
  /** reason: needed where a day that was agreed is moved. */
  | Command<
      'AdoptPreparationPlan',
      { occurredOn: string; nodes: readonly PreparationNode[]; reason: string | null; document: DocumentRef | null }
    >
  | Command<'RecordNodeTime', { occurredOn: string; approval: ApprovalKind; time: NodeTime }>
  | Command<
      'IssueReviewOpinion',
      { occurredOn: string; approval: ApprovalKind; opinion: ReviewOpinion; document: DocumentRef }
    >;
