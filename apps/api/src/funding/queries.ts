import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refuse } from '#libs/domain';
import { fundingOf, projectFundingOn } from '#libs/read-models';
import { EdgeProblem } from '../http/problems.js';
import { AsOfQuery, Questions } from '../http/questions.js';

/** 到位 and 支付: of one project, and of the district by source and use. */
@ApiTags('funding')
@ApiBearerAuth()
@Controller('api/v1')
export class FundingQueries {
  constructor(private readonly questions: Questions) {}

  @Get('projects/:id/funding')
  async ofProject(@Res({ passthrough: true }) reply: FastifyReply, @Param('id') id: string, @Query() query: AsOfQuery) {
    const funding = await this.questions.ask(reply, query, (documents) => projectFundingOn(documents, id, query.asOf));
    if (!funding) throw refuse('UNKNOWN_PROJECT', { id });
    return funding;
  }

  @Get('funding/:year')
  ofYear(@Res({ passthrough: true }) reply: FastifyReply, @Param('year') year: string, @Query() query: AsOfQuery) {
    if (!/^20\d\d$/.test(year))
      throw new EdgeProblem('INVALID_QUERY', [{ pointer: '/year', detail: '年份须为四位数' }]);
    return this.questions.ask(reply, query, (documents) => fundingOf(documents, Number(year), query.asOf));
  }
}
