import type { SubscriberCommand } from './commands.js';
import type { SubscriberEvent } from './events.js';

const GRANT = { types: ['report.accepted'], units: ['unit-owner'] };
export const GRANTED: SubscriberEvent = { type: 'SubscriptionGranted', data: GRANT };

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
};
