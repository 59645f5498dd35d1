import { SYSTEM } from '#libs/event-sourcing';
import { scenario } from '#libs/event-sourcing/testing';
import { OFFICE, projectScene } from '../testing.js';
import type { SubscriberCommand } from './commands.js';
import { GRANTED, HOOKED, SUBSCRIBER_EXAMPLES, type SubscriberExample } from './examples.js';
import type { SubscriberEvent } from './events.js';
import { subscriberDecider } from './subscriber.js';

const subscriber = scenario(subscriberDecider, { stream: 'subscriber-city', now: projectScene.now, actor: OFFICE });
const examples = Object.values(SUBSCRIBER_EXAMPLES) as SubscriberExample<keyof typeof SUBSCRIBER_EXAMPLES>[];

describe.each(examples)('$command.type', ({ given, command, event }) => {
  it('is recorded as one event', () =>
    subscriber
      .given(...given)
      .when(command)
      .then(event));

  if (!['RegisterWebhook', 'RotateWebhookSecret', 'RemoveWebhook'].includes(command.type))
    it('is nothing when asked again', () =>
      subscriber
        .given(...given, event)
        .when(command)
        .thenNothing());
});

describe('a grant', () => {
  it('takes the place of the one before, and is the same in any order', () => {
    const wider = { types: ['report.accepted', 'plan.left'], units: null };
    const granted: SubscriberEvent = {
      type: 'SubscriptionGranted',
      data: { types: ['plan.left', 'report.accepted'], units: null },
    };
    subscriber
      .given(GRANTED)
      .when({ type: 'GrantSubscription', ...wider })
      .then(granted);
    subscriber
      .given(GRANTED, granted)
      .when({ type: 'GrantSubscription', ...wider })
      .thenNothing();
  });
});

describe('a webhook', () => {
  const webhook = 'new-webhook';
  const register: SubscriberCommand = {
    type: 'RegisterWebhook',
    ...{ url: 'https://city.example/hook', types: null, project: null, signature: 'v1', after: null },
  };

  it.each(['city.example', 'ftp://city.example/', 'https://me:word@city.example/', 'https://city.example/#a'])(
    'is not told at %s',
    (url) => {
      subscriber
        .given(GRANTED)
        .when({ ...register, url })
        .thenRefused('WEBHOOK_ADDRESS_UNSOUND');
    },
  );

  it('needs a grant, and is one of ten at most', () => {
    subscriber.given().when(register).thenRefused('SUBSCRIPTION_MISSING');
    const ten = Array.from({ length: 10 }, (_, n) => ({ ...HOOKED, data: { ...HOOKED.data, webhook: `hook-${n}` } }));
    subscriber
      .given(GRANTED, ...(ten as SubscriberEvent[]))
      .when(register)
      .thenRefused('WEBHOOKS_TOO_MANY');
  });

  it('that is not there, or no longer, is unknown', () => {
    const gone: SubscriberEvent = { type: 'WebhookRemoved', data: { webhook } };
    subscriber.given(GRANTED, HOOKED, gone).when({ type: 'PauseWebhook', webhook }).thenRefused('UNKNOWN_WEBHOOK');
    subscriber.given(GRANTED).when({ type: 'RemoveWebhook', webhook: 'toString' }).thenRefused('UNKNOWN_WEBHOOK');
  });

  it('is paused by the system where its receiver fails', () => {
    subscriber
      .given(GRANTED, HOOKED)
      .when({ type: 'PauseWebhook', webhook }, { actor: SYSTEM })
      .then({ type: 'WebhookPaused', data: { webhook, cause: 'FAILING' } });
  });

  it('is changed to a sound address only, and stays paused', () => {
    const { command, event } = SUBSCRIBER_EXAMPLES.ChangeWebhook;
    const paused = SUBSCRIBER_EXAMPLES.PauseWebhook.event;
    subscriber
      .given(GRANTED, HOOKED)
      .when({ ...command, url: 'ftp://city.example/' })
      .thenRefused('WEBHOOK_ADDRESS_UNSOUND');
    subscriber.given(GRANTED, HOOKED, paused, event).when(SUBSCRIBER_EXAMPLES.PauseWebhook.command).thenNothing();
  });

  it('is resumed behind a leaf also while it is told', () => {
    subscriber
      .given(GRANTED, HOOKED)
      .when({ type: 'ResumeWebhook', webhook, after: '7' })
      .then({ type: 'WebhookResumed', data: { webhook, after: '7' } });
  });
});
