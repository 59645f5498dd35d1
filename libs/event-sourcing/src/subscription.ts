import type { EventStore } from './event-store.js';
import type { Position, Recorded } from './event.js';

/** How many events wait at most between log and reader; the server is held back beyond it. */
const BUFFER = 2_000;

const QUIET_MILLISECONDS = 1_000;
/** What follows closely on the first event of a batch comes along: a batch costs its reader more than an event. */
const GATHER_MILLISECONDS = 20;

/**
 * Follows the log after a position, in order, in batches that never end inside an append.
 * Takes what has arrived, at most `limit` events unless one append is longer; an empty batch each second in which
 * nothing has, so that the reader can look after other things. Ends when aborted.
 */
export async function* follow(
  store: EventStore,
  after: Position,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<Recorded[]> {
  const subscription = store.subscribe(after);
  const buffer: Recorded[] = [];
  let failure: unknown;
  let wake = (): void => undefined;
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  subscription.on('data', (resolved) => {
    const event = store.delivered(resolved);
    if (event) buffer.push(event);
    if (buffer.length >= BUFFER) subscription.pause();
    wake();
  });
  subscription.on('error', (error) => {
    failure = error;
    wake();
  });
  subscription.on('end', () => {
    failure ??= new Error('the subscription ended');
    wake();
  });
  /** False if nothing arrived for a while. */
  const woken = (): Promise<boolean> =>
    new Promise((resolve) => {
      const quiet = setTimeout(() => resolve(false), QUIET_MILLISECONDS);
      wake = () => {
        clearTimeout(quiet);
        resolve(true);
      };
    });
  try {
    while (!signal.aborted) {
      const batch = takeBatch(buffer, limit);
      if (batch) yield batch;
      else if (failure) throw failure as Error;
      else if (!(await woken())) yield [];
      else await new Promise((resolve) => setTimeout(resolve, GATHER_MILLISECONDS));
      if (buffer.length < BUFFER && subscription.isPaused()) subscription.resume();
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await subscription.unsubscribe().catch(() => undefined);
  }
}

/** The longest run of whole appends within the limit, or the first one if it is longer; undefined if none is whole. */
function takeBatch(buffer: Recorded[], limit: number): Recorded[] | undefined {
  let end = 0;
  for (let at = 0; at < buffer.length && (at < limit || end === 0); at++) if (buffer[at]!.metadata.last) end = at + 1;
  return end === 0 ? undefined : buffer.splice(0, end);
}
