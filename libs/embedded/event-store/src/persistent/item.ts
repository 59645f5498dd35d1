import { linkTarget, visibleRecord } from '../read/links.js';
import type { Store } from '../store.js';
import { bytesField, MessageReader, varintField } from '../wire/protobuf.js';
import { readResponses } from '../wire/read-responses.js';
import { parseRecord } from '../wire/recorded-event.js';

/** Where an event stands in its source, for checkpoints: a revision of a stream or a position of `$all`. */
export interface Place {
  /** Counts the events looked at since the group started. */
  sequence: number;
  at: number;
  /** The place before, -1 if there is none. */
  before: number;
}

/** An event on its way to a consumer. */
export interface Item {
  /** By this it is answered: the link's id if there is a link. */
  id: string;
  /** The `ReadResp` without a retry count. */
  message: Buffer;
  /** The stream of the event, of a link's target if it can be read. */
  stream: string;
  /** `revision@stream` of the event, as a link to it is written. */
  link: string;
  /** Undefined for a parked event that is replayed. */
  place: Place | undefined;
  /** Revision of the event, or of the link to it, in the stream where it was read. */
  revision: bigint;
  retryCount: number;
}

/** Makes the item of a record, with its target if links are to be resolved. */
export function itemOf(store: Store, record: Buffer, resolveLinks: boolean, place: Place | undefined): Item {
  const head = parseRecord(record);
  const target = resolveLinks ? linkTarget(head) : undefined;
  const targetRecord = target && visibleRecord(store, target);
  return {
    id: head.id,
    message: target ? readResponses.resolved(record, head.position, targetRecord) : record,
    stream: targetRecord ? target!.stream : head.stream,
    link: target ? `${target.revision}@${target.stream}` : `${head.revision}@${head.stream}`,
    place,
    revision: head.revision,
    retryCount: 0,
  };
}

/** The persistent `ReadResp` is the plain one with a retry count added to its event. */
export function withRetryCount(message: Buffer, retryCount: number): Buffer {
  const outer = new MessageReader(message);
  outer.field();
  return bytesField(1, outer.bytes(), varintField(5, retryCount));
}
