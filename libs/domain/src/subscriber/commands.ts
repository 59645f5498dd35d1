import type { Command } from '../shapes.js';
import type { Grant, WebhookTerms } from './events.js';

export type SubscriberCommand =
  | Command<'GrantSubscription', Grant>
  | Command<'RevokeSubscription', { reason: string }>
  | Command<'RegisterWebhook', WebhookTerms & { readonly after: string | null }>
  | Command<'RotateWebhookSecret', { webhook: string }>
  | Command<'PauseWebhook', { webhook: string }>
  /** `after` null goes on where it stopped; a leaf tells again, or passes over, from there on. */
  | Command<'ResumeWebhook', { webhook: string; after: string | null }>
  | Command<'RemoveWebhook', { webhook: string }>;
