import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FileCommand, fileStream, mayBringFiles, refuse } from '#libs/domain';
import { FileRefused, LARGEST_FILE } from '#libs/files';
import { type Runtime, RUNTIME } from '#libs/platform';
import { fileOf } from '#libs/read-models';
import { Commands } from '../http/commands.js';
import { Text } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { type EdgeCode, EdgeProblem } from '../http/problems.js';
import { AfterQuery, Questions } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';

export class EraseFileBody implements Omit<FileCommand, 'type'> {
  @Text() reason: string;
}

const PROBLEMS: Readonly<Record<FileRefused['why'], EdgeCode>> = {
  EMPTY: 'FILE_EMPTY',
  TOO_LARGE: 'BODY_TOO_LARGE',
  TYPE: 'FILE_TYPE_REFUSED',
  ERASED: 'FILE_ERASED',
};

/** Evidence by its hash: bytes in as they are, out to whoever may read what refers to them. */
@ApiTags('files')
@ApiBearerAuth()
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly commands: Commands,
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary', maxLength: LARGEST_FILE } })
  async upload(@Req() request: IdentifiedRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const { role } = request.actor;
    if (!mayBringFiles(role)) throw refuse('ROLE_MAY_NOT', { role });
    if (!isStream(request.body)) throw new EdgeProblem('FILE_NOT_RAW');
    try {
      const stored = await this.runtime.files.take(request.body, request.actor.id);
      void reply.status(201).header('location', `/api/v1/files/${stored.sha256}`);
      return stored;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      // What is still on its way is not read to its end.
      void reply.header('connection', 'close');
      throw new EdgeProblem(PROBLEMS[error.why]);
    }
  }

  @Get(':sha256')
  @ShowsHistory()
  async download(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sha256') text: string,
    @Query() query: AfterQuery,
  ) {
    const sha256 = hashOf(text);
    const attached = await this.questions.ask(reply, query, (documents) => fileOf(documents, sha256));
    const found = await this.runtime.files.find(sha256);
    if (attached?.erased || found?.erased) throw new EdgeProblem('FILE_ERASED');
    // Until something refers to it, it is known to whoever brought it and to nobody else.
    if (!found || !(attached || (await this.runtime.files.wasUploadedBy(sha256, request.actor.id))))
      throw new EdgeProblem('UNKNOWN_FILE');
    void reply.header('x-content-type-options', 'nosniff').header('etag', `"${sha256}"`);
    return new StreamableFile(await this.runtime.files.read(sha256), {
      type: found.mediaType,
      length: found.size,
      disposition: 'attachment',
    });
  }

  /** The event comes first: a repeat after a crash takes the bytes away. */
  @Post(':sha256/erase')
  @ApiOperation({ operationId: 'EraseFile' })
  async erase(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('sha256') text: string,
    @Body() body: EraseFileBody,
  ) {
    const sha256 = hashOf(text);
    const command: FileCommand = { type: 'EraseFile', ...body };
    const answer = await this.commands.send(request, reply, { stream: fileStream(sha256), id: sha256, command });
    await this.runtime.files.erase(sha256);
    return answer;
  }
}

function hashOf(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new EdgeProblem('NOT_FOUND');
  return text;
}

const isStream = (body: unknown): body is AsyncIterable<Buffer> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
