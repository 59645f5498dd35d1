import { signed } from './secrets.js';
import type { Outcome, Sender } from './sender.js';

/** Where a webhook is told, and what signs for it. */
interface Addressed {
  readonly url: string;
  readonly signature: 'v1' | 'v1a';
  readonly generation: number;
  readonly formerUntil: string | null;
}

/** How one request went. */
export interface Went {
  readonly at: Date;
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

/** Sends an event, signed at this moment; by the former secret as well where `now`, of the domain's clock, is early enough. */
export async function deliver(
  sender: Sender,
  key: Buffer,
  [webhook, { url, signature, generation, formerUntil }]: readonly [string, Addressed],
  event: { readonly id: string },
  now: Date,
): Promise<Went> {
  const isFormerGood = formerUntil !== null && now.toISOString() < formerUntil;
  const generations = isFormerGood ? [generation, generation - 1] : [generation];
  const body = JSON.stringify(event);
  const at = new Date();
  const outcome = await sender.post(url, signed({ key, webhook, signature, generations }, event.id, at, body), body);
  return { at, outcome, milliseconds: Date.now() - at.getTime() };
}
