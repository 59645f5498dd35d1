import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { type DetailsCommand, INVESTMENT_TYPES, NATURES, type Status, STATUSES } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import {
  AmountOrNull,
  Choice,
  ChoiceOrNull,
  CodeOrNull,
  Day,
  Id,
  Nested,
  Text,
  TextIfGiven,
  TextOrNull,
  Texts,
} from '../http/fields.js';

export class DetailsBody {
  @Text(300) name: string;
  @TextOrNull(10_000) description: string | null = null;
  @CodeOrNull() sector: string | null = null;
  @TextOrNull(100) town: string | null = null;
  @ChoiceOrNull(NATURES) nature: (typeof NATURES)[number] | null = null;
  @ChoiceOrNull(INVESTMENT_TYPES) investmentType: (typeof INVESTMENT_TYPES)[number] | null = null;
  @TextOrNull(200) managingUnit: string | null = null;
  @TextOrNull(200) clientUnit: string | null = null;
  @AmountOrNull() landArea: number | null = null;
  @TextOrNull() remark: string | null = null;
}

/** Fields that are left out stay as they are; null says that nothing is known any more. */
export class DetailChangesBody {
  @TextIfGiven(300) name?: string;
  @TextOrNull(10_000) description?: string | null;
  @CodeOrNull() sector?: string | null;
  @TextOrNull(100) town?: string | null;
  @ChoiceOrNull(NATURES) nature?: (typeof NATURES)[number] | null;
  @ChoiceOrNull(INVESTMENT_TYPES) investmentType?: (typeof INVESTMENT_TYPES)[number] | null;
  @TextOrNull(200) managingUnit?: string | null;
  @TextOrNull(200) clientUnit?: string | null;
  @AmountOrNull() landArea?: number | null;
  @TextOrNull() remark?: string | null;
}

export class RegisterProjectBody implements BodyOf<DetailsCommand, 'RegisterProject'> {
  @Day() occurredOn: string;
  @Nested(() => DetailsBody) details: DetailsBody;
  @Choice(STATUSES) status: Status;
  @ApiProperty({ pattern: '^[A-Z]{3}$', default: 'CNY' }) @Matches(/^[A-Z]{3}$/) currency: string = 'CNY';
  @TextOrNull(100) programme: string | null = null;
}

export class ChangeDetailsBody implements BodyOf<DetailsCommand, 'ChangeDetails'> {
  @Day() occurredOn: string;
  @Nested(() => DetailChangesBody) changes: DetailChangesBody;
}

export class RenameProjectBody implements BodyOf<DetailsCommand, 'RenameProject'> {
  @Day() occurredOn: string;
  @Text(300) name: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class AssignProjectCodeBody implements BodyOf<DetailsCommand, 'AssignProjectCode'> {
  @Id() code: string;
}

export class TagProjectBody implements BodyOf<DetailsCommand, 'TagProject'> {
  @Day() occurredOn: string;
  @Texts(20, 64) tags: string[];
}

export class ChangeTotalInvestmentBody implements BodyOf<DetailsCommand, 'ChangeTotalInvestment'> {
  @Day() occurredOn: string;
  @AmountOrNull() amount: number | null = null;
  @TextOrNull() reason: string | null = null;
}

export class ReportSourcePhaseBody implements BodyOf<DetailsCommand, 'ReportSourcePhase'> {
  @Day() occurredOn: string;
  @TextOrNull(100) phase: string | null = null;
}

export const DETAILS_ROUTES: CommandRoutes<DetailsCommand> = {
  RegisterProject: { path: '', body: RegisterProjectBody, creates: { name: 'project', at: '/api/v1/projects/{id}' } },
  ChangeDetails: { path: ':id/change-details', body: ChangeDetailsBody, ifMatch: true },
  RenameProject: { path: ':id/rename', body: RenameProjectBody, ifMatch: true },
  AssignProjectCode: { path: ':id/assign-project-code', body: AssignProjectCodeBody },
  TagProject: { path: ':id/tag', body: TagProjectBody, ifMatch: true },
  ChangeTotalInvestment: { path: ':id/change-total-investment', body: ChangeTotalInvestmentBody, ifMatch: true },
  ReportSourcePhase: { path: ':id/report-source-phase', body: ReportSourcePhaseBody },
};
