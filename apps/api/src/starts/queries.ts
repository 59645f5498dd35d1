import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dayOf, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { backwardScheduleOf, irregularStartsPage, startChecklistOf } from '#libs/read-models';
import { DayOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AsOfQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class ScheduleParameters extends AsOfQuery {
  /** Another start than the one that is planned. */
  @DayOrNull() readonly plannedStart?: string;
}

/** What stands before a start, and the starts that had not all of it; without `asOf` today is asked about. */
@ApiTags('starts')
@ApiBearerAuth()
@Controller('api/v1')
export class StartQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('projects/:id/start-checklist')
  async checklist(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: AsOfQuery) {
    const day = query.asOf ?? this.today();
    const checklist = await this.questions.ask(reply, query, (documents) => startChecklistOf(documents, id, day));
    if (!checklist) throw refuse('UNKNOWN_PROJECT', { id });
    return checklist;
  }

  @Get('projects/:id/backward-schedule')
  async schedule(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Query() query: ScheduleParameters,
  ) {
    const day = query.asOf ?? this.today();
    const schedule = await this.questions.ask(reply, query, (documents) =>
      backwardScheduleOf(documents, id, day, query.plannedStart),
    );
    if (!schedule) throw refuse('UNKNOWN_PROJECT', { id });
    return schedule;
  }

  @Get('irregular-starts')
  async irregular(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PageQuery,
  ) {
    const question = JSON.stringify(['irregular-starts', query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      irregularStartsPage(documents, { ...after, limit: query.limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  private today(): string {
    return dayOf(this.runtime.clock.now().toISOString());
  }
}
