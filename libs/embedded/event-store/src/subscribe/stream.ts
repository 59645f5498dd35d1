import { readOne } from '../log/read.js';
import { present, sendBatch } from '../read/present.js';
import { rangeOf } from '../read/range.js';
import { streamRecords } from '../read/stream.js';
import type { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import { streamDeleted } from '../wire/errors.js';
import type { From, ReadRequest } from '../wire/read-requests.js';
import { readResponses } from '../wire/read-responses.js';

/**
 * A catch-up subscription to a stream, which need not exist yet. When the stream is tombstoned, a live subscription
 * gets the tombstone's event before it ends with stream-deleted.
 */
export async function subscribeToStream(store: Store, out: Outlet, name: string, request: ReadRequest): Promise<void> {
  let next = firstRevision(store, name, request.from);
  let live = false;
  while (!out.signal.aborted) {
    const range = rangeOf(store, name);
    if (range.kind === 'deleted') {
      const tombstone = store.streams.find(name)?.tombstone ?? -1;
      if (live && tombstone >= 0) await out.send(present(store, readOne(store.log, tombstone), request));
      throw streamDeleted(name);
    }
    if (range.kind === 'visible' && BigInt(range.last) >= next) {
      for (const records of streamRecords(store, range, next, false, Infinity)) {
        await sendBatch(store, out, records, request);
        if (out.signal.aborted) return;
      }
      next = BigInt(range.last + 1);
      continue; // what was committed meanwhile has woken nobody
    }
    if (!live) {
      await out.send(readResponses.caughtUp());
      live = true;
      continue;
    }
    await store.commits.ofStream(name, out.signal);
  }
}

/** The revision of a subscription is that of the last event that it does not want. */
function firstRevision(store: Store, name: string, from: From): bigint {
  if (from === 'start') return 0n;
  if (from !== 'end') return from + 1n;
  const stream = store.streams.find(name);
  return stream ? BigInt(store.streams.lengthBelow(stream, store.log.committed)) : 0n;
}
