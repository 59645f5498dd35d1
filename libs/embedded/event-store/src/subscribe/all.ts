import { readForwards } from '../log/read.js';
import { compileFilter } from '../read/filter.js';
import { isHiddenFromAll } from '../read/hidden.js';
import { present } from '../read/present.js';
import type { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import type { From, ReadRequest } from '../wire/read-requests.js';
import { readResponses } from '../wire/read-responses.js';

/**
 * A catch-up subscription to `$all`: a cursor over the log that pulls what the client takes and sleeps at the end until
 * a commit wakes it. A filtered one tells by checkpoints how far it has looked.
 */
export async function subscribeToAll(store: Store, out: Outlet, request: ReadRequest): Promise<void> {
  const { log } = store;
  const filter = request.filter && compileFilter(request.filter);
  const every = request.filter?.checkpointEvery ?? 0;
  let next = firstOrdinal(store, request.from);
  let considered = 0;
  let live = false;
  while (!out.signal.aborted) {
    const records = await readForwards(log, next, Infinity);
    for (const record of records) {
      next++;
      if (isHiddenFromAll(record)) continue;
      if (!filter || filter(record)) {
        const full = out.send(present(store, record, request));
        if (full) await full;
      }
      if (filter && ++considered % every === 0) await out.send(readResponses.checkpoint(log.position(next - 1)));
      if (out.signal.aborted) return;
    }
    if (records.length > 0) continue;
    if (!live) {
      if (considered % every !== 0) await out.send(readResponses.checkpoint(log.position(next - 1)));
      await out.send(readResponses.caughtUp());
      live = true;
    }
    await store.commits.beyond(next, out.signal);
  }
}

/** The position of a subscription is the last event that it does not want. */
function firstOrdinal({ log }: Store, from: From): number {
  if (from === 'start') return 0;
  if (from === 'end' || from >= BigInt(log.bytes)) return log.committed;
  return log.ordinalAt(Number(from) + 1);
}
