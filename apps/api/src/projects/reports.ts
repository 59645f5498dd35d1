import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, ValidateNested } from 'class-validator';
import { type ApprovalKind, APPROVALS, type ReportCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { Amount, Choice, Month, Nested, NestedOrNull, SignedAmount, Text, TextOrNull, Texts } from '../http/fields.js';

export class FiguresBody {
  @SignedAmount() month: number;
  @SignedAmount() yearToDate: number;
}

/** 土建工程, 设备安装, 土地等费用. */
export class CostSplitBody {
  @SignedAmount() civilWorks: number;
  @SignedAmount() installation: number;
  @SignedAmount() landAndOther: number;
}

export class NodeProgressBody {
  @Choice(APPROVALS) approval: ApprovalKind;
  @ApiProperty() @IsBoolean() done: boolean;
  @TextOrNull(500) note: string | null = null;
}

export class PreliminaryWorkBody {
  @ApiProperty({ type: [NodeProgressBody], maxItems: 50 })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NodeProgressBody)
  nodes: NodeProgressBody[];

  @Amount() expenses: number;
}

export class SubmitReportBody implements BodyOf<ReportCommand, 'SubmitReport'> {
  @Month() month: string;
  @Nested(() => FiguresBody) figures: FiguresBody;
  @Text(5_000) progress: string;
  @TextOrNull(100) stage: string | null = null;
  @TextOrNull(500) imageProgress: string | null = null;
  @NestedOrNull(() => CostSplitBody) costs: CostSplitBody | null = null;
  @NestedOrNull(() => PreliminaryWorkBody) preliminary: PreliminaryWorkBody | null = null;
  @Texts(100) blockers: string[];
  @TextOrNull() correctionReason: string | null = null;
  @TextOrNull() nilReason: string | null = null;
  @TextOrNull() safetyIssue: string | null = null;
}

export class ReturnReportBody implements BodyOf<ReportCommand, 'ReturnReport'> {
  @Month() month: string;
  @Texts(20) fields: string[];
  @Text() reason: string;
}

export class EndorseReportBody implements BodyOf<ReportCommand, 'EndorseReport'> {
  @Month() month: string;
}

export class AcceptReportBody implements BodyOf<ReportCommand, 'AcceptReport'> {
  @Month() month: string;
}

export class AmendReportBody implements BodyOf<ReportCommand, 'AmendReport'> {
  @Month() month: string;
  @Nested(() => FiguresBody) figures: FiguresBody;
  @Text() reason: string;
}

export const REPORT_ROUTES: CommandRoutes<ReportCommand> = {
  SubmitReport: { path: ':id/submit-report', body: SubmitReportBody },
  ReturnReport: { path: ':id/return-report', body: ReturnReportBody },
  EndorseReport: { path: ':id/endorse-report', body: EndorseReportBody },
  AcceptReport: { path: ':id/accept-report', body: AcceptReportBody },
  AmendReport: { path: ':id/amend-report', body: AmendReportBody, ifMatch: true },
};
