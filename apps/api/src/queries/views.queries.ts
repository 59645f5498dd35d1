import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import {
  CATEGORIES,
  type Category,
  FUNDING_SOURCES,
  type FundingSource,
  isMonth,
  type Level,
  LEVELS,
  refuse,
  type Status,
  STATUSES,
} from '#libs/domain';
import {
  blockerById,
  complianceOf,
  coordinationsPage,
  dashboardOn,
  isSearchable,
  leadTimesIn,
  type List,
  listOn,
  LISTS,
  deadlinesExplained,
  openBlockers,
  openDeadlines,
  type Order,
  ORDERS,
  postponedIn,
  postponementsOn,
  projectsNamed,
  planWithLines,
  type RankedBy,
  RANKED_BY,
  rankingOn,
} from '#libs/read-models';
import { type Runtime, RUNTIME } from '#libs/platform';
import { Choice, ChoiceOrNull, CodeOrNull, IdOrNull, Text, TextOrNull, Whole } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { monthNumberOf, wrong, yearOf } from '../http/path-parts.js';
import { EdgeProblem } from '../http/problems.js';
import {
  AfterQuery,
  AsOfQuery,
  DatedPageQuery,
  KnownQuery,
  PageQuery,
  Questions,
  sortOf,
  withNext,
} from '../http/questions.js';
import { peopleOf } from './people.js';

export class ListParameters extends DatedPageQuery {
  @Transform(({ value }) => Number(value))
  @Whole(2000, 2100)
  readonly year: number;

  @TextOrNull(100) readonly text?: string;
  @ChoiceOrNull(ORDERS) readonly order?: Order;
  @ChoiceOrNull(CATEGORIES) readonly category?: Category;
  @ChoiceOrNull(STATUSES) readonly status?: Status;
  @CodeOrNull() readonly sector?: string;
  @TextOrNull(100) readonly town?: string;
  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly authority?: string;
  @IdOrNull() readonly responsible?: string;
  @IdOrNull() readonly leader?: string;
  @ChoiceOrNull(FUNDING_SOURCES) readonly source?: FundingSource;
}

export class SearchParameters extends PageQuery {
  @Text(100) readonly text: string;
}

export class PostponementParameters extends DatedPageQuery {
  @IdOrNull() readonly unit?: string;
}

export class RankingParameters extends AsOfQuery {
  @Choice(RANKED_BY) readonly by: RankedBy;
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

  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly leader?: string;
}

export class CoordinationParameters extends PageQuery {
  @IdOrNull() readonly project?: string;
  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly leader?: string;
  @ChoiceOrNull(LEVELS) readonly level?: Level;
}

/** The read models: lists, plan, dashboard, compliance, blockers, deadlines. */
@ApiTags('views')
@ApiBearerAuth()
@Controller('api/v1')
export class ViewQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Every project that ever had a name with this text in it, or has it in its code, whatever its list. */
  @Get('projects')
  async projects(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: SearchParameters,
  ) {
    const { text, limit, knownAt } = query;
    requireSearchable(text);
    const question = JSON.stringify(['projects', text, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      projectsNamed(documents, { text, ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('lists/:list')
  async list(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('list') list: string,
    @Query() query: ListParameters,
  ) {
    if (!(LISTS as readonly string[]).includes(list)) throw new EdgeProblem('NOT_FOUND');
    const { after: _, cursor, asOf, limit, knownAt, ...asked } = query;
    requireSearchable(asked.text);
    if (asked.text !== undefined && asked.order !== undefined) throw wrong('/order', '检索结果不能另行排序');
    // Orders are of the values known last, which on an earlier day may have been others.
    if (asOf !== undefined && asked.order !== undefined) throw wrong('/order', '指定日期的清单不能另行排序');
    const wanted = { ...asked, list: list as List, ...(asOf !== undefined && { day: asOf }) };
    const question = JSON.stringify(['list', Object.entries({ ...wanted, knownAt }).sort()]);
    const after = sortOf(question, cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      listOn(documents, { ...wanted, ...after, limit }),
    );
    const people = await this.runtime.directory.namesOf(page.items.flatMap(peopleOf));
    return withNext(reply, request.url, question, { ...page, people });
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

  /** 排名, the lowest completion rate first. */
  @Get('rankings/:year/:month')
  ranking(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Param('month') month: string,
    @Query() query: RankingParameters,
  ) {
    const [ofYear, ofMonth] = [yearOf(year), monthNumberOf(month)];
    return this.questions.ask(reply, query, (documents) => rankingOn(documents, ofYear, ofMonth, query.by, query.asOf));
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
    const question = JSON.stringify(['blockers', query.level, query.unit, query.leader, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const { level, unit, leader, limit } = query;
    const page = await this.questions.ask(reply, query, (documents) =>
      openBlockers(documents, {
        ...(level !== undefined && { level }),
        ...(unit !== undefined && { unit }),
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
    @Query() query: KnownQuery,
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

  /** 调度: the meetings that were held, whether or not what they spoke of still stands. */
  @Get('coordinations')
  async coordinations(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: CoordinationParameters,
  ) {
    const { project, unit, leader, level, knownAt, limit } = query;
    const wanted = Object.fromEntries(
      Object.entries({ project, unit, leader, level }).filter(([, value]) => value !== undefined),
    );
    const question = JSON.stringify(['coordinations', wanted, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      coordinationsPage(documents, { ...wanted, ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  /** 延期台账 */
  @Get('postponements')
  async postponements(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: PostponementParameters,
  ) {
    const { unit, asOf, limit, knownAt } = query;
    const question = JSON.stringify(['postponements', unit, asOf, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      postponementsOn(documents, {
        ...(unit !== undefined && { unit }),
        ...(asOf !== undefined && { day: asOf }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }

  /** How often and by how many days dates were put off in a year, under each responsible unit. */
  @Get('postponements/:year')
  postponed(@Res({ passthrough: true }) reply: FastifyReply, @Param('year') year: string, @Query() query: AsOfQuery) {
    return this.questions.ask(reply, query, (documents) => postponedIn(documents, yearOf(year), query.asOf));
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

  /** What one project or plan waits for, by which rules, clauses and days of the calendar. */
  @Get('deadlines/:stream')
  async deadlinesOf(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('stream') stream: string,
    @Query() query: AfterQuery,
  ) {
    const found = await this.questions.ask(reply, query, (documents) => deadlinesExplained(documents, stream));
    if (!found) throw new EdgeProblem('NOT_FOUND');
    return found;
  }
}

function requireSearchable(text?: string): void {
  if (text !== undefined && !isSearchable(text)) throw wrong('/text', '检索词不能为空');
}
