import { scenario } from '#libs/event-sourcing/testing';
import { OFFICE, projectScene } from '../testing.js';
import { GRANTED, SUBSCRIBER_EXAMPLES, type SubscriberExample } from './examples.js';
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
