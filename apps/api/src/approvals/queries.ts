import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ApprovalKind, APPROVALS } from '#libs/domain';
import { APPROVAL_STATUSES, approvalsPage } from '#libs/read-models';
import { ChoiceOrNull, IdOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { DatedPageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class ApprovalParameters extends DatedPageQuery {
  @ChoiceOrNull(APPROVAL_STATUSES) readonly status?: (typeof APPROVAL_STATUSES)[number];
  @ChoiceOrNull(APPROVALS) readonly kind?: ApprovalKind;
  @IdOrNull() readonly project?: string;
  @ChoiceOrNull(['expiring']) readonly only?: 'expiring';
}

/** The board of approvals: status, due day, last day and returns of each, by project and kind. */
@ApiTags('approvals')
@ApiBearerAuth()
@Controller('api/v1/approvals')
export class ApprovalQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async approvals(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: ApprovalParameters,
  ) {
    const { status, kind, project, only, asOf, limit } = query;
    const question = JSON.stringify(['approvals', status, kind, project, only, asOf, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      approvalsPage(documents, {
        ...(status !== undefined && { status }),
        ...(kind !== undefined && { kind }),
        ...(project !== undefined && { project }),
        ...(only !== undefined && { expiring: true }),
        ...(asOf !== undefined && { day: asOf }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }
}
