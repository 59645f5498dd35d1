import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { derivedId } from '#libs/event-sourcing';
import {
  BULLETIN_KINDS,
  type BulletinCommand,
  type BulletinContent,
  type BulletinKind,
  bulletinStream,
  mayIssue,
  refuse,
} from '#libs/domain';
import { Ask, type Runtime, RUNTIME } from '#libs/platform';
import { bulletinFiguresOn } from '#libs/read-models';
import { type CommandAnswer, commandIdOf, Commands, requireIfMatch } from '../http/commands.js';
import { Choice, Codes, Month, Text } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';

/** What people write; the figures come from the views. */
export class BulletinBody implements Omit<BulletinContent, 'position' | 'figures'> {
  @Month() month: string;
  @Choice(BULLETIN_KINDS) kind: BulletinKind;
  @Text(300) title: string;
  @Text(20_000) content: string;
  @Codes(500) recipients: string[];
}

export class CorrectBulletinBody extends BulletinBody {
  @Text() reason: string;
}

type Writing = 'DraftBulletin' | 'RedraftBulletin' | 'CorrectBulletin';

/** 起草: takes the figures of the month from the views, at a position that the draft states. */
@ApiTags('bulletins')
@ApiBearerAuth()
@Controller('api/v1/bulletins')
export class BulletinDrafts {
  constructor(
    private readonly commands: Commands,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'DraftBulletin' })
  async draft(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: BulletinBody,
  ) {
    const content = await this.withFigures(request, 'DraftBulletin', body);
    return this.create(request, reply, { type: 'DraftBulletin', ...content });
  }

  @Post(':id/redraft')
  @ApiOperation({ operationId: 'RedraftBulletin' })
  async redraft(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') id: string,
    @Body() body: BulletinBody,
  ) {
    requireIfMatch(request);
    const content = await this.withFigures(request, 'RedraftBulletin', body);
    const command: BulletinCommand = { type: 'RedraftBulletin', ...content };
    return this.commands.send(request, reply, { stream: bulletinStream(id), id, command });
  }

  @Post(':id/correct')
  @ApiOperation({ operationId: 'CorrectBulletin' })
  async correct(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('id') bulletin: string,
    @Body() { reason, ...body }: CorrectBulletinBody,
  ) {
    const content = await this.withFigures(request, 'CorrectBulletin', body);
    return this.create(request, reply, { type: 'CorrectBulletin', ...content, bulletin, reason });
  }

  private create(request: IdentifiedRequest, reply: FastifyReply, command: BulletinCommand): Promise<CommandAnswer> {
    const id = derivedId(commandIdOf(request), 'bulletin');
    return this.commands.send(request, reply, {
      ...{ stream: bulletinStream(id), id, command },
      location: `/api/v1/bulletins/${id}`,
    });
  }

  /** The figures include all that was recorded before they were asked for, and nothing may be held back from them. */
  private async withFigures(
    { actor }: IdentifiedRequest,
    command: Writing,
    body: BulletinBody,
  ): Promise<BulletinContent> {
    if (!mayIssue(actor.role, command)) throw refuse('ROLE_MAY_NOT', { role: actor.role, command });
    const { position, waiting, result } = await this.queries.execute(
      new Ask({ after: await this.runtime.store.end() }, (documents) => bulletinFiguresOn(documents, body.month)),
    );
    if (waiting > 0) throw new EdgeProblem('FIGURES_INCOMPLETE');
    return { ...body, position, figures: result };
  }
}
