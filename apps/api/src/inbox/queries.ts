import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { mayRead, refuse } from '#libs/domain';
import { inboxOf, NOTICE_KINDS } from '#libs/read-models';
import { ChoiceOrNull, IdOrNull } from '../http/fields.js';
import { Everybody, type IdentifiedRequest } from '../http/identity.guard.js';
import { PageQuery, Questions, sortOf, withNext } from '../http/questions.js';

export class InboxParameters extends PageQuery {
  @IdOrNull() readonly unit?: string;
  @ChoiceOrNull(NOTICE_KINDS) readonly kind?: string;
  @ChoiceOrNull(['unread']) readonly only?: 'unread';
}

/** What a unit or a role has to know: reminders, escalations, 督办, what came back and what is about to end. */
@ApiTags('inbox')
@ApiBearerAuth()
@Controller('api/v1/inbox')
export class InboxQueries {
  constructor(private readonly questions: Questions) {}

  /** Each sees their own, a subscriber what its webhooks are about; the office sees all, or those of one unit. */
  @Get()
  @Everybody()
  async inbox(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: InboxParameters,
  ) {
    const { actor } = request;
    const { kind, only, limit, knownAt } = query;
    if (actor.role !== 'SUBSCRIBER' && !mayRead(actor.role)) throw refuse('ROLE_MAY_NOT', { role: actor.role });
    const isOffice = actor.role === 'LG_OFFICE';
    if (!isOffice && query.unit !== undefined && query.unit !== actor.unit) throw refuse('UNIT_MAY_NOT');
    const own = isOffice ? undefined : ownOf(actor);
    const reader = query.unit === undefined ? own : { unit: query.unit, role: null, ...own };
    const wanted = {
      ...(reader && { reader }),
      ...(actor.role === 'DISTRICT_LEADER' && { leader: actor.id }),
      ...(kind !== undefined && { kind }),
      unread: only === 'unread',
    };
    const question = JSON.stringify(['inbox', wanted, knownAt]);
    const after = sortOf(question, query.cursor);
    const page = await this.questions.ask(reply, query, (documents) =>
      inboxOf(documents, { ...wanted, ...after, limit }),
    );
    return withNext(reply, request.url, question, page);
  }
}

/** A subscriber is told as the one that its tokens name, whatever unit they name beside it. */
const ownOf = ({ id, role, unit }: IdentifiedRequest['actor']) =>
  role === 'SUBSCRIBER' ? { unit: null, role, subscriber: id } : { unit, role };
