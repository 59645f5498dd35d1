/** What an append or delete expects the stream to be at; a number is the last revision. */
export type Expected = bigint;
export const NO_STREAM = -1n;
export const ANY = -2n;
export const STREAM_EXISTS = -4n;

/** What the decision looks at; it includes writes that are still queued. */
export interface StreamState {
  /** Last revision, -1 if the stream has no events. */
  last: number;
  tombstoned: boolean;
  softDeleted: boolean;
  hasMetadata: boolean;
  /** The id of the event at a revision that the stream has. */
  idAt(revision: number): string;
  /** The revision of a recently written event of this stream, undefined if the id is unknown there. */
  recent(id: string): number | undefined;
}

export type Decision =
  { kind: 'append' } | { kind: 'deleted' } | { kind: 'wrong'; current: number } | { kind: 'idempotent'; last: number };

const APPEND: Decision = { kind: 'append' };

/** The checks of an append, in the order of the real server (IndexWriter.CheckCommit). */
export function decide(stream: StreamState, expected: Expected, ids: readonly string[]): Decision {
  const wrong: Decision = { kind: 'wrong', current: stream.last };
  if (stream.tombstoned) return { kind: 'deleted' };
  if (expected === STREAM_EXISTS) {
    if (stream.softDeleted) return { kind: 'deleted' };
    if (stream.last < 0 && !stream.hasMetadata) return wrong;
  }
  if (expected === ANY || expected === STREAM_EXISTS) return decideByRecentIds(stream, ids, wrong);
  if (expected > stream.last) return wrong;
  if (expected === BigInt(stream.last)) return APPEND;
  return decideByStoredIds(stream, Number(expected), ids, wrong);
}

function decideByRecentIds(stream: StreamState, ids: readonly string[], wrong: Decision): Decision {
  let last: number | undefined;
  for (const [index, id] of ids.entries()) {
    const revision = stream.recent(id);
    if (revision === undefined) return index === 0 ? APPEND : wrong;
    last = revision;
  }
  return last === undefined ? APPEND : { kind: 'idempotent', last };
}

function decideByStoredIds(stream: StreamState, expected: number, ids: readonly string[], wrong: Decision): Decision {
  for (const [index, id] of ids.entries()) {
    const revision = expected + 1 + index;
    if (revision <= stream.last && stream.idAt(revision) === id) continue;
    return index === 0 && expected === -1 && stream.softDeleted ? APPEND : wrong;
  }
  return ids.length === 0 ? wrong : { kind: 'idempotent', last: expected + ids.length };
}
