import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { planBalance, planDifference } from '#libs/read-models';
import { Whole } from '../http/fields.js';
import { EdgeProblem } from '../http/problems.js';
import { AfterQuery, AsOfQuery, Questions } from '../http/questions.js';

export class DifferenceParameters extends AfterQuery {
  @Transform(({ value }) => Number(value))
  @Whole(1, 10_000)
  readonly from: number;

  @Transform(({ value }) => Number(value))
  @Whole(1, 10_000)
  readonly to: number;
}

/** Versions of a plan beside each other, and how it is spread over sectors and towns. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/plans/:year')
export class PlanQueries {
  constructor(private readonly questions: Questions) {}

  @Get('diff')
  async difference(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Query() query: DifferenceParameters,
  ) {
    const { from, to } = query;
    const difference = await this.questions.ask(reply, query, (documents) =>
      planDifference(documents, yearOf(year), from, to),
    );
    if (!difference) throw refuse('UNKNOWN_PLAN_VERSION', { year, from, to });
    return difference;
  }

  @Get('balance')
  async balance(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Query() query: AsOfQuery,
  ) {
    const balance = await this.questions.ask(reply, query, (documents) =>
      planBalance(documents, yearOf(year), query.asOf),
    );
    if (!balance) throw refuse('UNKNOWN_PLAN', { year });
    return balance;
  }
}

function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new EdgeProblem('INVALID_QUERY', [{ pointer: '/year', detail: '年份须为四位数' }]);
  return Number(text);
}
