import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { type Entry, PersonErased } from '#libs/directory';
import { mayKeepDirectory, mayRead, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import { IdOrNull, Text, TextOrNull } from '../http/fields.js';
import { Everybody, type IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';

export class EntryBody implements Entry {
  @Text(50) name: string;
  @TextOrNull(50) phone: string | null;
  @IdOrNull() unit: string | null;
}

/** Names and phones behind the ids: no events, because they must be erasable. A repetition changes nothing. */
@ApiTags('directory')
@ApiBearerAuth()
@Controller('api/v1/directory/:id')
export class DirectoryController {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  @Get()
  @Everybody()
  async person(@Req() { actor }: IdentifiedRequest, @Param('id') id: string) {
    if (!mayRead(actor.role) && !mayKeepDirectory(actor.role)) throw refuse('ROLE_MAY_NOT', { role: actor.role });
    const found = await this.runtime.directory.find(id);
    if (!found) throw new EdgeProblem('UNKNOWN_PERSON');
    return found;
  }

  @Post('enter')
  @HttpCode(204)
  async enter(@Req() request: IdentifiedRequest, @Param('id') id: string, @Body() body: EntryBody): Promise<void> {
    requireKeeper(request, id);
    const { name, phone = null, unit = null } = body;
    await this.runtime.directory.enter(id, { name, phone, unit }).catch((error: unknown) => {
      throw error instanceof PersonErased ? new EdgeProblem('PERSON_ERASED') : error;
    });
    this.runtime.log.info({ by: request.actor.id, id }, 'directory: entered');
  }

  @Post('erase')
  @HttpCode(204)
  async erase(@Req() request: IdentifiedRequest, @Param('id') id: string): Promise<void> {
    requireKeeper(request, id);
    await this.runtime.directory.erase(id);
    this.runtime.log.info({ by: request.actor.id, id }, 'directory: erased');
  }
}

function requireKeeper({ actor: { role } }: IdentifiedRequest, id: string): void {
  if (!mayKeepDirectory(role)) throw refuse('ROLE_MAY_NOT', { role });
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(id)) throw new EdgeProblem('NOT_FOUND');
}
