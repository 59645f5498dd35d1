import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { csvOf, dataPackage, jsonLinesOf, type OpenProject, PUBLIC_NAMES } from '#libs/contracts';
import type { Position } from '#libs/event-sourcing';
import { Feed } from '#libs/feed';
import { type Runtime, RUNTIME } from '#libs/platform';
import { Everybody, type IdentifiedRequest, Public } from '../http/identity.guard.js';
import { wrong } from '../http/path-parts.js';
import { EdgeProblem } from '../http/problems.js';
import { oc4idsOf, openProjects } from './open-projects.js';

export class SinceQuery {
  @ApiPropertyOptional({ description: 'Taizhang-Position of an earlier answer: only projects that changed since' })
  @IsOptional()
  @Matches(/^\d{1,16}$/)
  readonly since?: string;
}

/** Projects that are written out, and the position at which they stand. */
interface Open {
  readonly position: Position;
  readonly projects: AsyncIterable<OpenProject>;
}

/** What makes up an open project; who is not told all of it is told nothing of it here. */
const TELLS = PUBLIC_NAMES.filter((name) => /^(project|plan|report)\./.test(name));

/** Projects as everybody may know them, in the forms that others read. */
@ApiTags('open data')
@ApiBearerAuth()
@Controller('api')
export class ExportsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly feed: Feed,
  ) {}

  @Get('datapackage.json')
  @Public()
  @ApiOperation({ summary: 'The data dictionary of the open data, as a Data Package with Table Schema' })
  dataPackage(): object {
    return dataPackage();
  }

  @Get('v1/exports/oc4ids')
  @Everybody()
  @ApiOperation({ summary: 'Projects as an OC4IDS 0.9.5 project package; 204 where none changed' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  oc4ids(@Req() request: IdentifiedRequest, @Res() reply: FastifyReply, @Query() query: SinceQuery) {
    return this.send(request, reply, query, 'application/json; charset=utf-8', (open) => oc4idsOf(this.runtime, open));
  }

  @Get('v1/exports/projects.csv')
  @Everybody()
  @ApiOperation({ summary: 'Projects as CSV (RFC 4180), one row each' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  csv(@Req() request: IdentifiedRequest, @Res() reply: FastifyReply, @Query() query: SinceQuery) {
    const type = 'text/csv; charset=utf-8; header=present';
    return this.send(request, reply, query, type, ({ projects }) => csvOf(projects));
  }

  @Get('v1/exports/projects.jsonl')
  @Everybody()
  @ApiOperation({ summary: 'The same rows as JSON Lines' })
  @ApiOkResponse({ content: { 'application/jsonl': { schema: { type: 'string' } } } })
  lines(@Req() request: IdentifiedRequest, @Res() reply: FastifyReply, @Query() query: SinceQuery) {
    const type = 'application/jsonl; charset=utf-8';
    return this.send(request, reply, query, type, ({ projects }) => jsonLinesOf(projects));
  }

  /** The first piece is waited for, so that what fails ahead of it is still answered as a problem. */
  private async send(
    request: IdentifiedRequest,
    reply: FastifyReply,
    { since }: SinceQuery,
    type: string,
    written: (open: Open) => AsyncGenerator<string>,
  ): Promise<void> {
    const open = await this.open(request, since);
    const pieces = written(open);
    const first = await pieces.next();
    void reply.headers({ 'taizhang-position': String(open.position), 'cache-control': 'no-store' });
    if (first.done) return void reply.code(204).send();
    async function* all() {
      yield first.value as string;
      yield* pieces;
    }
    return void reply.type(type).send(Readable.from(all()));
  }

  private async open({ actor }: IdentifiedRequest, since: string | undefined): Promise<Open> {
    const grant = await this.feed.grantOf(actor);
    if (grant && !TELLS.every((name) => grant.types.includes(name))) throw new EdgeProblem('NOT_GRANTED');
    if (since !== undefined && Number(since) > (await this.runtime.store.end()))
      throw wrong('/since', '位置超出当前记录');
    const { position, projects } = await openProjects(this.runtime, since === undefined ? undefined : Number(since));
    return { position, projects: grant?.units ? ofUnits(projects, new Set(grant.units)) : projects };
  }
}

async function* ofUnits(projects: AsyncIterable<OpenProject>, units: ReadonlySet<string>) {
  for await (const project of projects) {
    const { responsibleUnit, legalEntity, leadAuthority, supportingUnits } = project;
    const held = [responsibleUnit, legalEntity, leadAuthority, ...supportingUnits];
    if (held.some((unit) => unit && units.has(unit.id))) yield project;
  }
}
