import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { refuse, UNIT_KINDS, type UnitKind } from '#libs/domain';
import { leaderOn, leadingGroupOn, ledgerOf, type Place, PLACES, unitById, unitsOn } from '#libs/read-models';
import { CodeOrNull, IdOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';
import { AsOfQuery, DatedPageQuery, Questions, sortOf, withNext } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';

export class UnitParameters extends DatedPageQuery {
  @ApiPropertyOptional({ enum: UNIT_KINDS })
  @IsOptional()
  @IsIn(UNIT_KINDS)
  readonly kind?: UnitKind;
}

export class LedgerParameters extends DatedPageQuery {
  @ApiPropertyOptional({ enum: PLACES, description: 'only the projects in which the unit holds this place' })
  @IsOptional()
  @IsIn(PLACES)
  readonly place?: Place;
}

export class LeaderParameters extends AsOfQuery {
  @CodeOrNull() readonly sector?: string | null;
  @IdOrNull() readonly authority?: string | null;
}

/** Units, their ledgers, and who is in charge of what. */
@ApiTags('units')
@ApiBearerAuth()
@Controller('api/v1')
export class UnitQueries {
  constructor(private readonly questions: Questions) {}

  @Get('units')
  async units(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: UnitParameters,
  ) {
    const { kind, asOf, limit, knownAt } = query;
    const question = JSON.stringify(['units', kind, asOf, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      unitsOn(documents, { ...(kind && { kind }), ...(asOf !== undefined && { day: asOf }), ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('units/:unit')
  async unit(@Res({ passthrough: true }) reply: FastifyReply, @Param('unit') id: string, @Query() query: AsOfQuery) {
    const unit = await this.questions.ask(reply, query, (documents) => unitById(documents, id, query.asOf));
    if (!unit) throw refuse('UNKNOWN_UNIT', { unit: id });
    void reply.header('etag', `"${unit.revision}"`);
    return unit;
  }

  @Get('ledgers/:unit')
  @ShowsHistory()
  async ledger(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('unit') unit: string,
    @Query() query: LedgerParameters,
  ) {
    const { place, asOf, limit, knownAt } = query;
    const question = JSON.stringify(['ledger', unit, place, asOf, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      ledgerOf(documents, { unit, ...(place && { place }), ...(asOf !== undefined && { day: asOf }), ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }

  @Get('groups/leading')
  async leadingGroup(@Res({ passthrough: true }) reply: FastifyReply, @Query() query: AsOfQuery) {
    const group = await this.questions.ask(reply, query, (documents) => leadingGroupOn(documents, query.asOf));
    if (!group) throw new EdgeProblem('NOT_FOUND');
    void reply.header('etag', `"${group.revision}"`);
    return group;
  }

  /** Who is in charge of a project of this sector and lead authority. */
  @Get('groups/leading/leader')
  async leader(@Res({ passthrough: true }) reply: FastifyReply, @Query() query: LeaderParameters) {
    const { sector = null, authority = null, asOf } = query;
    const leader = await this.questions.ask(reply, query, (documents) => leaderOn(documents, sector, authority, asOf));
    return { leader };
  }
}
