import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  CATEGORIES,
  type Category,
  type ControlTotals,
  type PlanCommand,
  type PlanEntry,
  planStream,
} from '#libs/domain';
import { Amount, Choice, Id, Nested, Text, Whole } from '../http/fields.js';
import { EdgeProblem } from '../http/problems.js';
import { commandController, type CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';

export class ConstructionTotalsBody {
  @Whole(0, 100_000) count: number;
  @Amount() totalInvestment: number;
  @Amount() annualInvestment: number;
}

export class PreliminaryTotalsBody {
  @Whole(0, 100_000) count: number;
  @Amount() totalInvestment: number;
}

export class ControlTotalsBody implements ControlTotals {
  @Nested(() => ConstructionTotalsBody) construction: ConstructionTotalsBody;
  @Nested(() => PreliminaryTotalsBody) preliminary: PreliminaryTotalsBody;
}

export class DraftPlanBody {
  @Whole(2000, 2100) year: number;
  @Nested(() => ControlTotalsBody) declared: ControlTotalsBody;
}

export class IncludeProjectBody implements PlanEntry {
  @Id() project: string;
  @Choice(CATEGORIES) category: Category;
  @Amount() totalInvestment: number;
  @Amount() annualInvestment: number;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    minItems: 12,
    maxItems: 12,
    nullable: true,
    required: false,
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(12)
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(Number.MAX_SAFE_INTEGER, { each: true })
  monthlyTargets: number[] | null = null;
}

export class RemoveProjectBody {
  @Id() project: string;
}

export class PublishPlanBody {
  @Text(200) approvedBy: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

const PLAN_ROUTES: CommandRoutes<PlanCommand> = {
  DraftPlan: { path: '', body: DraftPlanBody, creates: { at: '/api/v1/plans/{id}' } },
  IncludeProject: { path: ':year/include-project', body: IncludeProjectBody, ifMatch: true },
  RemoveProject: { path: ':year/remove-project', body: RemoveProjectBody, ifMatch: true },
  PublishPlan: { path: ':year/publish', body: PublishPlanBody, ifMatch: true },
};

/** A year's plan: drafted line by line, published once it reconciles. */
export const PLAN_COMMANDS = [
  commandController({ path: 'plans', tag: 'plans', key: 'year', stream: streamOfYear }, PLAN_ROUTES),
];

function streamOfYear(year: string): string {
  if (!/^\d{4}$/.test(year)) throw new EdgeProblem('NOT_FOUND');
  return planStream(Number(year));
}
