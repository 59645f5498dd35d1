import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { type Colour, COLOURS, type Dimension, DIMENSIONS } from '#libs/domain';
import { lightsPage } from '#libs/read-models';
import { ChoiceOrNull, CodeOrNull, IdOrNull, Whole } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { DatedPageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class LightParameters extends DatedPageQuery {
  @Transform(({ value }) => Number(value))
  @Whole(2000, 2100)
  readonly year: number;

  /** Of the dimension, or else of all together. */
  @ChoiceOrNull(COLOURS) readonly colour?: Colour;
  @ChoiceOrNull(DIMENSIONS) readonly dimension?: Dimension;
  @CodeOrNull() readonly sector?: string;
  /** Holds any place in the project. */
  @IdOrNull() readonly unit?: string;
  @IdOrNull() readonly leader?: string;
}

/** 红黄绿灯: what the month's ends showed of each project, with the rules and inputs. */
@ApiTags('lights')
@ApiBearerAuth()
@Controller('api/v1/lights')
export class LightQueries {
  constructor(private readonly questions: Questions) {}

  @Get()
  async lights(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: LightParameters,
  ) {
    const { year, asOf, colour, dimension, sector, unit, leader, limit } = query;
    const question = JSON.stringify(['lights', year, asOf, colour, dimension, sector, unit, leader, query.knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      lightsPage(documents, {
        year,
        ...(asOf !== undefined && { day: asOf }),
        ...(colour !== undefined && { colour }),
        ...(dimension !== undefined && { dimension }),
        ...(sector !== undefined && { sector }),
        ...(unit !== undefined && { unit }),
        ...(leader !== undefined && { leader }),
        ...after,
        limit,
      }),
    );
    return withNext(reply, request.url, question, page);
  }
}
