import type { Command } from '../shapes.js';
import type { Grant } from './events.js';

export type SubscriberCommand = Command<'GrantSubscription', Grant> | Command<'RevokeSubscription', { reason: string }>;
