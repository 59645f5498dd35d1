import type { DomainEvent } from '#libs/event-sourcing/pure';
import type { Command } from '../shapes.js';

/** Tells outsiders of an event, in the words of their contract (libs/contracts). */
export type PublicationCommand = Command<'Publish', { event: DomainEvent }>;
