import { isLinkStream } from '../categories/names.js';
import { accessDenied } from '../wire/errors.js';
import { parseRecord, type ProposedEvent } from '../wire/recorded-event.js';
import { readOne } from '../log/read.js';
import { DELETED, isMetastream, settingsOf } from '../index/settings.js';
import { type Draft, type Store, systemEvent } from '../store.js';
import { decide, type Expected, type StreamState } from './decide.js';

export type AppendResult =
  | { kind: 'success'; revision: number; position: number | undefined }
  | { kind: 'wrong'; current: number }
  | { kind: 'deleted' };

/**
 * Appends the events of one call, all or none. Decides against queued writes; the promise resolves when the events (or,
 * for a repeat, the original ones) are on disk, and rejects with WriteRefused when the disk does not take them.
 */
export async function append(
  store: Store,
  name: string,
  expected: Expected,
  events: readonly ProposedEvent[],
): Promise<AppendResult> {
  refuseLinkStream(name);
  const state = stateOf(store, name);
  const decision = decide(
    state,
    expected,
    events.map((event) => event.id),
  );
  if (decision.kind === 'deleted' || decision.kind === 'wrong') {
    store.counts.refused++;
    return decision;
  }
  if (decision.kind === 'idempotent') {
    store.counts.repeated++;
    const ordinal = store.streams.ordinal(store.streams.find(name)!, decision.last);
    await store.flushed(ordinal);
    return { kind: 'success', revision: decision.last, position: store.log.position(ordinal) };
  }
  const drafts = [...events.map((event): Draft => ({ stream: name, event })), ...undelete(store, name, state, events)];
  if (drafts.length === 0) {
    if (state.last >= 0) await store.flushed(store.streams.ordinal(store.streams.find(name)!, state.last));
    return { kind: 'success', revision: state.last, position: undefined };
  }
  const { ordinals, done } = store.write(drafts);
  const position = events.length > 0 ? store.log.position(ordinals[events.length - 1]!) : undefined;
  await done;
  store.counts.appended++;
  return { kind: 'success', revision: state.last + events.length, position };
}

/** Throws access-denied, for everybody: these streams have no events of their own. */
export function refuseLinkStream(name: string): void {
  if (isLinkStream(name)) throw accessDenied();
}

/** What decisions need of a stream, queued writes included. */
export function stateOf(store: Store, name: string): StreamState {
  const { streams, log, recent } = store;
  const stream = streams.find(name);
  const original = isMetastream(name) ? streams.find(name.slice(2)) : undefined;
  return {
    last: (stream?.length ?? 0) - 1,
    tombstoned: (stream?.tombstone ?? -1) >= 0 || (original?.tombstone ?? -1) >= 0,
    softDeleted: settingsOf(store, name, log.count).truncateBefore === DELETED,
    hasMetadata: (streams.find(`$$${name}`)?.length ?? 0) > 0,
    idAt: (revision) => parseRecord(readOne(log, streams.ordinal(stream!, revision))).id,
    recent: (id) => {
      const ordinal = recent.find(id);
      const revision = stream && ordinal !== undefined ? streams.revisionOf(stream, ordinal) : -1;
      return revision < 0 ? undefined : revision;
    },
  };
}

/** A write to a soft-deleted stream, or to its metadata, makes what comes after the deleted events visible. */
function undelete(store: Store, name: string, state: StreamState, events: readonly ProposedEvent[]): Draft[] {
  if (state.softDeleted) {
    const metastream = store.streams.find(`$$${name}`)!;
    const ordinal = store.streams.ordinal(metastream, metastream.length - 1);
    return truncated(name, parseRecord(readOne(store.log, ordinal)).data, state.last + 1);
  }
  const original = name.slice(2);
  if (!isMetastream(name) || events.length === 0) return [];
  if (settingsOf(store, original, store.log.count).truncateBefore !== DELETED) return [];
  return truncated(original, events[events.length - 1]!.data, store.streams.find(original)?.length ?? 0);
}

function truncated(name: string, metadata: Buffer, before: number): Draft[] {
  try {
    const values = JSON.parse(metadata.toString('utf8')) as unknown;
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
    const text = JSON.stringify({ ...values, $tb: before });
    return [{ stream: `$$${name}`, event: systemEvent('$metadata', true, text) }];
  } catch {
    return [];
  }
}
