import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { PUBLIC_NAMES } from '#libs/contracts';
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
import { Lanes, makeKey, publicKeyOf, secretOf } from '#libs/webhooks';
import { commandIdOf, Commands } from '../http/commands.js';
import { ChoiceIfGiven, IdOrNull, Text, TextOrNull } from '../http/fields.js';
import { Everybody, type IdentifiedRequest } from '../http/identity.guard.js';
import { leafOf } from './leaf-of.js';

export class ResumeWebhookBody {
  @TextOrNull(15) after: string | null = null;
}

export class RegisterWebhookBody extends ResumeWebhookBody implements WebhookTerms {
  @Text(2_000) url: string;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: PUBLIC_NAMES }, required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PUBLIC_NAMES.length)
  @IsIn(PUBLIC_NAMES, { each: true })
  types: string[] | null = null;

  @IdOrNull() project: string | null = null;
  @ChoiceIfGiven(WEBHOOK_SIGNATURES) signature: WebhookTerms['signature'] = 'v1';
}

/** Addresses at which a subscriber is told: those that begin behind a leaf, and what only their subscriber sees. */
@ApiTags('feed')
@ApiBearerAuth()
@Controller('api/v1/subscribers/:subscriber/webhooks')
export class WebhooksController {
  private readonly lanes: Lanes;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly commands: Commands,
    private readonly leaves: Leaves,
  ) {
    this.lanes = new Lanes(runtime.db);
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
    await this.requireLeaf(body);
    const command: SubscriberCommand = { type: 'RegisterWebhook', ...body };
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
    await this.requireLeaf(body);
    const command: SubscriberCommand = { type: 'ResumeWebhook', webhook, after: body.after };
    return this.commands.send(request, reply, { stream: subscriberStream(subscriber), id: webhook, command });
  }

  @Get()
  @Everybody()
  @ApiOperation({ summary: 'The webhooks of a subscriber, and how many of their lanes wait or fail' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  async all(@Req() request: IdentifiedRequest, @Param('subscriber') subscriber: string) {
    const webhooks = Object.entries(await this.of(request, subscriber));
    return { items: await Promise.all(webhooks.map(([id, webhook]) => this.shown(id, webhook))) };
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
    const webhooks = await this.of(request, subscriber);
    if (!Object.hasOwn(webhooks, webhook)) throw refuse('UNKNOWN_WEBHOOK');
    const { signature, generation, formerUntil } = webhooks[webhook]!;
    const key = Buffer.from(await readOrMake(this.runtime.config.webhooks.key, makeKey), 'base64');
    void reply.header('cache-control', 'no-store');
    const secret = (signature === 'v1' ? secretOf : publicKeyOf)(key, webhook, generation);
    return { signature, generation, secret, formerUntil };
  }

  /** What is of another subscriber nobody is shown. */
  private async of({ actor }: IdentifiedRequest, subscriber: string): Promise<SubscriberState['webhooks']> {
    if (actor.role !== 'SUBSCRIBER') throw refuse('ROLE_MAY_NOT', { role: actor.role });
    if (actor.id !== subscriber) throw refuse('SUBSCRIPTION_OF_OTHER');
    const { state } = await this.runtime.door.streams.load<SubscriberState>(subscriberStream(subscriber));
    return state.webhooks;
  }

  private async shown(id: string, webhook: Webhook) {
    const failing = await this.lanes.lanes
      .find({ webhook: id, failures: { $gt: 0 } })
      .limit(100)
      .toArray();
    return {
      ...{ id, ...webhook },
      failing: failing.map(({ stream, leaf, failures, failingSince, outcome, due }) => ({
        ...{ stream, delivered: String(leaf), failures, since: failingSince, outcome, nextAttempt: due },
      })),
    };
  }

  private async requireLeaf({ after }: ResumeWebhookBody): Promise<void> {
    if (after !== null) await leafOf(this.leaves, after, 'INVALID_BODY');
  }
}
