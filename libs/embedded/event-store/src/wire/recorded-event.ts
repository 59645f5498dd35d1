import { MessageReader, varintSize, writeVarint } from './protobuf.js';

/** The revision of a tombstone, 2^63-1: the last number a stream can have. */
export const TOMBSTONE_REVISION = 2n ** 63n - 1n;

/** An event as a client proposes it. */
export interface ProposedEvent {
  /** A lower-case UUID of 36 characters. */
  id: string;
  type: string;
  json: boolean;
  data: Buffer;
  metadata: Buffer;
}

/** Where an event stands once it is in the log. */
export interface Placement {
  stream: string;
  revision: number | bigint;
  /** Byte offset of the record in the whole log. */
  position: number;
  /** 100 ns ticks since the Unix epoch, in decimal. */
  created: string;
}

const JSON_TYPE = 'application/json';
const BINARY_TYPE = 'application/octet-stream';
const ID_FIELD = 40;

const prefixed = (length: number): number => 1 + varintSize(length) + length;
const mapEntry = (key: string, valueLength: number): number => prefixed(key.length) + prefixed(valueLength);

/** Enough bytes for the record of this event, wherever it comes to stand. */
export function recordBound(event: ProposedEvent, stream: string): number {
  return 512 + 3 * (stream.length + event.type.length) + event.data.length + event.metadata.length;
}

/**
 * Writes the complete `ReadResp{event{event, commit_position}}` message that readers will get, with its length
 * as a little-endian uint32 in front, and returns the offset behind it.
 */
export function writeRecord(target: Buffer, start: number, event: ProposedEvent, place: Placement): number {
  const { position, revision, created, stream } = place;
  const contentType = event.json ? JSON_TYPE : BINARY_TYPE;
  const name = Buffer.byteLength(stream);
  const type = Buffer.byteLength(event.type);
  const entries = [
    mapEntry('type', type),
    mapEntry('created', created.length),
    mapEntry('content-type', contentType.length),
  ];
  const positionSize = varintSize(position);
  const recorded =
    ID_FIELD +
    prefixed(prefixed(name)) +
    (1 + varintSize(revision)) +
    2 * (1 + positionSize) +
    entries.reduce((sum, entry) => sum + prefixed(entry), 0) +
    (event.metadata.length > 0 ? prefixed(event.metadata.length) : 0) +
    (event.data.length > 0 ? prefixed(event.data.length) : 0);
  const readEvent = prefixed(recorded) + 1 + positionSize;

  let at = target.writeUInt32LE(prefixed(readEvent), start);
  const head = (tag: number, length: number) => {
    target[at++] = tag;
    at = writeVarint(target, at, length);
  };
  const text = (tag: number, value: string, length: number) => {
    head(tag, length);
    at += target.write(value, at, length, 'utf8');
  };
  const entry = (index: number, key: string, value: string, length: number) => {
    head(0x32, entries[index]!);
    text(0x0a, key, key.length);
    text(0x12, value, length);
  };
  head(0x0a, readEvent);
  head(0x0a, recorded);
  head(0x0a, 38);
  text(0x12, event.id, 36);
  head(0x12, prefixed(name));
  text(0x1a, stream, name);
  head(0x18, 0);
  at = writeVarint(target, at - 1, revision);
  head(0x20, 0);
  at = writeVarint(target, at - 1, position);
  head(0x28, 0);
  at = writeVarint(target, at - 1, position);
  entry(0, 'type', event.type, type);
  entry(1, 'created', created, created.length);
  entry(2, 'content-type', contentType, contentType.length);
  for (const [tag, bytes] of [[0x3a, event.metadata] as const, [0x42, event.data] as const]) {
    if (bytes.length === 0) continue;
    head(tag, bytes.length);
    at += bytes.copy(target, at);
  }
  head(0x18, 0);
  return writeVarint(target, at - 1, position);
}

/** What of a record is looked at by filters, links and the index; the body stays undecoded. */
export interface RecordHead {
  id: string;
  stream: string;
  revision: bigint;
  position: number;
  type: string;
  created: number;
  json: boolean;
  data: Buffer;
  metadata: Buffer;
}

/** The `RecordedEvent` bytes inside a record. */
export function recordedEventOf(record: Buffer): Buffer {
  const outer = new MessageReader(record);
  outer.field();
  const readEvent = outer.message();
  readEvent.field();
  return readEvent.bytes();
}

/** Decodes a record as `writeRecord` wrote it. */
export function parseRecord(record: Buffer): RecordHead {
  const head: RecordHead = {
    id: '',
    stream: '',
    revision: 0n,
    position: 0,
    type: '',
    created: 0,
    json: false,
    data: record.subarray(0, 0),
    metadata: record.subarray(0, 0),
  };
  const event = new MessageReader(recordedEventOf(record));
  for (let field = event.field(); field !== 0; field = event.field()) {
    if (field === 1) head.id = event.bytes().toString('latin1', 2);
    else if (field === 2) head.stream = innerText(event.bytes());
    else if (field === 3) head.revision = event.uint64();
    else if (field === 4) head.position = event.number();
    else if (field === 6) readMapEntry(event.message(), head);
    else if (field === 7) head.metadata = event.bytes();
    else if (field === 8) head.data = event.bytes();
    else event.skip();
  }
  return head;
}

/** What the index needs of a record. */
export type Place = Pick<RecordHead, 'id' | 'stream' | 'revision' | 'type'>;

/** Where a record belongs; looks no further, as a start goes through very many. */
export function parsePlace(record: Buffer): Place {
  const event = new MessageReader(recordedEventOf(record));
  event.field();
  const id = event.bytes().toString('latin1', 2);
  event.field();
  const stream = innerText(event.bytes());
  event.field();
  const revision = event.uint64();
  while (event.field() !== 6) event.skip();
  const type = event.message();
  type.field();
  type.skip();
  type.field();
  return { id, stream, revision, type: type.text() };
}

function innerText(message: Buffer): string {
  const reader = new MessageReader(message);
  reader.field();
  return reader.text();
}

function readMapEntry(entry: MessageReader, head: RecordHead): void {
  entry.field();
  const key = entry.text();
  entry.field();
  if (key === 'type') head.type = entry.text();
  else if (key === 'created') head.created = Number(entry.text());
  else head.json = entry.text() === JSON_TYPE;
}
