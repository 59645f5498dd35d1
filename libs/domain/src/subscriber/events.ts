import type { Event } from '../shapes.js';

/** What a subscriber may see of what is told outside. */
export interface Grant {
  /** Names of public events, without a version. */
  readonly types: readonly string[];
  /** Units whose projects count; null is every project. What is about no project is seen by its type alone. */
  readonly units: readonly string[] | null;
}

/** Standard Webhooks: HMAC-SHA256 under a shared secret, or Ed25519. */
export const WEBHOOK_SIGNATURES = ['v1', 'v1a'] as const;

/** Where a subscriber wants to be told, and of what. */
export interface WebhookWants {
  readonly url: string;
  /** Names of public events; null is all that the grant names. */
  readonly types: readonly string[] | null;
  /** Id of the one project; null is every one. */
  readonly project: string | null;
}

export interface WebhookTerms extends WebhookWants {
  readonly signature: (typeof WEBHOOK_SIGNATURES)[number];
}

/** Somebody asked for it, or its receiver failed for too long. */
export type PauseCause = 'ASKED' | 'FAILING';

export type SubscriberEvent =
  /** From now on the subscriber sees exactly this. */
  | Event<'SubscriptionGranted', Grant>
  /** The subscriber sees nothing any more. */
  | Event<'SubscriptionRevoked', { reason: string }>
  /** An address to be told at, from behind a leaf of the ledger; null from the first event on. */
  | Event<'WebhookRegistered', WebhookTerms & { readonly webhook: string; readonly after: string | null }>
  /** From now on it is told elsewhere or of something else, from where it stands. */
  | Event<'WebhookChanged', WebhookWants & { readonly webhook: string }>
  /** The secret of this generation signs from now on, the one before beside it until an instant. */
  | Event<'WebhookSecretRotated', { webhook: string; generation: number; formerUntil: string }>
  /** Nothing is delivered until it is resumed. */
  | Event<'WebhookPaused', { webhook: string; cause: PauseCause }>
  /** Delivery goes on where it stopped, or behind the leaf that is named. */
  | Event<'WebhookResumed', { webhook: string; after: string | null }>
  /** The address is told nothing more. */
  | Event<'WebhookRemoved', { webhook: string }>;
