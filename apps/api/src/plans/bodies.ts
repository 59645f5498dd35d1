import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CATEGORIES, type Category, type ControlTotals, type PlanEntry } from '#libs/domain';
import { Amount, Choice, Id, Nested, Text, Whole } from '../http/fields.js';
import { DocumentBody } from '../projects/bodies.js';

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
