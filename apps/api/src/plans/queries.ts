import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { assignmentsOn, planBalance, planDateDifference, planDifference, planLinesOn } from '#libs/read-models';
import { IdOrNull, VersionOrDay } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { wrong, yearOf } from '../http/path-parts.js';
import { AfterQuery, AsOfQuery, DatedPageQuery, Instant, Questions, sortOf, withNext } from '../http/questions.js';
import { peopleOf, recordersOf } from '../queries/people.js';

/** Two versions, two days, or two instants of knowledge. */
export class DifferenceParameters extends AfterQuery {
  @VersionOrDay() readonly from?: string;
  @VersionOrDay() readonly to?: string;
  @Instant() readonly fromKnownAt?: string;
  @Instant() readonly toKnownAt?: string;
}

export class AssignmentParameters extends DatedPageQuery {
  @IdOrNull() readonly unit?: string;
}

/** Versions of a plan beside each other, and how it is spread over sectors and towns. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/plans/:year')
export class PlanQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Get('diff')
  async difference(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Query() query: DifferenceParameters,
  ) {
    const versions = versionsIn(query);
    if (!versions) {
      const sides = await this.questions.askBoth(reply, query, (documents, day) =>
        planLinesOn(documents, yearOf(year), day),
      );
      if (!sides.from.answer && !sides.to.answer) throw refuse('UNKNOWN_PLAN', { year });
      const changed = await planDateDifference((stream) => this.runtime.store.read(stream), yearOf(year), sides);
      const lines = Object.values(changed.causes).map((causes) => ({ causes }));
      const people = await this.runtime.directory.namesOf(recordersOf([...changed.changes, ...lines]));
      return { ...changed, people };
    }
    const { from, to } = versions;
    const difference = await this.questions.ask(reply, query, (documents) =>
      planDifference(documents, yearOf(year), from, to),
    );
    if (!difference) throw refuse('UNKNOWN_PLAN_VERSION', { year, from, to });
    return difference;
  }

  /** 任务书: who answers for what by when. */
  @Get('assignment-sheet')
  async assignments(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Query() query: AssignmentParameters,
  ) {
    const { unit, asOf, knownAt, limit } = query;
    const wanted = {
      year: yearOf(year),
      ...(unit !== undefined && { unit }),
      ...(asOf !== undefined && { day: asOf }),
    };
    const question = JSON.stringify(['assignments', wanted, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      assignmentsOn(documents, { ...wanted, ...after, limit }),
    );
    const people = await this.runtime.directory.namesOf(page.items.flatMap(peopleOf));
    return withNext(reply, request.url, question, { ...page, people });
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

const isVersion = (text: string | undefined): boolean => /^\d{1,5}$/.test(text ?? '');

/** Throws INVALID_QUERY for a version beside what is none. */
function versionsIn({ from, to, fromKnownAt }: DifferenceParameters): { from: number; to: number } | undefined {
  if (!isVersion(from) && !isVersion(to)) return undefined;
  if (!isVersion(from) || !isVersion(to) || fromKnownAt !== undefined) throw wrong('/from', '两侧须同为版次或日期');
  return { from: Number(from), to: Number(to) };
}
