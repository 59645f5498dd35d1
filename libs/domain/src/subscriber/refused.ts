import { scenario } from '#libs/event-sourcing/testing';
import { projectScene } from '../testing.js';
import { authorize } from '../rights.js';
import type { SubscriberEvent } from './events.js';
import { GRANTED, HOOKED, SUBSCRIBER_EXAMPLES } from './examples.js';
import { subscriberDecider } from './subscriber.js';

const actor = { id: 'city', role: 'SUBSCRIBER', unit: null };
const subscriber = scenario(subscriberDecider, { stream: 'subscriber-city', now: projectScene.now, actor });
const register = SUBSCRIBER_EXAMPLES.RegisterWebhook.command;
const ten = Array.from({ length: 10 }, (_, n) => ({ ...HOOKED, data: { ...HOOKED.data, webhook: `hook-${n}` } }));

/** Every refusal of a subscriber's command with the plainest way to provoke it. */
export const SUBSCRIBER_REFUSED = {
  SUBSCRIPTION_OF_OTHER: () => ({
    thenRefused: (code: string) =>
      expect(() => authorize({ ...actor, id: 'other' }, register, {}, 'subscriber-city')).toThrow(code),
  }),
  SUBSCRIPTION_MISSING: () => subscriber.given().when(register),
  WEBHOOKS_TOO_MANY: () => subscriber.given(GRANTED, ...(ten as SubscriberEvent[])).when(register),
  WEBHOOK_ADDRESS_UNSOUND: () => subscriber.given(GRANTED).when({ ...register, url: 'https://me:word@city.example/' }),
  UNKNOWN_WEBHOOK: () => subscriber.given(GRANTED).when(SUBSCRIBER_EXAMPLES.PauseWebhook.command),
};
