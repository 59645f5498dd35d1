import type { DocumentRef } from '../../facts.js';
import type { ApprovalKind } from '../../policy/approvals.js';
import type { Dated, Event } from '../../shapes.js';

/** 审查, 审批: the technical review of a matter stands apart from the administrative approval. */
export const NODE_STEPS = ['REVIEW', 'APPROVAL'] as const;

/** 早对接, 早介入, 早审查. */
export const NODE_TIMES = ['contactedAt', 'engagedAt', 'reviewedAt'] as const;
export type NodeTime = (typeof NODE_TIMES)[number];

/** 通过, 修改后复审, 不通过. */
export const REVIEW_OPINIONS = ['PASSED', 'TO_BE_REVISED', 'FAILED'] as const;
export type ReviewOpinion = (typeof REVIEW_OPINIONS)[number];

/** A step of preliminary work with the last day on which it is in time. */
export interface PreparationNode {
  readonly approval: ApprovalKind;
  readonly step: (typeof NODE_STEPS)[number];
  readonly dueOn: string;
}

export type PreparationEvent =
  /** 前期工作计划: its nodes with their due days; a later version replaces the one before. */
  | Event<
      'PreparationPlanAdopted',
      Dated & {
        version: number;
        nodes: readonly PreparationNode[];
        reason: string | null;
        document: DocumentRef | null;
      }
    >
  /** The authority was contacted, took part or reviewed, on a day. */
  | Event<'NodeTimeRecorded', Dated & { approval: ApprovalKind; time: NodeTime }>
  /** 技术审查意见: what the reviewers say, which is not yet an approval. */
  | Event<'ReviewOpinionIssued', Dated & { approval: ApprovalKind; opinion: ReviewOpinion; document: DocumentRef }>
  /** The due day of a node passed before it was met. */
  | Event<'NodeOverdue', PreparationNode>;
