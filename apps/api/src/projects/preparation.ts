import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import {
  type ApprovalKind,
  APPROVALS,
  NODE_STEPS,
  NODE_TIMES,
  type NodeTime,
  type PreparationCommand,
  type PreparationNode,
  REVIEW_OPINIONS,
  type ReviewOpinion,
} from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Nested, NestedOrNull, TextOrNull } from '../http/fields.js';

export class PreparationNodeBody implements PreparationNode {
  @Choice(APPROVALS) approval: ApprovalKind;
  @Choice(NODE_STEPS) step: (typeof NODE_STEPS)[number];
  @Day() dueOn: string;
}

export class AdoptPreparationPlanBody implements BodyOf<PreparationCommand, 'AdoptPreparationPlan'> {
  @Day() occurredOn: string;

  @ApiProperty({ type: [PreparationNodeBody], maxItems: 50 })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PreparationNodeBody)
  nodes: PreparationNodeBody[];

  @TextOrNull() reason: string | null = null;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class RecordNodeTimeBody implements BodyOf<PreparationCommand, 'RecordNodeTime'> {
  @Day() occurredOn: string;
  @Choice(APPROVALS) approval: ApprovalKind;
  @Choice(NODE_TIMES) time: NodeTime;
}

export class IssueReviewOpinionBody implements BodyOf<PreparationCommand, 'IssueReviewOpinion'> {
  @Day() occurredOn: string;
  @Choice(APPROVALS) approval: ApprovalKind;
  @Choice(REVIEW_OPINIONS) opinion: ReviewOpinion;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const PREPARATION_ROUTES: CommandRoutes<PreparationCommand> = {
  AdoptPreparationPlan: { path: ':id/adopt-preparation-plan', body: AdoptPreparationPlanBody, ifMatch: true },
  RecordNodeTime: { path: ':id/record-node-time', body: RecordNodeTimeBody },
  IssueReviewOpinion: { path: ':id/issue-review-opinion', body: IssueReviewOpinionBody },
};
