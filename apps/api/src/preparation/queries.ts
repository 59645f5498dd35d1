import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { preparationPage } from '#libs/read-models';
import { ChoiceOrNull, IdOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { DatedPageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class PreparationParameters extends DatedPageQuery {
  /** Holds any place in the project. */
  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly project?: string;
  @ChoiceOrNull(['overdue']) readonly only?: 'overdue';
}

/** The board of preliminary work: the nodes of each plan with their due days, the three times, and what is overdue. */
@ApiTags('preparation')
@ApiBearerAuth()
@Controller('api/v1/preparation')
export class PreparationQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async preparation(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PreparationParameters,
  ) {
    const { unit, project, only, asOf, limit } = query;
    const question = JSON.stringify(['preparation', unit, project, only, asOf, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      preparationPage(documents, {
        ...(unit !== undefined && { unit }),
        ...(project !== undefined && { project }),
        ...(only !== undefined && { overdue: true }),
        ...(asOf !== undefined && { day: asOf }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }
}
