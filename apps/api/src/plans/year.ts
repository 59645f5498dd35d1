import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import {
  type Disposition,
  DISPOSITIONS,
  type MemberDisposition,
  type MonthCommand,
  type RollingLine,
  type YearCommand,
} from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Amount, Choice, Id, Month, Nested, Text, Whole } from '../http/fields.js';

export class CloseMonthBody implements BodyOf<MonthCommand, 'CloseMonth'> {
  @Month() month: string;
}

export class DispositionBody implements MemberDisposition {
  @Id() project: string;
  @Choice(DISPOSITIONS) disposition: Disposition;
}

export class RecordDispositionsBody implements BodyOf<YearCommand, 'RecordDispositions'> {
  @ApiProperty({ type: [DispositionBody], maxItems: 5_000 })
  @IsArray()
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => DispositionBody)
  dispositions: DispositionBody[];
}

export class AdjustBaseBody implements BodyOf<YearCommand, 'AdjustBase'> {
  @Id() project: string;
  @Amount() toYearEnd: number;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class RollingLineBody implements RollingLine {
  @Id() project: string;
  @Whole(2000, 2102) plannedYear: number;
}

export class RollPlanForwardBody implements BodyOf<YearCommand, 'RollPlanForward'> {
  @ApiProperty({ type: [RollingLineBody], maxItems: 5_000 })
  @IsArray()
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => RollingLineBody)
  lines: RollingLineBody[];
}

export const YEAR_ROUTES: CommandRoutes<Extract<MonthCommand, { type: 'CloseMonth' }> | YearCommand> = {
  CloseMonth: { path: ':year/close-month', body: CloseMonthBody },
  RecordDispositions: { path: ':year/record-dispositions', body: RecordDispositionsBody },
  CloseYear: { path: ':year/close' },
  AdjustBase: { path: ':year/adjust-base', body: AdjustBaseBody, ifMatch: true },
  RollPlanForward: { path: ':year/roll-forward', body: RollPlanForwardBody },
};
