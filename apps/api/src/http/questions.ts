import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Documents } from '#libs/event-sourcing';
import { Ask, type Moment } from '#libs/platform';
import { DayOrNull } from './fields.js';
import { EdgeProblem } from './problems.js';

/** `after` waits for the views to reach a position. */
export class AfterQuery {
  @ApiPropertyOptional({ description: 'Position that the answer must include' })
  @IsOptional()
  @Matches(/^\d{1,16}$/)
  readonly after?: string;
}

/** `asOf` is the day that is asked about, `knownAt` the instant whose knowledge counts. */
export class AsOfQuery extends AfterQuery {
  @DayOrNull()
  readonly asOf?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
  @IsISO8601({ strict: true })
  readonly knownAt?: string;
}

const PAGE = 50;
const LARGEST_PAGE = 500;

export class PageQuery extends AsOfQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: LARGEST_PAGE, default: PAGE })
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  readonly limit: number = PAGE;

  @ApiPropertyOptional({ description: 'Where the page before ended' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,1000}$/)
  readonly cursor?: string;
}

/** Asks the views and says at which position the answer stands. */
@Injectable()
export class Questions {
  constructor(@Inject(QueryBus) private readonly bus: QueryBus) {}

  async ask<T>(
    reply: FastifyReply,
    query: AfterQuery & Pick<AsOfQuery, 'knownAt'>,
    answer: (documents: Documents) => Promise<T>,
  ): Promise<T> {
    const moment: Moment = {
      ...(query.after !== undefined && { after: Number(query.after) }),
      ...(query.knownAt !== undefined && { knownAt: new Date(query.knownAt).toISOString() }),
    };
    const { position, waiting, result } = await this.bus.execute(new Ask(moment, answer));
    void reply.header('taizhang-position', String(Math.max(position, 0)));
    if (waiting > 0) void reply.header('taizhang-incomplete', `${waiting} events held`);
    return result;
  }
}

/** A cursor is bound to the list and the parameters that it came from. */
export function cursorOf(question: string, sort: string): string {
  return Buffer.from(JSON.stringify([question, sort])).toString('base64url');
}

/** Throws INVALID_QUERY for a cursor that another list gave, or none. */
export function sortOf(question: string, cursor: string | undefined): { after?: string } {
  if (cursor === undefined) return {};
  try {
    const [of, sort] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (of === question && typeof sort === 'string') return { after: sort };
  } catch {
    // Falls through to the same answer: it is no cursor of ours.
  }
  throw notOurs();
}

export const notOurs = () => new EdgeProblem('INVALID_QUERY', [{ pointer: '/cursor', detail: '游标不属于此查询' }]);

/** The next page as a link and as a cursor. */
export function withNext<T extends { next: string | null }>(
  reply: FastifyReply,
  url: string,
  question: string,
  page: T,
): Omit<T, 'next'> & { next: string | null } {
  const next = page.next === null ? null : cursorOf(question, page.next);
  if (next !== null) {
    const link = new URL(url, 'http://localhost');
    link.searchParams.set('cursor', next);
    void reply.header('link', `<${link.pathname}${link.search}>; rel="next"`);
  }
  return { ...page, next };
}
