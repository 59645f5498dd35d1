import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { testEvent } from '#libs/contracts';
import { derivedId } from '#libs/event-sourcing';
import {
  refuse,
  type SubscriberCommand,
  type SubscriberState,
  subscriberStream,
  type Webhook,
  WEBHOOK_SIGNATURES,
  type WebhookTerms,
} from '#libs/domain';
import { Leaves } from '#libs/feed';
import { readOrMake, type Runtime, RUNTIME } from '#libs/platform';
import {
  type Attempt,
  attemptOf,
  Attempts,
  deliver,
  Lanes,
  makeKey,
  networksOf,
  publicKeyOf,
  secretOf,
  Sender,
} from '#libs/webhooks';
import { commandIdOf, Commands, requireNoFields } from '../http/commands.js';
import { ChoiceIfGiven, TextOrNull } from '../http/fields.js';
import { Everybody, type IdentifiedRequest } from '../http/identity.guard.js';
import { EdgeProblem } from '../http/problems.js';
import { Cursor, Limit, PAGE, sortOf, withNext } from '../http/questions.js';
import { ChangeWebhookBody } from './commands.js';
import { leafOf } from './leaf-of.js';

export class ResumeWebhookBody {
  @TextOrNull(24) after: string | null = null;
}

export class RegisterWebhookBody extends ChangeWebhookBody implements WebhookTerms {
  @ChoiceIfGiven(WEBHOOK_SIGNATURES) signature: WebhookTerms['signature'] = 'v1';
  @TextOrNull(24) after: string | null = null;
}

export class DeliveriesQuery {
  @Limit()
  readonly limit: number = PAGE;

  @Cursor()
  readonly cursor?: string;
}

