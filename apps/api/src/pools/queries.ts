import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { POOL_CONTENTS, type PoolContents, refuse } from '#libs/domain';
import { gapsOf, poolById, poolsPage } from '#libs/read-models';
import { ChoiceOrNull, Whole } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { KnownQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class PoolParameters extends PageQuery {
  @ChoiceOrNull(POOL_CONTENTS)
  readonly contents?: PoolContents;
}

export class GapParameters extends KnownQuery {
  @Transform(({ value }) => Number(value))
  @Whole(2000, 2099)
  readonly year: number;
}

/** Pools with what is left in them, and what they lack altogether. */
@ApiTags('pools')
@ApiBearerAuth()
@Controller('api/v1/pools')
export class PoolQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async pools(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PoolParameters,
  ) {
    const { contents, limit } = query;
    const question = JSON.stringify(['pools', contents, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      poolsPage(documents, { ...(contents !== undefined && { contents }), ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('gaps')
  gaps(@Res({ passthrough: true }) reply: FastifyReply, @Query() query: GapParameters) {
    return this.questions.ask(reply, query, (documents) => gapsOf(documents, query.year));
  }

  @Get(':id')
  async pool(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: KnownQuery) {
    const pool = await this.questions.ask(reply, query, (documents) => poolById(documents, id));
    if (!pool) throw refuse('UNKNOWN_POOL', { id });
    void reply.header('etag', `"${pool.revision}"`);
    return pool;
  }
}
