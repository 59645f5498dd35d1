import { DELETED, isMetastream, settingsOf } from '../index/settings.js';
import type { Stream } from '../index/streams.js';
import type { Store } from '../store.js';

/** Which events of a stream a reader may see now. */
export type Range =
  | { kind: 'deleted' }
  | { kind: 'missing' }
  | {
      kind: 'visible';
      stream: Stream;
      /** First revision that is not truncated; beyond `last` if all are. */
      first: number;
      last: number;
      /** Events created before this (100 ns ticks) are hidden, 0 without `$maxAge`. */
      oldest: number;
    };

/** Applies tombstone, `$tb`, `$maxCount` and `$maxAge`, looking only at what is committed. */
export function rangeOf(store: Store, name: string): Range {
  const bound = store.log.committed;
  const stream = store.streams.find(name);
  const owner = isMetastream(name) ? store.streams.find(name.slice(2)) : stream;
  if (isTombstoned(stream, bound) || isTombstoned(owner, bound)) return { kind: 'deleted' };
  const length = stream ? store.streams.lengthBelow(stream, bound) : 0;
  const { truncateBefore = 0n, maxCount, maxAge } = settingsOf(store, name, bound);
  if (!stream || length === 0 || truncateBefore === DELETED) return { kind: 'missing' };
  const kept = maxCount === undefined ? 0n : BigInt(length) - maxCount;
  const first = truncateBefore > kept ? truncateBefore : kept;
  return {
    kind: 'visible',
    stream,
    first: Math.max(0, Number(first < BigInt(length) ? first : BigInt(length))),
    last: length - 1,
    oldest: maxAge === undefined ? 0 : (Date.now() - Number(maxAge) * 1000) * 10_000,
  };
}

export function isTombstoned(stream: Stream | undefined, bound: number): boolean {
  return stream !== undefined && stream.tombstone >= 0 && stream.tombstone < bound;
}
