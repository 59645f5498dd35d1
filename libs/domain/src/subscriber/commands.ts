import type { Command } from '../shapes.js';
import type { Grant, WebhookTerms, WebhookWants } from './events.js';

export type SubscriberCommand =
  | Command<'GrantSubscription', Grant>
  | Command<'RevokeSubscription', { reason: string }>
  | Command<'RegisterWebhook', WebhookTerms & { readonly after: string | null }>
  /** What it is told of and where, in place of what was said before; what was passed over by then is not told. */
  | Command<'ChangeWebhook', WebhookWants & { readonly webhook: string }>
  | Command<'RotateWebhookSecret', { webhook: string }>
  | Command<'PauseWebhook', { webhook: string }>
  /** `after` null goes on where it stopped; a leaf tells again, or passes over, from there on. */
  | Command<'ResumeWebhook', { webhook: string; after: string | null }>
  | Command<'RemoveWebhook', { webhook: string }>;
