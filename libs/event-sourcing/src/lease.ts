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

/** Work that goes on beside everything else until it is stopped. */
export interface Running {
  /** Ends the work and waits until it has let go of what it held. */
  stop(): Promise<void>;
}

/** Keeps work running: whatever stops it is told, and after a pause it is taken up again. */
export function keepRunning(
  work: (signal: AbortSignal) => Promise<void>,
  onStopped: (reason: 'LEASE_LOST' | 'FAILED', error: Error) => void,
): Running {
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      try {
        await work(stop.signal);
      } catch (error) {
        onStopped(error instanceof LeaseLost ? 'LEASE_LOST' : 'FAILED', error as Error);
        await pause(RESTART_MILLISECONDS);
      }
    }
  };
  const running = run();
  return {
    stop() {
      stop.abort();
      return running;
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
