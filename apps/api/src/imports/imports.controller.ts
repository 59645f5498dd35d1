import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { mayIssue, refuse } from '#libs/domain';
import { IMPORT_COMMANDS, IMPORT_KINDS, type ImportKindName } from '#libs/sheets';
import { commandIdOf } from '../http/commands.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';
import { type ImportJob, ImportJobs } from './jobs.js';
import { uploadOf } from './upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than these are in the workbook that is given back. */
const SHOWN_PROBLEMS = 100;

/** Workbooks in: the answer comes when the work is done, as figures and as the same workbook with its errors. */
@ApiTags('imports')
@ApiBearerAuth()
@Controller('api/v1/imports')
export class ImportsController {
  constructor(private readonly jobs: ImportJobs) {}

  @Post(':kind')
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        year: { type: 'string', pattern: '^20\\d\\d$' },
        month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
        on: { type: 'string', format: 'date' },
      },
    },
  })
  async begin(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('kind') kind: string,
  ) {
    if (!isKind(kind)) throw new EdgeProblem('NOT_FOUND');
    const { actor } = request;
    const command = IMPORT_COMMANDS[kind];
    if (!mayIssue(actor.role, command)) throw refuse('ROLE_MAY_NOT', { role: actor.role, command });
    const id = commandIdOf(request);
    const job = this.jobs.begin(id, { kind, actor, ...(await uploadOf(request)) });
    void reply.header('location', `/api/v1/imports/${id}`);
    return told(job);
  }

  @Get(':id')
  progress(@Req() request: IdentifiedRequest, @Param('id') id: string) {
    return told(this.own(request, id));
  }

  @Get(':id/workbook')
  workbook(@Req() request: IdentifiedRequest, @Res() reply: FastifyReply, @Param('id') id: string): void {
    const { answer, order } = this.own(request, id);
    if (!answer) throw new EdgeProblem('UNKNOWN_IMPORT');
    void reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="${order.kind}-answer.xlsx"`)
      .send(answer);
  }

  /** A workbook holds what only the one who brought it may see. */
  private own({ actor }: IdentifiedRequest, id: string): ImportJob {
    const job = this.jobs.find(id);
    if (!job || job.order.actor.id !== actor.id) throw new EdgeProblem('UNKNOWN_IMPORT');
    return job;
  }
}

const isKind = (kind: string): kind is ImportKindName => (IMPORT_KINDS as readonly string[]).includes(kind);

function told({ id, order, status, done, total, imported, answer, problem }: ImportJob) {
  return {
    id,
    kind: order.kind,
    status,
    done,
    total,
    problem: problem ?? null,
    result: imported
      ? {
          refused: imported.refused,
          rows: imported.rows,
          imported: imported.imported,
          unchanged: imported.unchanged,
          failed: imported.failed,
          events: imported.events,
          position: String(Math.max(imported.position, 0)),
          problems: imported.problems.slice(0, SHOWN_PROBLEMS),
          notes: imported.notes,
        }
      : null,
    workbook: answer ? `/api/v1/imports/${id}/workbook` : null,
  };
}
