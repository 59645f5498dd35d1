import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { type BatchCommand, type BatchLine, CATEGORIES, type Category, type Part } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Choice, Codes, Id, Nested, Text } from '../http/fields.js';
import { ControlTotalsBody, IncludeProjectBody } from './draft.js';
import { MonthlyTargets } from './targets.js';

type LineBody<Kind extends BatchLine['kind']> = Extract<BatchLine, { readonly kind: Kind }>;

export class AdmitBody implements LineBody<'ADMIT'> {
  @Choice(['ADMIT']) kind: 'ADMIT';
  @Nested(() => IncludeProjectBody) entry: IncludeProjectBody;
  @Text() reason: string;
}

export class DelistBody implements LineBody<'DELIST'> {
  @Choice(['DELIST']) kind: 'DELIST';
  @Id() project: string;
  @Text() reason: string;
}

class ChangedBody {
  @Id() project: string;
  @Amount() totalInvestment: number;
  @Amount() annualInvestment: number;
  @MonthlyTargets(0) remainingTargets: number[] | null = null;
  @Text() reason: string;
}

export class AmountBody extends ChangedBody implements LineBody<'AMOUNT'> {
  @Choice(['AMOUNT']) kind: 'AMOUNT';
}

export class ReclassifyBody extends ChangedBody implements LineBody<'RECLASSIFY'> {
  @Choice(['RECLASSIFY']) kind: 'RECLASSIFY';
  @Choice(CATEGORIES) category: Category;
}

export class MergeBody implements LineBody<'MERGE'> {
  @Choice(['MERGE']) kind: 'MERGE';
  @Codes(50) projects: string[];
  @Nested(() => IncludeProjectBody) into: IncludeProjectBody;
  @Text() reason: string;
}

export class PartBody implements Part {
  @Nested(() => IncludeProjectBody) entry: IncludeProjectBody;
  @Amount() yearToDate: number;
  @Amount() toLastYearEnd: number;
}

export class SplitBody implements LineBody<'SPLIT'> {
  @Choice(['SPLIT']) kind: 'SPLIT';
  @Id() project: string;

  @ApiProperty({ type: [PartBody], maxItems: 50 })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartBody)
  into: PartBody[];

  @Text() reason: string;
}

export class CorrectBody implements LineBody<'CORRECT'> {
  @Choice(['CORRECT']) kind: 'CORRECT';
  @Nested(() => IncludeProjectBody) entry: IncludeProjectBody;
  @Text() reason: string;
}

/** Stands for a line whose kind is none of the table; its one field makes the edge say so. */
class UnknownLineBody {
  @Choice(['ADMIT', 'DELIST', 'AMOUNT', 'RECLASSIFY', 'MERGE', 'SPLIT', 'CORRECT']) kind: string;
}

const KINDS = {
  ADMIT: AdmitBody,
  DELIST: DelistBody,
  AMOUNT: AmountBody,
  RECLASSIFY: ReclassifyBody,
  MERGE: MergeBody,
  SPLIT: SplitBody,
  CORRECT: CorrectBody,
} as const satisfies { readonly [Kind in BatchLine['kind']]: new () => LineBody<Kind> };

/** A line is checked as its kind says; what is no object stays as it came and is refused. */
function lineBodyOf(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) return line;
  const { kind } = line as { kind?: unknown };
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind);
  return plainToInstance(known ? KINDS[kind as keyof typeof KINDS] : UnknownLineBody, line);
}

@ApiExtraModels(...Object.values(KINDS))
export class ApplyBatchBody implements BodyOf<BatchCommand, 'ApplyBatch'> {
  @ApiProperty({
    type: 'array',
    items: { oneOf: Object.values(KINDS).map((kind) => ({ $ref: getSchemaPath(kind) })) },
    minItems: 1,
    maxItems: 500,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Transform(({ value }) => (Array.isArray(value) ? value.map(lineBodyOf) : (value as unknown)))
  lines: InstanceType<(typeof KINDS)[keyof typeof KINDS]>[];

  @Nested(() => ControlTotalsBody) declared: ControlTotalsBody;
  @Text(200) approvedBy: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const BATCH_ROUTES: CommandRoutes<BatchCommand> = {
  ApplyBatch: { path: ':year/apply-batch', body: ApplyBatchBody, ifMatch: true },
};
