import { status } from '@grpc/grpc-js';
import { readBackwards, readForwards } from '../log/read.js';
import type { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import { CallError, streamDeleted } from '../wire/errors.js';
import type { From, ReadRequest } from '../wire/read-requests.js';
import { readResponses } from '../wire/read-responses.js';
import { compileFilter } from './filter.js';
import { isHiddenFromAll } from './hidden.js';
import { present, sendBatch } from './present.js';
import { rangeOf } from './range.js';
import { streamRecords } from './stream.js';

/** `Streams.Read` of a stream up to a count: an absent stream is a message, a tombstoned one an error. */
export async function readStream(store: Store, out: Outlet, name: string, request: ReadRequest): Promise<void> {
  const { count = 0, backwards, from } = request;
  if (count === 0 || (from === 'end' && !backwards))
    throw new CallError(status.UNKNOWN, 'A forward read from the end and a read of no events are not possible.');
  const range = rangeOf(store, name);
  if (range.kind === 'deleted') throw streamDeleted(name);
  if (range.kind === 'missing') return out.sendAll([readResponses.streamNotFound(name)]);
  for (const records of streamRecords(store, range, from, backwards, count)) {
    await sendBatch(store, out, records, request);
    if (out.signal.aborted) return;
  }
}

/** `Streams.Read` of `$all` up to a count, in the order of positions or against it. */
export async function readAll(store: Store, out: Outlet, request: ReadRequest): Promise<void> {
  const { log } = store;
  const { backwards, from } = request;
  const filter = request.filter && compileFilter(request.filter);
  let left = request.count ?? 0;
  if (left === 0) throw new CallError(status.UNKNOWN, 'A read of no events is not possible.');
  let next = startOrdinal(store, from, backwards);
  while (left > 0 && !out.signal.aborted) {
    const records = await (backwards ? readBackwards(log, next, left) : readForwards(log, next, left));
    if (records.length === 0) return;
    next += backwards ? -records.length : records.length;
    const shown = records.filter((record) => !isHiddenFromAll(record) && (!filter || filter(record)));
    left -= shown.length;
    await out.sendAll(shown.map((record) => present(store, record, request)));
  }
}

/** Forwards a position is the first event's own; backwards it is the one behind the first event. */
function startOrdinal({ log }: Store, from: From, backwards: boolean): number {
  if (from === 'start') return 0;
  if (from === 'end') return log.committed;
  const ordinal = from > BigInt(log.bytes) ? log.committed : log.ordinalAt(Number(from));
  return backwards ? Math.min(ordinal, log.committed) : ordinal;
}
