import { type AppraisalCommand, type Strand, STRANDS } from '#libs/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Day, Nested } from '../http/fields.js';

export class AppraiseStrandBody implements BodyOf<AppraisalCommand, 'AppraiseStrand'> {
  @Day() occurredOn: string;
  @Choice(STRANDS) strand: Strand;
  @ApiProperty() @IsBoolean() passed: boolean;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export const APPRAISAL_ROUTES: CommandRoutes<AppraisalCommand> = {
  AppraiseStrand: { path: ':id/appraise-strand', body: AppraiseStrandBody },
};
