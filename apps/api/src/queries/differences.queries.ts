import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { projectOnBothSides, type Runtime, RUNTIME } from '#libs/platform';
import {
  dashboardDifference,
  dashboardOn,
  type List,
  listDifference,
  listOn,
  LISTS,
  type ProjectAnswer,
  projectDifference,
  projectOn,
  type Sides,
} from '#libs/read-models';
import { Whole } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { monthNumberOf, yearOf } from '../http/path-parts.js';
import { EdgeProblem } from '../http/problems.js';
import { Questions, SidesPageQuery, SidesQuery, sidesOf, sortOf, withNext } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';
import { recordersOf } from './people.js';

export class ListDifferenceParameters extends SidesPageQuery {
  @Transform(({ value }) => Number(value))
  @Whole(2000, 2100)
  readonly year: number;
}

/** What is otherwise on another day or by what is known at another instant, and which events made it so. */
@ApiTags('differences')
@ApiBearerAuth()
@Controller('api/v1')
export class DifferenceQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('projects/:id/diff')
  @ShowsHistory()
  async project(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: SidesQuery) {
    const sides = await this.projectOnBothSides(reply, id, query);
    if (!sides.from.answer && !sides.to.answer) throw refuse('UNKNOWN_PROJECT', { id });
    const changes = await projectDifference(this.read, id, sides);
    return { id, changes, people: await this.runtime.directory.namesOf(recordersOf(changes)) };
  }

  @Get('lists/:list/diff')
  @ShowsHistory()
  async list(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('list') list: string,
    @Query() query: ListDifferenceParameters,
  ) {
    if (!(LISTS as readonly string[]).includes(list)) throw new EdgeProblem('NOT_FOUND');
    const { year, limit } = query;
    const of = { list: list as List, year };
    const question = JSON.stringify(['list diff', of, query.from, query.to, query.fromKnownAt, query.toKnownAt]);
    const after = sortOf(question, query.cursor);
    const sides = await this.questions.askBoth(reply, query, (documents, day) =>
      listOn(documents, { ...of, day, ...after, limit }),
    );
    const page = await listDifference(this.read, of, sides);
    const people = await this.runtime.directory.namesOf(page.items.flatMap(({ changes }) => recordersOf(changes)));
    return withNext(reply, request.url, question, { ...page, people });
  }

  @Get('dashboards/:year/:month/diff')
  @ShowsHistory()
  async dashboard(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Param('month') month: string,
    @Query() query: SidesQuery,
  ) {
    const [ofYear, ofMonth] = [yearOf(year), monthNumberOf(month)];
    const sides = await this.questions.askBoth(reply, query, (documents, day) =>
      dashboardOn(documents, ofYear, ofMonth, day),
    );
    return { year: ofYear, month: ofMonth, changes: dashboardDifference(sides) };
  }

  private readonly read = (stream: string) => this.runtime.store.read(stream);

  /** What was known of one project is in its own stream; the views need not be asked. */
  private async projectOnBothSides(
    reply: FastifyReply,
    id: string,
    query: SidesQuery,
  ): Promise<Sides<ProjectAnswer | undefined>> {
    if (query.fromKnownAt === undefined)
      return this.questions.askBoth(reply, query, (all, day) => projectOn(all, id, day));
    const sides = await projectOnBothSides(this.runtime.store, id, sidesOf(query));
    void reply.header('taizhang-position', String(Math.max(sides.from.position, sides.to.position, 0)));
    return sides;
  }
}
