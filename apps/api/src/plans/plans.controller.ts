import { Body, Controller, Param, ParseIntPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type PlanCommand, planStream } from '#libs/domain';
import { type CommandAnswer, Commands, requireIfMatch } from '../http/commands.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { DraftPlanBody, IncludeProjectBody, PublishPlanBody, RemoveProjectBody } from './bodies.js';

type Request = IdentifiedRequest;
type Reply = FastifyReply;

/** A year's plan: drafted line by line, published once it reconciles. */
@ApiTags('plans')
@ApiBearerAuth()
@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly commands: Commands) {}

  @Post()
  draft(@Req() request: Request, @Res({ passthrough: true }) reply: Reply, @Body() { year, declared }: DraftPlanBody) {
    const command: PlanCommand = { type: 'DraftPlan', declared };
    const location = `/api/v1/plans/${year}`;
    return this.commands.send(request, reply, { stream: planStream(year), id: String(year), command, location });
  }

  @Post(':year/include-project')
  include(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: IncludeProjectBody,
  ) {
    return this.edit(request, reply, year, { type: 'IncludeProject', ...body });
  }

  @Post(':year/remove-project')
  remove(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: RemoveProjectBody,
  ) {
    return this.edit(request, reply, year, { type: 'RemoveProject', ...body });
  }

  @Post(':year/publish')
  publish(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('year', ParseIntPipe) year: number,
    @Body() body: PublishPlanBody,
  ) {
    return this.edit(request, reply, year, { type: 'PublishPlan', ...body });
  }

  /** Plan edits change what others may be editing too. */
  private edit(request: Request, reply: Reply, year: number, command: PlanCommand): Promise<CommandAnswer> {
    requireIfMatch(request);
    return this.commands.send(request, reply, { stream: planStream(year), id: String(year), command });
  }
}
