import { LINK_TYPE } from '../categories/names.js';
import type { Store } from '../store.js';
import { parseRecord, type RecordHead } from '../wire/recorded-event.js';
import { readResponses } from '../wire/read-responses.js';
import { rangeOf } from './range.js';
import { readRevisions } from './stream.js';

/** Splits `12@stream-name` at the first `@`; undefined if it is no link. */
export function linkTarget(head: RecordHead): { revision: number; stream: string } | undefined {
  if (head.type !== LINK_TYPE) return undefined;
  const [, revision, stream] = /^(\d+)@(.+)$/s.exec(head.data.toString('utf8')) ?? [];
  return revision === undefined || stream === undefined ? undefined : { revision: Number(revision), stream };
}

/** The message for a reader that wants links resolved: the record itself unless it is a link. */
export function resolveLink(store: Store, record: Buffer): Buffer {
  const head = parseRecord(record);
  const target = linkTarget(head);
  return target ? readResponses.resolved(record, head.position, visibleRecord(store, target)) : record;
}

/** The record at a revision, undefined if it is missing, deleted, truncated or too old. */
export function visibleRecord(store: Store, at: { stream: string; revision: number }): Buffer | undefined {
  const range = rangeOf(store, at.stream);
  if (range.kind !== 'visible' || at.revision < range.first || at.revision > range.last) return undefined;
  return readRevisions(store, range, at.revision, 1)[0];
}
