import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Documents, LATEST, NO_STREAM } from '#libs/event-sourcing';
import { projectStream, refuse } from '#libs/domain';
import { type Runtime, RUNTIME } from '#libs/platform';
import {
  contributingEvents,
  contributionDifference,
  contributionsOn,
  type Figure,
  type Viewpoint,
} from '#libs/read-models';
import { DayOrNull } from '../http/fields.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { monthNumberOf, wrong, yearOf } from '../http/path-parts.js';
import { Instant, Questions, SidesPageQuery, sortOf, withNext } from '../http/questions.js';
import { ShowsHistory } from '../reads/read-log.js';

/** A number of a dashboard, on a day or as what it differs by between two sides. */
export class ContributionParameters extends SidesPageQuery {
  @ApiProperty({ description: 'JSON Pointer into `figures`, such as /construction or /bySector/transport' })
  @Matches(/^(\/[^/]{0,100}){1,4}$/)
  readonly cell: string;

  @ApiProperty({ description: 'Name of a number in its cell, such as completedAccepted or completionRate' })
  @Matches(/^[A-Za-z][A-Za-z0-9]{0,40}$/)
  readonly figure: string;

  @DayOrNull() readonly asOf?: string;
  @Instant() readonly knownAt?: string;
}

/** From a number of a dashboard to its projects, and from each of these to its events. */
@ApiTags('dashboards')
@ApiBearerAuth()
@Controller('api/v1/dashboards/:year/:month/contributions')
export class ContributionQueries {
  constructor(
    private readonly questions: Questions,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** What each project adds to the number; all pages sum to it without remainder. */
  @Get()
  @ShowsHistory()
  async projects(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Param('month') month: string,
    @Query() query: ContributionParameters,
  ) {
    const figure = figureOf(year, month, query);
    const { limit, asOf, knownAt, from, to, fromKnownAt, toKnownAt } = query;
    const question = JSON.stringify(['contributions', figure, asOf, knownAt, from, to, fromKnownAt, toKnownAt]);
    const after = sortOf(question, query.cursor);
    const pageOf = (documents: Documents, day: string) => contributionsOn(documents, figure, { day, ...after, limit });
    const page = isDifference(query)
      ? contributionDifference(await this.questions.askBoth(reply, query, pageOf), limit)
      : await this.questions.ask(reply, query, (documents) => pageOf(documents, asOf ?? LATEST));
    if (!page.total) throw wrong('/figure', '看板没有此数');
    const items = page.items.map(({ id, name, amounts }) => ({ id, name, amounts }));
    return withNext(reply, request.url, question, { ...figure, total: page.total, items, next: page.next });
  }

  /** The events that made what one project adds, each with what it changed; they sum to it without remainder. */
  @Get(':project')
  @ShowsHistory()
  async events(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('year') year: string,
    @Param('month') month: string,
    @Param('project') id: string,
    @Query() query: ContributionParameters,
  ) {
    const figure = figureOf(year, month, query);
    const { revision } = await this.runtime.door.streams.load(projectStream(id));
    if (revision === NO_STREAM) throw refuse('UNKNOWN_PROJECT', { id });
    const viewpoints = isDifference(query)
      ? await this.questions.askBoth(reply, query, () => Promise.resolve(null))
      : { to: await this.viewpointOf(reply, query) };
    const made = await contributingEvents((stream) => this.runtime.store.read(stream), id, figure, viewpoints);
    return { ...figure, id, ...made };
  }

  private viewpointOf(reply: FastifyReply, query: ContributionParameters): Promise<Viewpoint> {
    return this.questions.ask(reply, query, ({ position }) => Promise.resolve({ position, day: query.asOf ?? LATEST }));
  }
}

const figureOf = (year: string, month: string, { cell, figure }: ContributionParameters): Figure => ({
  ...{ year: yearOf(year), month: monthNumberOf(month), cell, figure },
});

const isDifference = ({ from, to, fromKnownAt, toKnownAt }: ContributionParameters): boolean =>
  [from, to, fromKnownAt, toKnownAt].some((given) => given !== undefined);
