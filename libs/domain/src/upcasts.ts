import type { Upcasts } from '#libs/event-sourcing/pure';

/** How events of earlier schemas become today's on read; every event is still of its first. */
export const UPCASTS: Upcasts = {};
