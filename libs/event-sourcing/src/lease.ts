import type { Db } from 'mongodb';
import { HeldCheckpoint, LeaseLost } from './checkpoint.js';

const STANDBY_MILLISECONDS = 500;
const RESTART_MILLISECONDS = 1_000;

/** Waits as a standby until nobody else holds the checkpoint, then works with it; lets go of it however that ends. */
export async function whileHolding(
  db: Db,
  name: string,
  owner: string,
  signal: AbortSignal,
  work: (held: HeldCheckpoint) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const held = await HeldCheckpoint.take(db, name, owner);
    if (!held) {
      await pause(STANDBY_MILLISECONDS);
      continue;
    }
    try {
      return await work(held);
    } finally {
      await held.release();
    }
  }
}

/** Works until aborted: whatever stops the work is told, and after a pause it is taken up again. */
export async function untilAborted(
  signal: AbortSignal,
  work: () => Promise<void>,
  onStopped: (reason: 'LEASE_LOST' | 'FAILED', error: Error) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await work();
    } catch (error) {
      onStopped(error instanceof LeaseLost ? 'LEASE_LOST' : 'FAILED', error as Error);
      await pause(RESTART_MILLISECONDS);
    }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
