import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse, TASK_STATUSES, type TaskStatus } from '#libs/domain';
import { taskById, tasksPage } from '#libs/read-models';
import { ChoiceOrNull, IdOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { KnownQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class TaskParameters extends PageQuery {
  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly project?: string;
  @IdOrNull() readonly blocker?: string;
  @IdOrNull() readonly leader?: string;
  @ChoiceOrNull(TASK_STATUSES) readonly status?: TaskStatus;
  @ChoiceOrNull(['overdue']) readonly only?: 'overdue';
}

/** 交办、反馈、销号: who is to do what by when, and what nobody reported in time. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('api/v1/tasks')
export class TaskQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async tasks(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: TaskParameters,
  ) {
    const { unit, project, blocker, leader, status, only, knownAt, limit } = query;
    const wanted = { unit, project, blocker, leader, status, overdue: only && true };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const question = JSON.stringify(['tasks', given, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      tasksPage(documents, { ...given, ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get(':task')
  async task(@Res({ passthrough: true }) reply: FastifyReply, @Param('task') id: string, @Query() query: KnownQuery) {
    const task = await this.questions.ask(reply, query, (documents) => taskById(documents, id));
    if (!task) throw refuse('UNKNOWN_TASK', { task: id });
    return task;
  }
}
