import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { projectStream, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { projectOn } from '#libs/read-models';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AsOfQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

/** One project: its card on any day, and the events that made it so. */
@ApiTags('projects')
@ApiBearerAuth()
@Controller('api/v1/projects/:id')
export class ProjectQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get()
  async card(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: AsOfQuery) {
    const project = await this.questions.ask(reply, query, (documents) => projectOn(documents, id, query.asOf));
    if (!project) throw refuse('UNKNOWN_PROJECT', { id });
    void reply.header('etag', `"${project.revision}"`);
    return project;
  }

  /** Every event of the project in order, who recorded it when, straight from the log. */
  @Get('history')
  async history(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ) {
    const question = `history/${id}`;
    const from = Number(sortOf(question, query.cursor).after ?? -1) + 1;
    const items = [];
    let more = false;
    let position = 0;
    for await (const event of this.runtime.store.read(projectStream(id), from)) {
      if (query.knownAt !== undefined && event.metadata.recordedAt > new Date(query.knownAt).toISOString()) break;
      if (items.length === query.limit) {
        more = true;
        break;
      }
      const { type, data, revision, metadata } = event;
      const { actor, recordedAt, commandId, $correlationId, $causationId } = metadata;
      position = event.position;
      items.push({
        revision,
        type,
        data,
        actor,
        recordedAt,
        commandId,
        correlationId: $correlationId,
        causationId: $causationId,
        position: String(position),
      });
    }
    if (items.length === 0 && from === 0) throw refuse('UNKNOWN_PROJECT', { id });
    void reply.header('taizhang-position', String(position));
    return withNext(reply, request.url, question, { items, next: more ? String(items.at(-1)!.revision) : null });
  }
}
