import { keepRunning, react, type ReactionSettings, type Running } from '#libs/event-sourcing';
import type { Runtime } from '#libs/platform';

interface Reaction extends Pick<ReactionSettings, 'name' | 'react' | 'onBatch'> {
  /** What the log says when it fails and begins again. */
  readonly stopped: string;
}

/** Reacts to the log from where its checkpoint stands until it is stopped. */
export function keepReacting({ db, store, owner, log }: Runtime, { stopped, ...reaction }: Reaction): Running {
  return keepRunning(
    (signal) => react({ db, store, owner, ...reaction }, signal),
    (reason, err) => {
      if (reason === 'FAILED') log.error({ err }, stopped);
    },
  );
}

const AT_ONCE = 8;

/** Does the same with each of them, a few at once. */
export async function sideBySide<T>(all: readonly T[], one: (each: T) => Promise<void>): Promise<void> {
  for (let next = 0; next < all.length; next += AT_ONCE) await Promise.all(all.slice(next, next + AT_ONCE).map(one));
}
