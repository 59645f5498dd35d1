import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay, isMonth } from '#libs/domain';

/**
 * The kinds of fields that bodies are made of: each sets the check and the documentation of it at once.
 * A field that is `orNull` may be left out as well; both mean that nothing is known.
 */
type Kind = { readonly schema: Record<string, unknown>; readonly checks: readonly PropertyDecorator[] };

const asField = ({ schema, checks }: Kind, required: boolean): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...schema, required, nullable: !required }),
    ...checks,
    ...(required ? [] : [IsOptional()]),
  );

const passes = (name: string, test: (value: unknown) => boolean, message: string): PropertyDecorator => {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message },
      validator: { validate: test },
    });
};

const text = (longest: number): Kind => ({
  schema: { type: 'string', minLength: 1, maxLength: longest },
  checks: [IsString(), Length(1, longest)],
});
const ID: Kind = {
  schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$' },
  checks: [IsString(), Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)],
};
const CODE_PATTERN = /^[^|$.]+$/;
const CODE: Kind = {
  schema: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[^|$.]+$' },
  checks: [IsString(), MaxLength(64), Matches(CODE_PATTERN)],
};
const DAY: Kind = {
  schema: { type: 'string', format: 'date' },
  checks: [
    passes('isDay', (value) => typeof value === 'string' && isDay(value), '$property must be a day that exists'),
  ],
};
const VERSION_OR_DAY: Kind = {
  schema: { type: 'string', description: 'version from 1 on, or a day' },
  checks: [
    passes(
      'isVersionOrDay',
      (value) => typeof value === 'string' && (/^[1-9]\d{0,4}$/.test(value) || isDay(value)),
      '$property must be a version or a day that exists',
    ),
  ],
};
const MONTH: Kind = {
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  checks: [
    passes('isMonth', (value) => typeof value === 'string' && isMonth(value), '$property must be a month that exists'),
  ],
};
const amount = (least: number): Kind => ({
  schema: { type: 'integer', minimum: least, maximum: Number.MAX_SAFE_INTEGER, description: '分' },
  checks: [IsInt(), Min(least), Max(Number.MAX_SAFE_INTEGER)],
});
const HASH: Kind = {
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  checks: [IsString(), Matches(/^[0-9a-f]{64}$/)],
};
const whole = (least: number, most: number): Kind => ({
  schema: { type: 'integer', minimum: least, maximum: most },
  checks: [IsInt(), Min(least), Max(most)],
});
const choice = (values: readonly string[]): Kind => ({
  schema: { type: 'string', enum: [...values] },
  checks: [IsIn(values as string[])],
});

export const Text = (longest = 2_000): PropertyDecorator => asField(text(longest), true);
/** May be left out, but is never null. */
export const TextIfGiven = (longest = 2_000): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...text(longest).schema, required: false }),
    ...text(longest).checks,
    ValidateIf((_body, value) => value !== undefined),
  );
/** May be left out, but is never null: the body's own default stands. */
export const ChoiceIfGiven = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...choice(values).schema, required: false }),
    ...choice(values).checks,
    ValidateIf((_body, value) => value !== undefined),
  );
export const TextOrNull = (longest = 2_000): PropertyDecorator => asField(text(longest), false);
export const Id = (): PropertyDecorator => asField(ID, true);
export const IdOrNull = (): PropertyDecorator => asField(ID, false);
/** A code of policy data; it becomes part of keys, so it holds none of their marks. */
export const Code = (): PropertyDecorator => asField(CODE, true);
export const CodeOrNull = (): PropertyDecorator => asField(CODE, false);
export const Day = (): PropertyDecorator => asField(DAY, true);
export const DayOrNull = (): PropertyDecorator => asField(DAY, false);
export const VersionOrDay = (): PropertyDecorator => asField(VERSION_OR_DAY, false);
export const Month = (): PropertyDecorator => asField(MONTH, true);
export const Amount = (): PropertyDecorator => asField(amount(0), true);
export const AmountOrNull = (): PropertyDecorator => asField(amount(0), false);
/** An amount that may be negative: 核减. */
export const SignedAmount = (): PropertyDecorator => asField(amount(-Number.MAX_SAFE_INTEGER), true);
export const Choice = (values: readonly string[]): PropertyDecorator => asField(choice(values), true);
export const ChoiceOrNull = (values: readonly string[]): PropertyDecorator => asField(choice(values), false);
export const Whole = (least: number, most: number): PropertyDecorator => asField(whole(least, most), true);
export const WholeOrNull = (least: number, most: number): PropertyDecorator => asField(whole(least, most), false);
/** SHA-256 of a file, as its upload told it. */
export const HashOrNull = (): PropertyDecorator => asField(HASH, false);

export const Nested = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(ApiProperty({ type }), IsAnObject(), ValidateNested(), Type(type));
export const NestedOrNull = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type, required: false, nullable: true }),
    IsOptional(),
    IsAnObject(),
    ValidateNested(),
    Type(type),
  );

export const Texts = (most: number, longest = 100): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'array', items: { type: 'string', maxLength: longest }, maxItems: most }),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(longest, { each: true }),
  );

/** Codes or ids of which each becomes part of a key. */
export const Codes = (most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'array', items: { ...CODE.schema }, maxItems: most }),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(64, { each: true }),
    Matches(CODE_PATTERN, { each: true }),
  );

/** Null means all of them. */
export const CodesOrNull = (most: number): PropertyDecorator =>
  applyDecorators(Codes(most), ApiProperty({ required: false, nullable: true }), IsOptional());

const IsAnObject = (): PropertyDecorator =>
  passes(
    'isObject',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    '$property must be an object',
  );