/** Addresses at which a subscriber is told: those that begin behind a leaf, and what only their subscriber sees. */
@ApiTags('feed')
@ApiBearerAuth()
@Controller('api/v1/subscribers/:subscriber/webhooks')
export class WebhooksController {
  private readonly lanes: Lanes;
  private readonly attempts: Attempts;
  private readonly sender: Sender;
  /** Webhooks of which a test is under way here: nobody makes us knock at an address more than once at a time. */
  private readonly tested = new Set<string>();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly commands: Commands,
    private readonly leaves: Leaves,
  ) {
    this.lanes = new Lanes(runtime.db);
    this.attempts = new Attempts(runtime.db);
    this.sender = new Sender(networksOf(runtime.config.webhooks.networks));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sender.close();
  }

  @Post()
  @ApiOperation({ operationId: 'RegisterWebhook' })
  async register(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('subscriber') subscriber: string,
    @Body() body: RegisterWebhookBody,
  ) {
    const id = derivedId(commandIdOf(request), 'webhook');
    const after = await this.leafAfter(body);
    const command: SubscriberCommand = { type: 'RegisterWebhook', ...body, after };
    const location = `/api/v1/subscribers/${subscriber}/webhooks/${id}`;
    return this.commands.send(request, reply, { stream: subscriberStream(subscriber), id, command, location });
  }

  @Post(':webhook/resume')
  @ApiOperation({ operationId: 'ResumeWebhook' })
  async resume(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('subscriber') subscriber: string,
    @Param('webhook') webhook: string,
    @Body() body: ResumeWebhookBody,
  ) {
    const command: SubscriberCommand = { type: 'ResumeWebhook', webhook, after: await this.leafAfter(body) };
    return this.commands.send(request, reply, { stream: subscriberStream(subscriber), id: webhook, command });
  }

  @Get()
  @Everybody()
  @ApiOperation({ summary: 'The webhooks of a subscriber, and how many of their lanes wait or fail' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async all(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('subscriber') subscriber: string,
  ) {
    const { state, revision } = await this.of(request, subscriber);
    void reply.header('etag', `"${revision}"`);
    const webhooks = Object.entries(state.webhooks);
    return { items: await Promise.all(webhooks.map(([id, webhook]) => this.shown(id, webhook))) };
  }

  @Post(':webhook/test')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sends one signed test event now, also while it is paused, and says how that went' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async test(
    @Req() request: IdentifiedRequest,
    @Param('subscriber') subscriber: string,
    @Param('webhook') webhook: string,
  ) {
    requireNoFields(request);
    const id = derivedId(commandIdOf(request), 'test');
    const terms = await this.one(request, subscriber, webhook);
    if (this.tested.has(webhook)) throw new EdgeProblem('WEBHOOK_BEING_TESTED');
    this.tested.add(webhook);
    try {
      const now = this.runtime.clock.now();
      const event = testEvent(id, webhook, now);
      const attempt = attemptOf(
        webhook,
        event,
        await deliver(this.sender, await this.key(), [webhook, terms], event, now),
      );
      await this.attempts.note([attempt]);
      return shownAttempt(attempt);
    } finally {
      this.tested.delete(webhook);
    }
  }

  @Get(':webhook/deliveries')
  @Everybody()
  @ApiOperation({ summary: 'The last requests to it and how each ended, the newest first' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async deliveries(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('subscriber') subscriber: string,
    @Param('webhook') webhook: string,
    @Query() { limit, cursor }: DeliveriesQuery,
  ) {
    await this.one(request, subscriber, webhook);
    const question = JSON.stringify(['deliveries', webhook]);
    const page = await this.attempts.page(webhook, limit, sortOf(question, cursor).after);
    void reply.header('cache-control', 'no-store');
    return withNext(reply, request.url, question, { ...page, items: page.items.map(shownAttempt) });
  }

  @Get(':webhook/secret')
  @Everybody()
  @ApiOperation({ summary: 'What checks the signatures: the secret of v1, the public key of v1a' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async secret(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('subscriber') subscriber: string,
    @Param('webhook') webhook: string,
  ) {
    const { signature, generation, formerUntil } = await this.one(request, subscriber, webhook);
    void reply.header('cache-control', 'no-store');
    const secret = (signature === 'v1' ? secretOf : publicKeyOf)(await this.key(), webhook, generation);
    return { signature, generation, secret, formerUntil };
  }

  /** What is of another subscriber nobody is shown. */
  private async of({ actor }: IdentifiedRequest, subscriber: string) {
    if (actor.role !== 'SUBSCRIBER') throw refuse('ROLE_MAY_NOT', { role: actor.role });
    if (actor.id !== subscriber) throw refuse('SUBSCRIPTION_OF_OTHER');
    return this.runtime.door.streams.load<SubscriberState>(subscriberStream(subscriber));
  }

  private async one(request: IdentifiedRequest, subscriber: string, webhook: string): Promise<Webhook> {
    const { webhooks } = (await this.of(request, subscriber)).state;
    if (!Object.hasOwn(webhooks, webhook)) throw refuse('UNKNOWN_WEBHOOK');
    return webhooks[webhook]!;
  }

  private async key(): Promise<Buffer> {
    return Buffer.from(await readOrMake(this.runtime.config.webhooks.key, makeKey), 'base64');
  }

  private async shown(id: string, webhook: Webhook) {
    const failing = await this.lanes.failing(id, 100);
    return {
      ...{ id, ...webhook },
      failing: failing.map(({ stream, leaf, failures, failingSince, outcome, due }) => ({
        ...{ stream, delivered: String(leaf), failures, since: failingSince, outcome, nextAttempt: due },
      })),
    };
  }

  private async leafAfter({ after }: { readonly after: string | null }): Promise<string | null> {
    return after === null ? null : String(await leafOf(this.leaves, after, 'INVALID_BODY'));
  }
}

const shownAttempt = ({ at, event, type, subject, leaf, outcome, milliseconds }: Attempt) => ({
  ...{ at, event, type, subject, leaf: leaf === null ? null : String(leaf) },
  ...(typeof outcome === 'number' ? { status: outcome, error: null } : { status: null, error: outcome }),
  milliseconds,
});
