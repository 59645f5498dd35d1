import type { Db } from 'mongodb';
import { type Position, readCheckpoint, Refusal } from '#libs/event-sourcing';
import { PROJECTION } from '#libs/read-models';

/** How long an answer waits for the views; then the caller is asked to come again. */
const LIMIT_MILLISECONDS = 5_000;
const LOOK_MILLISECONDS = 15;

interface Waiter {
  readonly position: Position;
  readonly until: number;
  resolve(): void;
  reject(reason: Refusal): void;
}

const waiters = new Map<Db, Set<Waiter>>();

/** Waits until the views have reached a position; throws VIEWS_BEHIND after 5 seconds, or as long as is allowed. */
export async function awaitPosition(db: Db, position: Position, milliseconds = LIMIT_MILLISECONDS): Promise<void> {
  const checkpoint = await readCheckpoint(db, PROJECTION);
  if (checkpoint && checkpoint.position >= position) return;
  await new Promise<void>((resolve, reject) => {
    const waiting = waiters.get(db) ?? new Set();
    waiting.add({ position, until: Date.now() + milliseconds, resolve, reject });
    if (waiters.has(db)) return;
    waiters.set(db, waiting);
    void look(db, waiting);
  });
}

/** One look serves all who wait, however many they are; it ends with the last of them. */
async function look(db: Db, waiting: Set<Waiter>): Promise<void> {
  while (waiting.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    const reached = (await readCheckpoint(db, PROJECTION).catch(() => null))?.position ?? -1;
    for (const waiter of waiting) {
      if (waiter.position <= reached) waiter.resolve();
      else if (waiter.until < Date.now()) waiter.reject(new Refusal('unavailable', 'VIEWS_BEHIND', { reached }));
      else continue;
      waiting.delete(waiter);
    }
  }
  waiters.delete(db);
}
