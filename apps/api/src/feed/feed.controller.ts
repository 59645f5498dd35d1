import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { asyncApi, isPublic, PUBLIC_NAMES } from '#libs/contracts';
import { Feed, Leaves, type Wanted } from '#libs/feed';
import { leafBytes } from '#libs/ledger';
import { type Runtime, RUNTIME } from '#libs/platform';
import { Everybody, type IdentifiedRequest, Public } from '../http/identity.guard.js';
import { wrong } from '../http/path-parts.js';
import { EdgeProblem } from '../http/problems.js';
import { leafOf } from './leaf-of.js';
import { stream } from './stream.js';

export class FeedQuery {
  @ApiPropertyOptional({
    description: 'Leaf or cursor of the last event that was kept; from the first one if left out',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly after?: string;

  @ApiPropertyOptional({ description: 'Names of events without a version, with commas between' })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  readonly types?: string;

  @ApiPropertyOptional({ description: 'Id of a project' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
  readonly project?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit: number = 100;
}

/** What outsiders are told, from any leaf on. */
@ApiTags('feed')
@ApiBearerAuth()
@Controller('api')
export class FeedController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    readonly feed: Feed,
    readonly leaves: Leaves,
  ) {}

  @Get('asyncapi.json')
  @Public()
  @ApiOperation({ summary: 'The public events, as AsyncAPI 3.1' })
  asyncApi(): object {
    return asyncApi();
  }

  @Get('v1/feed')
  @Everybody()
  @ApiOperation({ summary: 'Public events as CloudEvents: pages, or with Accept: text/event-stream a stream' })
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/FeedPage' } },
      'text/event-stream': { schema: { type: 'string' } },
    },
  })
  async read(@Req() request: IdentifiedRequest, @Res() reply: FastifyReply, @Query() query: FeedQuery): Promise<void> {
    const wantsStream = request.headers.accept?.includes('text/event-stream') ?? false;
    const { grants } = this.leaves;
    const sees = await this.feed.seenBy(request.actor);
    const last = wantsStream ? request.headers['last-event-id'] : undefined;
    const from = typeof last === 'string' ? last : query.after;
    const after = from === undefined ? -1 : await leafOf(this.leaves, from, 'INVALID_QUERY');
    const wanted = wantedOf(query);
    if (wantsStream) {
      const { feed, leaves, runtime } = this;
      const asked = { reader: request.actor.id, from: after, wanted, grants, sees };
      const served = { feed, leaves, patience: runtime.config.feedPatienceMilliseconds };
      return stream(reply, served, asked, () => feed.seenBy(request.actor));
    }
    const { events, next, isFull } = await this.feed.page(after, query.limit, wanted, sees);
    const link = new URL(request.url, 'http://localhost');
    const cursor = await this.leaves.cursorAt(next);
    if (next >= 0) link.searchParams.set('after', String(next));
    void reply
      .headers({
        link: `<${link.pathname}${link.search}>; rel="next"`,
        // A full page is the same for ever, for whoever has the same token.
        'cache-control': isFull ? 'private, max-age=31536000, immutable' : 'no-store',
        vary: 'Accept, Authorization',
      })
      .send({ events: events.map((each) => this.feed.envelope(each)), next: next < 0 ? null : String(next), cursor });
  }

  @Get('v1/feed/:leaf/proof')
  @Everybody()
  @ApiOperation({ summary: 'Shows that an event stands in the ledger (RFC 9162, 2.1.3), once it is sealed' })
  async proof(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('leaf') text: string,
  ) {
    const sees = await this.feed.seenBy(request.actor);
    const leaf = /^\d{1,15}$/.test(text) ? Number(text) : -1;
    const last = await this.leaves.last();
    const [found] = leaf < 0 || leaf > last ? [] : (await this.leaves.after(leaf - 1, 1)).events;
    if (found?.leaf !== leaf || !isPublic(found.event) || !sees(found.event)) throw new EdgeProblem('NOT_FOUND');
    const { ledger } = this.runtime;
    const size = (await ledger.checkpoint())?.size ?? 0;
    if (leaf >= size) {
      void reply.header('retry-after', '60');
      throw new EdgeProblem('NOT_SEALED');
    }
    const [hash, root, proof] = [
      ...[await ledger.tree.leaf(leaf, size), await ledger.tree.root(size)],
      await ledger.tree.inclusion(leaf, size),
    ] as [Buffer, Buffer, Buffer[]];
    const bytes = leafBytes(found.event).toString();
    return { leaf: String(leaf), size, bytes, hash: base64(hash), root: base64(root), proof: proof.map(base64) };
  }
}

const base64 = (hash: Buffer): string => hash.toString('base64');

function wantedOf({ types, project }: FeedQuery): Wanted {
  const names = types?.split(',');
  const unknown = names?.find((name) => !(PUBLIC_NAMES as string[]).includes(name));
  if (unknown !== undefined) throw wrong('/types', `没有这种公开事件：${unknown}`);
  return { ...(names && { types: names }), ...(project !== undefined && { project }) };
}
