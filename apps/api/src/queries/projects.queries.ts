import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal, streamKnownAt } from '#libs/event-sourcing';
import { projectStream, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { projectCards, projectOn } from '#libs/read-models';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AsOfQuery, notOurs, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';
import { peopleOf } from './people.js';

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
    const project = await this.projectAt(reply, id, query);
    if (!project) throw refuse('UNKNOWN_PROJECT', { id });
    void reply.header('etag', `"${project.revision}"`);
    return { ...project, people: await this.runtime.directory.namesOf(peopleOf(project)) };
  }

  /** What was known of one project is in its own stream; the views need not be asked. */
  private async projectAt(reply: FastifyReply, id: string, { knownAt, ...query }: AsOfQuery) {
    if (knownAt === undefined) return this.questions.ask(reply, query, (found) => projectOn(found, id, query.asOf));
    const instant = new Date(knownAt).toISOString();
    const known = await streamKnownAt(this.runtime.store, [projectCards], projectStream(id), instant);
    void reply.header('taizhang-position', String(Math.max(known.position, 0)));
    return projectOn(known, id, query.asOf);
  }

  /** Every event of the project in order, who recorded it when, straight from the log. */
  @Get('history')
  @ShowsHistory()
  async history(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: PageQuery,
  ) {
    const question = `history/${id}`;
    const from = revisionAfter(sortOf(question, query.cursor).after);
    // It comes from the log and not from the views, so it stands where the log ends now.
    const position = await this.runtime.store.end();
    if (query.after !== undefined && Number(query.after) > position)
      throw new Refusal('unavailable', 'VIEWS_BEHIND', { reached: position });
    const items = [];
    let more = false;
    for await (const event of this.runtime.store.read(projectStream(id), from)) {
      if (event.position > position) break;
      if (query.knownAt !== undefined && event.metadata.recordedAt > new Date(query.knownAt).toISOString()) break;
      if (items.length === query.limit) {
        more = true;
        break;
      }
      const { id: eventId, type, data, revision, metadata } = event;
      const { actor, recordedAt, commandId, $correlationId, $causationId } = metadata;
      items.push({
        eventId,
        revision,
        type,
        data,
        actor,
        recordedAt,
        commandId,
        correlationId: $correlationId,
        causationId: $causationId,
        position: String(event.position),
      });
    }
    if (items.length === 0 && from === 0) throw refuse('UNKNOWN_PROJECT', { id });
    void reply.header('taizhang-position', String(position));
    const people = await this.runtime.directory.namesOf(items.map(({ actor }) => actor.id));
    const next = more ? String(items.at(-1)!.revision) : null;
    return withNext(reply, request.url, question, { items, people, next });
  }
}

function revisionAfter(revision: string | undefined): number {
  if (revision === undefined) return 0;
  if (!/^\d{1,15}$/.test(revision)) throw notOurs();
  return Number(revision) + 1;
}
