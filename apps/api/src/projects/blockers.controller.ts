import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { derivedId } from '#libs/event-sourcing';
import { type ProjectCommand, projectStream } from '#libs/domain';
import { type CommandAnswer, commandIdOf, Commands, requireNoFields } from '../http/commands.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EscalateBlockerBody, RaiseBlockerBody, ResolveBlockerBody } from './bodies.js';

type Request = IdentifiedRequest;
type Reply = FastifyReply;

/** 卡点难点: raised on a project, then taken through its levels until 销号. */
@ApiTags('blockers')
@ApiBearerAuth()
@Controller('api/v1/projects/:id')
export class BlockersController {
  constructor(private readonly commands: Commands) {}

  @Post('raise-blocker')
  raise(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: RaiseBlockerBody,
  ) {
    // The rule derives the same id from the same command.
    const blocker = derivedId(commandIdOf(request), 'blocker');
    const command: ProjectCommand = { type: 'RaiseBlocker', ...body };
    const location = `/api/v1/blockers/${blocker}`;
    return this.commands.send(request, reply, { stream: projectStream(id), id: blocker, command, location });
  }

  @Post('blockers/:blocker/accept')
  accept(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Param('blocker') blocker: string,
  ) {
    requireNoFields(request);
    return this.send(request, reply, id, { type: 'AcceptBlocker', blocker });
  }

  @Post('blockers/:blocker/escalate')
  escalate(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Param('blocker') blocker: string,
    @Body() body: EscalateBlockerBody,
  ) {
    return this.send(request, reply, id, { type: 'EscalateBlocker', blocker, ...body });
  }

  @Post('blockers/:blocker/resolve')
  resolve(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Param('blocker') blocker: string,
    @Body() body: ResolveBlockerBody,
  ) {
    return this.send(request, reply, id, { type: 'ResolveBlocker', blocker, ...body });
  }

  @Post('blockers/:blocker/close')
  close(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Param('blocker') blocker: string,
  ) {
    requireNoFields(request);
    return this.send(request, reply, id, { type: 'CloseBlocker', blocker });
  }

  private send(
    request: Request,
    reply: Reply,
    id: string,
    command: Extract<ProjectCommand, { blocker: string }>,
  ): Promise<CommandAnswer> {
    return this.commands.send(request, reply, { stream: projectStream(id), id: command.blocker, command });
  }
}
