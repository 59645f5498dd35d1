import { PUBLIC_NAMES } from '#libs/contracts';
import { type SubscriberCommand, subscriberStream, type WebhookWants } from '#libs/domain';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { type BodyOf, commandController, type CommandRoutes } from '../http/command-routes.js';
import { CodesOrNull, IdOrNull, Text } from '../http/fields.js';

export class GrantSubscriptionBody implements BodyOf<SubscriberCommand, 'GrantSubscription'> {
  @ApiProperty({ type: 'array', items: { type: 'string', enum: PUBLIC_NAMES }, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PUBLIC_NAMES.length)
  @IsIn(PUBLIC_NAMES, { each: true })
  types: string[];

  @CodesOrNull(500) units: string[] | null = null;
}

export class RevokeSubscriptionBody implements BodyOf<SubscriberCommand, 'RevokeSubscription'> {
  @Text() reason: string;
}

/** What is left out is null: every type that the grant names, every project. */
export class ChangeWebhookBody implements WebhookWants {
  @Text(2_000) url: string;

  @ApiProperty({ type: 'array', items: { type: 'string', enum: PUBLIC_NAMES }, required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PUBLIC_NAMES.length)
  @IsIn(PUBLIC_NAMES, { each: true })
  types: string[] | null = null;

  @IdOrNull() project: string | null = null;
}

/** What begins behind a leaf, `WebhooksController` takes, because it looks whether that leaf is there. */
type BeginsSomewhere = Extract<SubscriberCommand, { type: 'RegisterWebhook' | 'ResumeWebhook' }>;

const SUBSCRIBER_ROUTES: CommandRoutes<Exclude<SubscriberCommand, BeginsSomewhere>> = {
  GrantSubscription: { path: ':subscriber/grant-subscription', body: GrantSubscriptionBody },
  RevokeSubscription: { path: ':subscriber/revoke-subscription', body: RevokeSubscriptionBody },
  ChangeWebhook: { path: ':subscriber/webhooks/:webhook/change', body: ChangeWebhookBody, ifMatch: true },
  RotateWebhookSecret: { path: ':subscriber/webhooks/:webhook/rotate-secret' },
  PauseWebhook: { path: ':subscriber/webhooks/:webhook/pause' },
  RemoveWebhook: { path: ':subscriber/webhooks/:webhook/remove' },
};

/** Other systems that follow what is told outside, each named as its tokens name it. */
export const SUBSCRIBER_COMMANDS = [
  commandController(
    { path: 'subscribers', tag: 'feed', key: 'subscriber', stream: subscriberStream },
    SUBSCRIBER_ROUTES,
  ),
];
