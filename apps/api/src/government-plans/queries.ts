import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { governmentPlan } from '#libs/read-models';
import { EdgeProblem } from '../http/problems.js';
import { AfterQuery, Questions } from '../http/questions.js';

/** Government projects by year and source of funds. */
@ApiTags('government-plans')
@ApiBearerAuth()
@Controller('api/v1/government-plans')
export class GovernmentPlanQueries {
  constructor(private readonly questions: Questions) {}

  @Get(':year')
  async plan(@Res({ passthrough: true }) reply: FastifyReply, @Param('year') year: string, @Query() query: AfterQuery) {
    if (!/^20\d\d$/.test(year)) throw new EdgeProblem('NOT_FOUND');
    const plan = await this.questions.ask(reply, query, (documents) => governmentPlan(documents, Number(year)));
    if (!plan) throw refuse('UNKNOWN_GOVERNMENT_PLAN', { year });
    void reply.header('etag', `"${plan.revision}"`);
    return plan;
  }
}
