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

/** Whose event a leaf is. */
export type LeafPlace = Pick<SealedEvent, 'stream' | 'revision' | 'type'>;

/**
 * The last members of an event in its one form. Its quotes have no backslash before them, so that none lies within a text
 * and the last brace closes the whole: in whatever is JSON, data that holds such text is not taken for it.
 */
const PLACE = /,"revision":(0|[1-9]\d{0,14}),"stream":"([^"\\\n]*)","type":"([^"\\\n]*)"\}$/;
/** Bytes of the longest place that is read without reading the whole leaf. */
const LONGEST_PLACE = 256;

/** What a leaf's bytes say of its place. Throws for what is no JSON, unless its end is as that of an event. */
export function placeOf(bytes: Buffer): LeafPlace {
  const end = bytes.toString('utf8', Math.max(0, bytes.length - LONGEST_PLACE));
  const [, revision, stream, type] = PLACE.exec(end) ?? [];
  return revision === undefined
    ? (JSON.parse(bytes.toString()) as LeafPlace)
    : { stream: stream!, revision: Number(revision), type: type! };
}

/** Views and seals are of the same events. */
export { isFollowed as isSealed } from '#libs/event-sourcing/pure';
