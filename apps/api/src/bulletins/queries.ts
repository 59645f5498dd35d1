import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { Ask } from '#libs/platform';
import { bulletinById, bulletinsPage, reproducedFrom } from '#libs/read-models';
import { Everybody, type IdentifiedRequest } from '../http/identity.guard.js';
import { KnownQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

/** Bulletins, each for those to whom it was sent, and whether the log still leads to their figures. */
@ApiTags('bulletins')
@ApiBearerAuth()
@Everybody()
@Controller('api/v1/bulletins')
export class BulletinQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  @Get()
  async bulletins(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PageQuery,
  ) {
    const { limit } = query;
    const question = JSON.stringify(['bulletins', query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      bulletinsPage(documents, request.actor, { ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get(':id')
  async bulletin(
    @Req() { actor }: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: KnownQuery,
  ) {
    const bulletin = await this.questions.ask(reply, query, (documents) => bulletinById(documents, id, actor));
    if (!bulletin) throw refuse('UNKNOWN_BULLETIN', { id });
    void reply.header('etag', `"${bulletin.revision}"`);
    return bulletin;
  }

  /** Computes the figures again from the log up to the position that the bulletin states. */
  @Get(':id/check')
  async check(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: KnownQuery,
  ) {
    const bulletin = await this.bulletin(request, reply, id, query);
    const loggedUpTo = Number(bulletin.position);
    const { result } = await this.queries.execute(
      new Ask({ loggedUpTo }, (documents) => reproducedFrom(documents, bulletin)),
    );
    return { id, position: bulletin.position, ...result };
  }
}
