import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { derivedId } from '#libs/event-sourcing';
import { type ProjectCommand, projectStream } from '#libs/domain';
import { type CommandAnswer, commandIdOf, Commands, requireIfMatch } from '../http/commands.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import * as bodies from './bodies.js';

type Request = IdentifiedRequest;
type Reply = FastifyReply;

/** Commands on a project: the path names it, the last part names the command. */
@ApiTags('projects')
@ApiBearerAuth()
@Controller('api/v1/projects')
export class ProjectsController {
  constructor(private readonly commands: Commands) {}

  @Post()
  register(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Body() body: bodies.RegisterProjectBody,
  ) {
    const id = derivedId(commandIdOf(request), 'project');
    const command: ProjectCommand = { type: 'RegisterProject', ...body };
    return this.commands.send(request, reply, {
      stream: projectStream(id),
      id,
      command,
      location: `/api/v1/projects/${id}`,
    });
  }

  @Post(':id/change-details')
  changeDetails(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.ChangeDetailsBody,
  ) {
    requireIfMatch(request);
    return this.send(request, reply, id, { type: 'ChangeDetails', ...body });
  }

  @Post(':id/assign-responsibilities')
  assign(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.AssignResponsibilitiesBody,
  ) {
    requireIfMatch(request);
    return this.send(request, reply, id, { type: 'AssignResponsibilities', ...body });
  }

  @Post(':id/change-total-investment')
  changeTotal(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.ChangeTotalInvestmentBody,
  ) {
    requireIfMatch(request);
    return this.send(request, reply, id, { type: 'ChangeTotalInvestment', ...body });
  }

  @Post(':id/schedule-milestones')
  schedule(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.ScheduleMilestonesBody,
  ) {
    return this.send(request, reply, id, { type: 'ScheduleMilestones', ...body });
  }

  @Post(':id/reschedule-milestone')
  reschedule(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.RescheduleMilestoneBody,
  ) {
    requireIfMatch(request);
    return this.send(request, reply, id, { type: 'RescheduleMilestone', ...body });
  }

  @Post(':id/report-source-phase')
  sourcePhase(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.ReportSourcePhaseBody,
  ) {
    return this.send(request, reply, id, { type: 'ReportSourcePhase', ...body });
  }

  @Post(':id/record-opening-figures')
  opening(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.RecordOpeningFiguresBody,
  ) {
    return this.send(request, reply, id, { type: 'RecordOpeningFigures', ...body });
  }

  @Post(':id/record-commencement')
  commence(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.DocumentedFactBody,
  ) {
    return this.send(request, reply, id, { type: 'RecordCommencement', ...body });
  }

  @Post(':id/suspend')
  suspend(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.SuspendBody,
  ) {
    return this.send(request, reply, id, { type: 'Suspend', ...body });
  }

  @Post(':id/resume')
  resume(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.FactBody,
  ) {
    return this.send(request, reply, id, { type: 'Resume', ...body });
  }

  @Post(':id/complete')
  complete(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.DocumentedFactBody,
  ) {
    return this.send(request, reply, id, { type: 'Complete', ...body });
  }

  @Post(':id/put-in-service')
  putInService(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.FactBody,
  ) {
    return this.send(request, reply, id, { type: 'PutInService', ...body });
  }

  @Post(':id/cancel')
  cancel(
    @Req() request: Request,
    @Res({ passthrough: true }) reply: Reply,
    @Param('id') id: string,
    @Body() body: bodies.CancelBody,
  ) {
    return this.send(request, reply, id, { type: 'Cancel', ...body });
  }

  private send(request: Request, reply: Reply, id: string, command: ProjectCommand): Promise<CommandAnswer> {
    return this.commands.send(request, reply, { stream: projectStream(id), id, command });
  }
}
