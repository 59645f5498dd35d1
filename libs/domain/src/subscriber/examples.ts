import type { SubscriberCommand } from './commands.js';
import type { SubscriberEvent } from './events.js';

const GRANT = { types: ['report.accepted'], units: ['unit-owner'] };
export const GRANTED: SubscriberEvent = { type: 'SubscriptionGranted', data: GRANT };

const WEBHOOK = 'new-webhook';
const TERMS = { url: 'https://city.example/hook', types: null, project: null, signature: 'v1' as const };
const CHANGED = { url: 'https://city.example/other', types: ['report.accepted'], project: 'p1' };
export const HOOKED: SubscriberEvent = {
  type: 'WebhookRegistered',
  data: { webhook: WEBHOOK, ...TERMS, after: null },
};
const PAUSED: SubscriberEvent = { type: 'WebhookPaused', data: { webhook: WEBHOOK, cause: 'ASKED' } };

export interface SubscriberExample<Type extends SubscriberCommand['type']> {
  readonly given: readonly SubscriberEvent[];
  readonly command: Extract<SubscriberCommand, { type: Type }>;
  readonly event: SubscriberEvent;
}

/** For each command of a subscriber the plain case. */
export const SUBSCRIBER_EXAMPLES: { readonly [Type in SubscriberCommand['type']]: SubscriberExample<Type> } = {
  GrantSubscription: {
    given: [],
    command: { type: 'GrantSubscription', ...GRANT },
    event: GRANTED,
  },
  RevokeSubscription: {
    given: [GRANTED],
    command: { type: 'RevokeSubscription', reason: '系统停用' },
    event: { type: 'SubscriptionRevoked', data: { reason: '系统停用' } },
  },
  RegisterWebhook: {
    given: [GRANTED],
    command: { type: 'RegisterWebhook', ...TERMS, after: null },
    event: HOOKED,
  },
  ChangeWebhook: {
    given: [GRANTED, HOOKED],
    command: { type: 'ChangeWebhook', webhook: WEBHOOK, ...CHANGED },
    event: { type: 'WebhookChanged', data: { webhook: WEBHOOK, ...CHANGED } },
  },
  RotateWebhookSecret: {
    given: [GRANTED, HOOKED],
    command: { type: 'RotateWebhookSecret', webhook: WEBHOOK },
    event: {
      type: 'WebhookSecretRotated',
      data: { webhook: WEBHOOK, generation: 2, formerUntil: '2022-05-17T02:00:00.000Z' },
    },
  },
  PauseWebhook: {
    given: [GRANTED, HOOKED],
    command: { type: 'PauseWebhook', webhook: WEBHOOK },
    event: PAUSED,
  },
  ResumeWebhook: {
    given: [GRANTED, HOOKED, PAUSED],
    command: { type: 'ResumeWebhook', webhook: WEBHOOK, after: null },
    event: { type: 'WebhookResumed', data: { webhook: WEBHOOK, after: null } },
  },
  RemoveWebhook: {
    given: [GRANTED, HOOKED],
    command: { type: 'RemoveWebhook', webhook: WEBHOOK },
    event: { type: 'WebhookRemoved', data: { webhook: WEBHOOK } },
  },
};
