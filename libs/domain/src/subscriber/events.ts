import type { Event } from '../shapes.js';

/** What a subscriber may see of what is told outside. */
export interface Grant {
  /** Names of public events, without a version. */
  readonly types: readonly string[];
  /** Units whose projects count; null is every project. What is about no project is seen by its type alone. */
  readonly units: readonly string[] | null;
}

export type SubscriberEvent =
  /** From now on the subscriber sees exactly this. */
  | Event<'SubscriptionGranted', Grant>
  /** The subscriber sees nothing any more. */
  | Event<'SubscriptionRevoked', { reason: string }>;
