import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { type CorrectionCommand, FACT_COMMANDS, type FactCommandType, type Replacement } from '#libs/domain';
import type { BodyOf, CommandRoutes } from '../http/command-routes.js';
import { DocumentBody } from '../http/document.js';
import { Choice, Id, Nested, NestedOrNull, Text } from '../http/fields.js';
import { APPRAISAL_ROUTES } from './appraisal.js';
import { APPROVAL_ROUTES } from './approvals.js';
import { BLOCKER_ROUTES } from './blockers.js';
import { COORDINATION_ROUTES } from './coordination.js';
import { DETAILS_ROUTES } from './details.js';
import { FUNDING_ROUTES } from './funding.js';
import { LIAISON_ROUTES } from './liaison.js';
import { MEMBERSHIP_ROUTES } from './membership.js';
import { MILESTONE_ROUTES } from './milestones.js';
import { PREPARATION_ROUTES } from './preparation.js';
import { RESPONSIBILITY_ROUTES } from './responsibility.js';
import { STAGE_ROUTES } from './stages.js';
import { STATISTICS_ROUTES } from './statistics.js';
import { START_ROUTES } from './starts.js';
import { SUSPENSION_ROUTES } from './suspension.js';

/** The body of each command that records a fact; types fail while one is missing. */
const BODIES: { readonly [T in FactCommandType]: { readonly body?: new () => object } } = {
  ...DETAILS_ROUTES,
  ...RESPONSIBILITY_ROUTES,
  ...MILESTONE_ROUTES,
  ...MEMBERSHIP_ROUTES,
  ...APPROVAL_ROUTES,
  ...APPRAISAL_ROUTES,
  ...PREPARATION_ROUTES,
  ...START_ROUTES,
  ...SUSPENSION_ROUTES,
  ...STAGE_ROUTES,
  ...BLOCKER_ROUTES,
  ...COORDINATION_ROUTES,
  ...FUNDING_ROUTES,
  ...LIAISON_ROUTES,
  ...STATISTICS_ROUTES,
};

const bodyOf = (command: unknown): new () => object =>
  (Object.hasOwn(BODIES, String(command)) && BODIES[command as FactCommandType].body) || Object;

/** The command that would have recorded the fact as it was, its fields checked as that command's are. */
export class ReplacementBody implements Replacement {
  @Choice(FACT_COMMANDS) command: FactCommandType;

  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  @ValidateNested()
  @Type((of) => bodyOf((of?.object as Partial<Replacement> | undefined)?.command))
  fields: Record<string, unknown>;
}

/** Without a replacement the fact is void. */
export class CorrectionBody implements BodyOf<CorrectionCommand, 'CorrectFact'> {
  @Id() corrects: string;
  @NestedOrNull(() => ReplacementBody) replacement: ReplacementBody | null = null;
  @Text() reason: string;
  @Nested(() => DocumentBody) document: DocumentBody;
}

export class DeclineCorrectionBody implements Omit<BodyOf<CorrectionCommand, 'DeclineCorrection'>, 'correction'> {
  @Text() reason: string;
}

export const CORRECTION_ROUTES: CommandRoutes<CorrectionCommand> = {
  CorrectFact: { path: ':id/correct-fact', body: CorrectionBody, ifMatch: true },
  ProposeCorrection: {
    path: ':id/propose-correction',
    body: CorrectionBody,
    ifMatch: true,
    creates: { name: 'correction', at: '/api/v1/projects/{in}' },
  },
  ConfirmCorrection: { path: ':id/corrections/:correction/confirm', ifMatch: true },
  DeclineCorrection: { path: ':id/corrections/:correction/decline', body: DeclineCorrectionBody },
};
