import { decideBy, type Decider, evolveBy, type Folds, type Rules } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import type { SubscriberCommand } from './commands.js';
import type { Grant, SubscriberEvent } from './events.js';

export interface SubscriberState {
  /** What it may see; null before a grant and after its revocation. */
  readonly grant: Grant | null;
}

/** A subscriber is whom its tokens name. */
export const subscriberStream = (subject: string): string => `subscriber-${subject}`;

const RULES: Rules<SubscriberState, SubscriberCommand, SubscriberEvent> = {
  GrantSubscription({ types, units }, { grant }) {
    const granted: Grant = { types: sorted(types), units: units && sorted(units) };
    if (JSON.stringify(grant) === JSON.stringify(granted)) return [];
    return [{ type: 'SubscriptionGranted', data: granted }];
  },

  RevokeSubscription({ reason }, { grant }) {
    return grant === null ? [] : [{ type: 'SubscriptionRevoked', data: { reason } }];
  },
};

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

const FOLDS: Folds<SubscriberState, SubscriberEvent> = {
  SubscriptionGranted: (_, { data: { types, units } }) => ({ grant: { types, units } }),
  SubscriptionRevoked: () => ({ grant: null }),
};

/** Another system that follows what is told outside: granted by the office, as far as the grant says. */
export const subscriberDecider: Decider<SubscriberState, SubscriberCommand, SubscriberEvent> = {
  initial: { grant: null },
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
};
