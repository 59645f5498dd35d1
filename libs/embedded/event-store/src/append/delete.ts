import { type Store, systemEvent } from '../store.js';
import { refuseLinkStream, stateOf } from './append.js';
import { decide, type Expected } from './decide.js';

export type DeleteResult =
  { kind: 'success'; position: number } | { kind: 'wrong'; current: number } | { kind: 'deleted' };

/** Hides all events of a stream by `$tb` = 2^63-1; a later append goes on behind them. */
export async function softDelete(store: Store, name: string, expected: Expected): Promise<DeleteResult> {
  const state = stateOf(store, name);
  if (!state.tombstoned && state.last < 0 && !state.hasMetadata) return { kind: 'wrong', current: -1 };
  const event = systemEvent('$metadata', true, '{"$tb":9223372036854775807}');
  return writeIfExpected(store, name, expected, { stream: `$$${name}`, event });
}

/** Ends a stream for good: nothing can be read from it or written to it, nor to its metadata. */
export function tombstone(store: Store, name: string, expected: Expected): Promise<DeleteResult> {
  const event = systemEvent('$streamDeleted', false, '');
  return writeIfExpected(store, name, expected, { stream: name, event, tombstone: true });
}

async function writeIfExpected(
  store: Store,
  name: string,
  expected: Expected,
  draft: Parameters<Store['write']>[0][number],
): Promise<DeleteResult> {
  refuseLinkStream(name);
  const decision = decide(stateOf(store, name), expected, [draft.event.id]);
  if (decision.kind === 'deleted' || decision.kind === 'wrong') return decision;
  const { ordinals, done } = store.write([draft]);
  await done;
  return { kind: 'success', position: store.log.position(ordinals[0]!) };
}
