import { append } from '../append/append.js';
import { ANY } from '../append/decide.js';
import { LINK_TYPE } from '../categories/names.js';
import { rangeOf } from '../read/range.js';
import { readRevisions } from '../read/stream.js';
import { type Store, systemEvent } from '../store.js';
import { type Item, itemOf } from './item.js';
import { type GroupKey, parkedStream } from './settings.js';

const BATCH = 100;

/** Writes a link to the event, with why it was parked. */
export async function park(store: Store, key: GroupKey, item: Item, reason: string): Promise<void> {
  const metadata = JSON.stringify({
    added: new Date().toISOString(),
    reason,
    subscriptionEventNumber: Number(item.revision),
  });
  const link = { ...systemEvent(LINK_TYPE, false, item.link), metadata: Buffer.from(metadata) };
  await append(store, parkedStream(key), ANY, [link]);
}

export function parkedCount(store: Store, key: GroupKey): number {
  const range = rangeOf(store, parkedStream(key));
  return range.kind === 'visible' ? range.last - range.first + 1 : 0;
}

/** The parked events from the first to (without) revision `stopAt`, batch by batch. */
export function* parkedItems(store: Store, key: GroupKey, stopAt: bigint | undefined): Generator<Item[], number> {
  const range = rangeOf(store, parkedStream(key));
  if (range.kind !== 'visible') return 0;
  const end =
    stopAt === undefined || stopAt > BigInt(range.last) ? range.last + 1 : Math.max(Number(stopAt), range.first);
  for (let next = range.first; next < end; next += BATCH) {
    const records = readRevisions(store, range, next, Math.min(BATCH, end - next));
    yield records.map((record) => itemOf(store, record, true, undefined));
  }
  return end;
}

/** Forgets parked events below a revision. */
export async function truncateParked(store: Store, key: GroupKey, before: number): Promise<void> {
  if (before === 0) return;
  await append(store, `$$${parkedStream(key)}`, ANY, [systemEvent('$metadata', true, `{"$tb":${before}}`)]);
}
