import canonicalize from 'canonicalize';
import type { Recorded } from '#libs/event-sourcing/pure';

/** What of an event is sealed: all that a client reads of it and that another cluster would give back alike. */
export type SealedEvent = Pick<Recorded, 'stream' | 'revision' | 'id' | 'type' | 'data' | 'metadata'>;

/** The bytes of a leaf: the event as JSON in the one form that RFC 8785 gives it. */
export function leafBytes({ stream, revision, id, type, data, metadata }: SealedEvent): Buffer {
  const written = ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
    : data;
  return Buffer.from(canonicalize({ stream, revision, id, type, data: written, metadata })!);
}

/** Views and seals are of the same events. */
export { isFollowed as isSealed } from '#libs/event-sourcing/pure';
