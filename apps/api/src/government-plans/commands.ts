import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import {
  FUNDING_SOURCES,
  type FundingSource,
  type GovernmentPlanCommand,
  governmentPlanStream,
  type SourcedAmount,
} from '#libs/domain';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Choice, Id, Nested, Text, Whole } from '../http/fields.js';
import { EdgeProblem } from '../http/problems.js';

export class DraftGovernmentPlanBody {
  @Whole(2000, 2100) year: number;
}

export class SourcedAmountBody implements SourcedAmount {
  @Whole(2000, 2102) year: number;
  @Choice(FUNDING_SOURCES) source: FundingSource;
  @Amount() amount: number;
}

export class SetGovernmentLineBody implements BodyOf<GovernmentPlanCommand, 'SetGovernmentLine'> {
  @Id() project: string;

  @ApiProperty({ type: [SourcedAmountBody], maxItems: 33 })
  @IsArray()
  @ArrayMaxSize(33)
  @ValidateNested({ each: true })
  @Type(() => SourcedAmountBody)
  amounts: SourcedAmountBody[];
}

export class AdjustGovernmentLineBody
  extends SetGovernmentLineBody
  implements BodyOf<GovernmentPlanCommand, 'AdjustGovernmentLine'>
{
  @Text() reason: string;
  @Text(200) approvedBy: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class RemoveGovernmentLineBody {
  @Id() project: string;
}

export class PublishGovernmentPlanBody {
  @Text(200) approvedBy: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

const GOVERNMENT_PLAN_ROUTES: CommandRoutes<GovernmentPlanCommand> = {
  DraftGovernmentPlan: { path: '', body: DraftGovernmentPlanBody, creates: { at: '/api/v1/government-plans/{id}' } },
  SetGovernmentLine: { path: ':year/set-line', body: SetGovernmentLineBody, ifMatch: true },
  RemoveGovernmentLine: { path: ':year/remove-line', body: RemoveGovernmentLineBody, ifMatch: true },
  PublishGovernmentPlan: { path: ':year/publish', body: PublishGovernmentPlanBody, ifMatch: true },
  AdjustGovernmentLine: { path: ':year/adjust-line', body: AdjustGovernmentLineBody, ifMatch: true },
};

/** 政府投资三年滚动规划和年度计划: drafted, approved, and adjusted with approval. */
export const GOVERNMENT_PLAN_COMMANDS = [
  commandController(
    { path: 'government-plans', tag: 'government-plans', key: 'year', stream: streamOfYear },
    GOVERNMENT_PLAN_ROUTES,
  ),
];

function streamOfYear(year: string): string {
  if (!/^\d{4}$/.test(year)) throw new EdgeProblem('NOT_FOUND');
  return governmentPlanStream(Number(year));
}
