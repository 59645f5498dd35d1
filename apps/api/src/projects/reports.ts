import { type ReportCommand } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { Month, Nested, SignedAmount, Text, TextOrNull, Texts } from '../http/fields.js';

export class FiguresBody {
  @SignedAmount() month: number;
  @SignedAmount() yearToDate: number;
}

export class SubmitReportBody implements BodyOf<ReportCommand, 'SubmitReport'> {
  @Month() month: string;
  @Nested(() => FiguresBody) figures: FiguresBody;
  @Text(5_000) progress: string;
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
