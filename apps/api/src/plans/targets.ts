import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';

/** Targets of at least so many months, in 分, or null for a project that has none. */
export const MonthlyTargets = (least: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      ...{ type: 'array', items: { type: 'integer' }, minItems: least, maxItems: 12 },
      ...{ nullable: true, required: false },
    }),
    IsOptional(),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(12),
    IsInt({ each: true }),
    Min(0, { each: true }),
    Max(Number.MAX_SAFE_INTEGER, { each: true }),
  );
