import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { outlineItem, outlinePage } from '#libs/read-models';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AsOfQuery, DatedPageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class OutlineParameters extends DatedPageQuery {
  @ApiPropertyOptional({ enum: ['uncovered'], description: 'uncovered: only items that no project stands for' })
  @IsOptional()
  @IsIn(['uncovered'])
  readonly only?: 'uncovered';
}

/** Items of the five-year outline, each traced to its projects and their lists. */
@ApiTags('outline')
@ApiBearerAuth()
@Controller('api/v1/outline')
export class OutlineQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async items(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: OutlineParameters,
  ) {
    const { only, asOf, limit } = query;
    const question = JSON.stringify(['outline', only, asOf, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      outlinePage(documents, {
        uncovered: only === 'uncovered',
        ...(asOf !== undefined && { day: asOf }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get(':id')
  async item(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: AsOfQuery) {
    const item = await this.questions.ask(reply, query, (documents) => outlineItem(documents, id, query.asOf));
    if (!item) throw refuse('UNKNOWN_OUTLINE_ITEM', { id });
    void reply.header('etag', `"${item.revision}"`);
    return item;
  }
}
