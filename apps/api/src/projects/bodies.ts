import {
  BLOCKER_CATEGORIES,
  INVESTMENT_TYPES,
  LEVELS,
  type Level,
  type Milestone,
  MILESTONES,
  NATURES,
  type ProjectCommand,
  type Status,
  STATUSES,
} from '#libs/domain';
import {
  Amount,
  AmountOrNull,
  Choice,
  ChoiceOrNull,
  CodeOrNull,
  Day,
  DayOrNull,
  IdOrNull,
  Month,
  Nested,
  NestedOrNull,
  SignedAmount,
  Text,
  TextIfGiven,
  TextOrNull,
  Texts,
  Whole,
} from '../http/fields.js';
import { Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';

/** A body is its command without the type, so that shape and rule cannot drift apart. */
type Body<Type extends ProjectCommand['type']> = Omit<Extract<ProjectCommand, { type: Type }>, 'type'>;

export class DocumentBody {
  @Text(300) title: string;
  @TextOrNull(100) docNo: string | null = null;
  @TextOrNull(100) issuer: string | null = null;
  @DayOrNull() issuedOn: string | null = null;
  @TextOrNull(64) sha256: string | null = null;
}

export class DetailsBody {
  @Text(300) name: string;
  @TextOrNull(10_000) description: string | null = null;
  @CodeOrNull() sector: string | null = null;
  @TextOrNull(100) town: string | null = null;
  @ChoiceOrNull(NATURES) nature: (typeof NATURES)[number] | null = null;
  @ChoiceOrNull(INVESTMENT_TYPES) investmentType: (typeof INVESTMENT_TYPES)[number] | null = null;
  @TextOrNull(200) managingUnit: string | null = null;
  @TextOrNull(200) clientUnit: string | null = null;
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
}

export class RegisterProjectBody implements Body<'RegisterProject'> {
  @Day() occurredOn: string;
  @Nested(() => DetailsBody) details: DetailsBody;
  @Choice(STATUSES) status: Status;
  @ApiProperty({ pattern: '^[A-Z]{3}$', default: 'CNY' }) @Matches(/^[A-Z]{3}$/) currency: string = 'CNY';
  @TextOrNull(100) programme: string | null = null;
}

export class ChangeDetailsBody implements Body<'ChangeDetails'> {
  @Day() occurredOn: string;
  @Nested(() => DetailChangesBody) changes: DetailChangesBody;
}

export class ResponsibilitiesBody {
  @IdOrNull() responsibleUnit: string | null = null;
  @IdOrNull() legalEntity: string | null = null;
  @IdOrNull() leadAuthority: string | null = null;
  @Texts(50, 64) supportingUnits: string[] = [];
  @IdOrNull() reporter: string | null = null;
}

export class AssignResponsibilitiesBody implements Body<'AssignResponsibilities'> {
  @Day() occurredOn: string;
  @Nested(() => ResponsibilitiesBody) responsibilities: ResponsibilitiesBody;
}

export class ChangeTotalInvestmentBody implements Body<'ChangeTotalInvestment'> {
  @Day() occurredOn: string;
  @AmountOrNull() amount: number | null = null;
  @TextOrNull() reason: string | null = null;
}

/** A milestone that is left out stays as it is; null says that no date is planned. */
export class MilestoneDatesBody implements Partial<Record<Milestone, string | null>> {
  @DayOrNull() DESIGN_START?: string | null;
  @DayOrNull() COMMENCEMENT?: string | null;
  @DayOrNull() STRUCTURE_DONE?: string | null;
  @DayOrNull() COMPLETION?: string | null;
  @DayOrNull() COMMISSIONING?: string | null;
}

export class ScheduleMilestonesBody implements Body<'ScheduleMilestones'> {
  @Day() occurredOn: string;
  @Nested(() => MilestoneDatesBody) dates: MilestoneDatesBody;
}

export class RescheduleMilestoneBody implements Body<'RescheduleMilestone'> {
  @Day() occurredOn: string;
  @Choice(MILESTONES) milestone: Milestone;
  @Day() to: string;
  @Text() reason: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class ReportSourcePhaseBody implements Body<'ReportSourcePhase'> {
  @Day() occurredOn: string;
  @TextOrNull(100) phase: string | null = null;
}

export class RecordOpeningFiguresBody implements Body<'RecordOpeningFigures'> {
  @Whole(2000, 2100) year: number;
  @Month() through: string;
  @Amount() yearToDate: number;
  @Amount() toLastYearEnd: number;
  @Nested(() => DocumentBody) evidence: DocumentBody;
}

export class DocumentedFactBody {
  @Day() occurredOn: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class FactBody {
  @Day() occurredOn: string;
  @NestedOrNull(() => DocumentBody) document: DocumentBody | null = null;
}

export class SuspendBody implements Body<'Suspend'> {
  @Day() occurredOn: string;
  @Text() reason: string;
}

export class CancelBody implements Body<'Cancel'> {
  @Day() occurredOn: string;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class FiguresBody {
  @SignedAmount() month: number;
  @SignedAmount() yearToDate: number;
}

export class SubmitReportBody implements Body<'SubmitReport'> {
  @Month() month: string;
  @Nested(() => FiguresBody) figures: FiguresBody;
  @Text(5_000) progress: string;
  @Texts(100) blockers: string[];
  @TextOrNull() correctionReason: string | null = null;
  @TextOrNull() nilReason: string | null = null;
}

export class ReturnReportBody implements Body<'ReturnReport'> {
  @Month() month: string;
  @Texts(20) fields: string[];
  @Text() reason: string;
}

export class AcceptReportBody implements Body<'AcceptReport'> {
  @Month() month: string;
}

export class AmendReportBody implements Body<'AmendReport'> {
  @Month() month: string;
  @Nested(() => FiguresBody) figures: FiguresBody;
  @Text() reason: string;
}

export class RaiseBlockerBody implements Body<'RaiseBlocker'> {
  @Day() occurredOn: string;
  @Choice(BLOCKER_CATEGORIES) category: (typeof BLOCKER_CATEGORIES)[number];
  @Text(5_000) description: string;
}

export class EscalateBlockerBody implements Omit<Body<'EscalateBlocker'>, 'blocker'> {
  @Choice(LEVELS) from: Level;
  @Text(5_000) outcome: string;
}

export class ResolveBlockerBody implements Omit<Body<'ResolveBlocker'>, 'blocker'> {
  @Text(5_000) resolution: string;
}
