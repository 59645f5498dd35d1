import { applyDecorators, Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Documents, LATEST } from '#libs/event-sourcing';
import { type Answer, Ask, askBothSides, type Moment, type SideAsked, type SidesAsked } from '#libs/platform';
import type { Sides } from '#libs/read-models';
import { DayOrNull } from './fields.js';
import { EdgeProblem } from './problems.js';

/** `after` waits for the views to reach a position. */
export class AfterQuery {
  @ApiPropertyOptional({ description: 'Position that the answer must include' })
  @IsOptional()
  @Matches(/^\d{1,16}$/)
  readonly after?: string;
}

export const Instant = () =>
  applyDecorators(
    ApiPropertyOptional({ format: 'date-time' }),
    IsOptional(),
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/),
    IsISO8601({ strict: true }),
  );

/** `knownAt` is the instant whose knowledge counts. */
export class KnownQuery extends AfterQuery {
  @Instant()
  readonly knownAt?: string;
}

/** `asOf` is the day that is asked about; what holds for no day but now has no such parameter. */
export class AsOfQuery extends KnownQuery {
  @DayOrNull()
  readonly asOf?: string;
}

export const PAGE = 50;
const LARGEST_PAGE = 500;

export const Limit = () =>
  applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: LARGEST_PAGE, default: PAGE }),
    Transform(({ value }) => Number(value)),
    IsInt(),
    Min(1),
    Max(LARGEST_PAGE),
  );

export const Cursor = () =>
  applyDecorators(
    ApiPropertyOptional({ description: 'Where the page before ended' }),
    IsOptional(),
    Matches(/^[A-Za-z0-9_-]{1,1000}$/),
  );

export class PageQuery extends KnownQuery {
  @Limit()
  readonly limit: number = PAGE;

  @Cursor()
  readonly cursor?: string;
}

/** A page of what held on a day. */
export class DatedPageQuery extends PageQuery {
  @DayOrNull()
  readonly asOf?: string;
}

/** Two days, two instants of knowledge, or both. */
export class SidesQuery extends AfterQuery {
  @DayOrNull() readonly from?: string;
  @DayOrNull() readonly to?: string;
  @Instant() readonly fromKnownAt?: string;
  @Instant() readonly toKnownAt?: string;
}

export class SidesPageQuery extends SidesQuery {
  @Limit()
  readonly limit: number = PAGE;

  @Cursor()
  readonly cursor?: string;
}

/** Asks the views and says at which position the answer stands. */
@Injectable()
export class Questions {
  constructor(@Inject(QueryBus) private readonly bus: QueryBus) {}

  async ask<T>(reply: FastifyReply, query: KnownQuery, answer: (documents: Documents) => Promise<T>): Promise<T> {
    return (await this.answered(reply, query, answer)).result;
  }

  /** Asks about both sides of a difference. */
  async askBoth<T>(
    reply: FastifyReply,
    query: SidesQuery,
    answer: (documents: Documents, day: string) => Promise<T>,
  ): Promise<Sides<T>> {
    const ask = <R>(knownAt: string | undefined, of: (documents: Documents) => Promise<R>) =>
      this.answered(reply, { ...query, knownAt }, of);
    return askBothSides(ask, sidesOf(query), answer);
  }

  private async answered<T>(
    reply: FastifyReply,
    { after, knownAt }: { readonly after?: string; readonly knownAt?: string | undefined },
    answer: (documents: Documents) => Promise<T>,
  ): Promise<Answer<T>> {
    const moment: Moment = {
      ...(after !== undefined && { after: Number(after) }),
      ...(knownAt !== undefined && { knownAt: utc(knownAt) }),
    };
    const answered = await this.bus.execute(new Ask(moment, answer));
    void reply.header('taizhang-position', String(Math.max(answered.position, 0)));
    if (answered.waiting > 0) void reply.header('taizhang-incomplete', `${answered.waiting} events held`);
    return answered;
  }
}

/** Throws INVALID_QUERY unless two days or two instants are given, each with its other side. */
export function sidesOf({ from, to, fromKnownAt, toKnownAt }: SidesQuery): SidesAsked {
  const missing =
    oneMissing('from', from, 'to', to) ??
    oneMissing('fromKnownAt', fromKnownAt, 'toKnownAt', toKnownAt) ??
    (from === undefined && fromKnownAt === undefined ? 'from' : undefined);
  if (missing) throw new EdgeProblem('INVALID_QUERY', [{ pointer: `/${missing}`, detail: '须给出两个日期或两个时点' }]);
  const side = (day = LATEST, knownAt?: string): SideAsked => ({
    day,
    ...(knownAt !== undefined && { knownAt: utc(knownAt) }),
  });
  return { from: side(from, fromKnownAt), to: side(to, toKnownAt) };
}

const utc = (instant: string): string => new Date(instant).toISOString();

const oneMissing = (a: string, hasA: unknown, b: string, hasB: unknown): string | undefined =>
  (hasA === undefined) === (hasB === undefined) ? undefined : hasA === undefined ? a : b;

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
