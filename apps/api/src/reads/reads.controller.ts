import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dayOf, isMonth, mayReadReads, refuse } from '#libs/domain';
import { findReads, type Runtime, RUNTIME } from '#libs/platform';
import { DayOrNull, IdOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { Cursor, Limit, notOurs, PAGE, sortOf, withNext } from '../http/questions.js';
import { ShowsHistory } from './read-log.js';

export class ReadsParameters {
  @IdOrNull() readonly subject?: string;
  @IdOrNull() readonly project?: string;
  @DayOrNull() readonly from?: string;
  @DayOrNull() readonly to?: string;
  @Limit() readonly limit: number = PAGE;
  @Cursor() readonly cursor?: string;
}

/** Who looked at which history, for those who audit; that they asked is recorded as well. */
@ApiTags('reads')
@ApiBearerAuth()
@Controller('api/v1/reads')
export class ReadsController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @ShowsHistory()
  async reads(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() { subject, project, from, to, limit, cursor }: ReadsParameters,
  ) {
    const { role } = request.actor;
    if (!mayReadReads(role)) throw refuse('ROLE_MAY_NOT', { role });
    const question = JSON.stringify(['reads', subject, project, from, to]);
    const { after } = sortOf(question, cursor);
    if (after !== undefined && !isPlace(after)) throw notOurs();
    const asked = { subject, project, from, to, today: dayOf(this.runtime.clock.now().toISOString()), limit };
    const page = await findReads(this.runtime.store, { ...asked, ...(after !== undefined && { after }) });
    return withNext(reply, request.url, question, page);
  }
}

const isPlace = (after: string): boolean => /^\d{4}-\d{2}(\/\d{1,15}){2}$/.test(after) && isMonth(after.slice(0, 7));
