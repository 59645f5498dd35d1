import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { MEASURE_STATUSES, measureById, measuresPage, stackedOn } from '#libs/read-models';
import { ChoiceOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AsOfQuery, KnownQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class MeasureParameters extends PageQuery {
  @ChoiceOrNull(MEASURE_STATUSES)
  readonly status?: (typeof MEASURE_STATUSES)[number];
}

/** Policy measures, and the projects on which too many of them are in force. */
@ApiTags('measures')
@ApiBearerAuth()
@Controller('api/v1/measures')
export class MeasureQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async measures(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: MeasureParameters,
  ) {
    const { status, limit } = query;
    const question = JSON.stringify(['measures', status, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      measuresPage(documents, { ...(status !== undefined && { status }), ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('stacking')
  stacking(@Res({ passthrough: true }) reply: FastifyReply, @Query() query: AsOfQuery) {
    return this.questions.ask(reply, query, (documents) => stackedOn(documents, query.asOf));
  }

  @Get(':id')
  async measure(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: KnownQuery) {
    const measure = await this.questions.ask(reply, query, (documents) => measureById(documents, id));
    if (!measure) throw refuse('UNKNOWN_MEASURE', { id });
    void reply.header('etag', `"${measure.revision}"`);
    return measure;
  }
}
