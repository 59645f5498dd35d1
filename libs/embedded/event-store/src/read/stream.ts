import { linkRecord } from '../categories/link-record.js';
import { isLinkStream } from '../categories/names.js';
import { readMany } from '../log/read.js';
import type { Store } from '../store.js';
import { parseRecord } from '../wire/recorded-event.js';
import type { From } from '../wire/read-requests.js';
import type { Range } from './range.js';

/** Few enough that reading them from the disk does not hold up others for long. */
const BATCH = 32;

type Visible = Extract<Range, { kind: 'visible' }>;

/** Records of a stream from a revision on, or from it back, at most `count`, batch by batch. */
export function* streamRecords(store: Store, range: Visible, from: From, backwards: boolean, count: number) {
  const { first, last } = range;
  let next = startRevision(range, from, backwards);
  let left = count;
  while (left > 0 && next >= first && next <= last) {
    const size = Math.min(BATCH, left, backwards ? next - first + 1 : last - next + 1);
    const records = readRevisions(store, range, backwards ? next - size + 1 : next, size);
    if (backwards) records.reverse();
    next += backwards ? -size : size;
    left -= records.length;
    yield records;
  }
}

/** The records of `size` consecutive revisions, without those that are too old to be shown. */
export function readRevisions(store: Store, range: Visible, from: number, size: number): Buffer[] {
  const { stream } = range;
  const ordinals = Array.from({ length: size }, (_, index) => store.streams.ordinal(stream, from + index));
  const events = readMany(store.log, ordinals);
  const records = isLinkStream(stream.name)
    ? events.map((event, index) => linkRecord(stream.name, from + index, event))
    : events;
  return range.oldest > 0 ? records.filter((record) => parseRecord(record).created >= range.oldest) : records;
}

function startRevision({ first, last }: Visible, from: From, backwards: boolean): number {
  if (from === 'end') return last;
  const revision = from === 'start' ? 0n : from;
  if (backwards) return revision > BigInt(last) ? last : Number(revision);
  if (revision <= BigInt(first)) return first;
  return revision > BigInt(last) ? last + 1 : Number(revision);
}
