import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { isMonth, LEVELS, refuse } from '#libs/domain';
import {
  blockerById,
  complianceOf,
  dashboardOn,
  leadTimesIn,
  type List,
  listOn,
  LISTS,
  openBlockers,
  openDeadlines,
  planWithLines,
} from '#libs/read-models';
import { IdOrNull, Whole } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { monthNumberOf, wrong, yearOf } from '../http/path-parts.js';
import { EdgeProblem } from '../http/problems.js';
import { AsOfQuery, PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class ListParameters extends PageQuery {
  @Transform(({ value }) => Number(value))
  @Whole(2000, 2100)
  readonly year: number;
}

export class ComplianceParameters extends PageQuery {
  @ApiPropertyOptional({ enum: ['silent'], description: 'silent: only projects that have not reported' })
  @IsOptional()
  @IsIn(['silent'])
  readonly only?: 'silent';
}

export class BlockerParameters extends PageQuery {
  @ApiPropertyOptional({ enum: LEVELS })
  @IsOptional()
  @IsIn(LEVELS)
  readonly level?: string;

  @IdOrNull() readonly leader?: string;
}

/** The read models: lists, plan, dashboard, compliance, blockers, deadlines. */
@ApiTags('views')
@ApiBearerAuth()
@Controller('api/v1')
export class ViewQueries {
  constructor(private readonly questions: Questions) {}

  @Get('lists/:list')
  async list(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('list') list: string,
    @Query() query: ListParameters,
  ) {
    if (!(LISTS as readonly string[]).includes(list)) throw new EdgeProblem('NOT_FOUND');
    const { year, asOf, limit, knownAt } = query;
    const question = JSON.stringify(['list', list, year, asOf, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      listOn(documents, { list: list as List, year, ...(asOf !== undefined && { day: asOf }), ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('plans/:year')
  async plan(@Res({ passthrough: true }) reply: FastifyReply, @Param('year') year: string, @Query() query: AsOfQuery) {
    const plan = await this.questions.ask(reply, query, (documents) =>
      planWithLines(documents, yearOf(year), query.asOf),
    );
    if (!plan) throw refuse('UNKNOWN_PLAN', { year });
    void reply.header('etag', `"${plan.revision}"`);
    return plan;
  }

  @Get('dashboards/:year/:month')
  dashboard(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Param('month') month: string,
    @Query() query: AsOfQuery,
  ) {
    const [ofYear, ofMonth] = [yearOf(year), monthNumberOf(month)];
    return this.questions.ask(reply, query, (documents) => dashboardOn(documents, ofYear, ofMonth, query.asOf));
  }

  @Get('compliance/:month')
  async compliance(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('month') month: string,
    @Query() query: ComplianceParameters,
  ) {
    if (!isMonth(month)) throw wrong('/month', '月份须为 YYYY-MM');
    const question = JSON.stringify(['compliance', month, query.only, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      complianceOf(documents, { month, silentOnly: query.only === 'silent', ...after, limit: query.limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('blockers')
  async blockers(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: BlockerParameters,
  ) {
    const question = JSON.stringify(['blockers', query.level, query.leader, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const { level, leader, limit } = query;
    const page = await this.questions.ask(reply, query, (documents) =>
      openBlockers(documents, {
        ...(level !== undefined && { level }),
        ...(leader !== undefined && { leader }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('blockers/:blocker')
  async blocker(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('blocker') id: string,
    @Query() query: AsOfQuery,
  ) {
    const blocker = await this.questions.ask(reply, query, (documents) => blockerById(documents, id));
    if (!blocker) throw refuse('UNKNOWN_BLOCKER', { id });
    return blocker;
  }

  /** The three lead times of a year, of the whole district. */
  @Get('blockers/lead-times/:year')
  leadTimes(@Res({ passthrough: true }) reply: FastifyReply, @Param('year') year: string, @Query() query: AsOfQuery) {
    return this.questions.ask(reply, query, (documents) => leadTimesIn(documents, yearOf(year), query.asOf));
  }

  @Get('deadlines')
  async deadlines(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PageQuery,
  ) {
    const question = JSON.stringify(['deadlines', query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      openDeadlines(documents, { ...after, limit: query.limit }),
    );
    return withNext(reply, request.url, question, page);
  }
}
