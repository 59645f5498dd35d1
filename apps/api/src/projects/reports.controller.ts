import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ProjectCommand, projectStream } from '#libs/domain';
import { type CommandAnswer, Commands, requireIfMatch } from '../http/commands.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { AcceptReportBody, AmendReportBody, ReturnReportBody, SubmitReportBody } from './bodies.js';

type Request = IdentifiedRequest;
type Reply = FastifyReply;

/** Monthly reports: handed in by the named reporter, reviewed by somebody else. */
@ApiTags('reports')
@ApiBearerAuth()
@Controller('api/v1/projects/:id')
export class ReportsController {
  constructor(private readonly commands: Commands) {}

  @Post('submit-report')
  submit(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: SubmitReportBody,
  ) {
    return this.send(request, reply, id, { type: 'SubmitReport', ...body });
  }

  @Post('return-report')
  return(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: ReturnReportBody,
  ) {
    return this.send(request, reply, id, { type: 'ReturnReport', ...body });
  }

  @Post('accept-report')
  accept(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: AcceptReportBody,
  ) {
    return this.send(request, reply, id, { type: 'AcceptReport', ...body });
  }

  @Post('amend-report')
  amend(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: AmendReportBody,
  ) {
    requireIfMatch(request);
    return this.send(request, reply, id, { type: 'AmendReport', ...body });
  }

  private send(request: Request, reply: Reply, id: string, command: ProjectCommand): Promise<CommandAnswer> {
    return this.commands.send(request, reply, { stream: projectStream(id), id, command });
  }
}
