import { crc32 } from 'node:zlib';
import { type Place, TOMBSTONE_REVISION } from '../wire/recorded-event.js';

const MAGIC = Buffer.from('TZINDEX2');
const HEADER = 32;
const TOMBSTONE_FLAG = 0x8000_0000;
export const ID_BYTES = 16;

/** What the index needs of a sealed segment, so that a start need not walk its records. */
export interface Summary {
  /** Length and CRC-32 of the segment file. */
  size: number;
  crc: number;
  /** The streams and the event types that occur in the segment. */
  names: string[];
  typeNames: string[];
  /** For each record its offset in the file, the places of its stream and type in the names, and its id in 16 bytes. */
  offsets: Uint32Array;
  streams: Uint32Array;
  types: Uint32Array;
  ids: Buffer;
}

export const isTombstone = (stream: number) => stream >= TOMBSTONE_FLAG;
export const streamNumber = (stream: number) => stream & ~TOMBSTONE_FLAG;

/** Gathers a summary record by record. */
export class SummaryBuilder {
  private readonly names = new Map<string, number>();
  private readonly typeNames = new Map<string, number>();
  private readonly offsets: number[] = [];
  private readonly streams: number[] = [];
  private readonly types: number[] = [];
  private readonly ids: string[] = [];

  add(offset: number, { stream, revision, id, type }: Place): void {
    const number = numberIn(this.names, stream);
    this.offsets.push(offset);
    this.types.push(numberIn(this.typeNames, type));
    this.streams.push(revision === TOMBSTONE_REVISION ? number + TOMBSTONE_FLAG : number);
    this.ids.push(id.replaceAll('-', ''));
  }

  finish(size: number, crc: number): Summary {
    return {
      size,
      crc,
      names: [...this.names.keys()],
      typeNames: [...this.typeNames.keys()],
      offsets: Uint32Array.from(this.offsets),
      streams: Uint32Array.from(this.streams),
      types: Uint32Array.from(this.types),
      ids: Buffer.from(this.ids.join(''), 'hex'),
    };
  }
}

function numberIn(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

/**
 * Magic, CRC-32 of the rest, segment size and CRC, record count, counts of stream and type names; offsets; streams;
 * types; ids; then each name with its length. All numbers are little-endian uint32.
 */
export function encodeSummary(summary: Summary): Buffer {
  const { size, crc, names, typeNames, offsets, streams, types, ids } = summary;
  const header = Buffer.alloc(HEADER);
  const counts = [size, crc, offsets.length, names.length, typeNames.length];
  counts.forEach((value, index) => header.writeUInt32LE(value, 12 + 4 * index));
  const text = [...names, ...typeNames].flatMap((name) => {
    const bytes = Buffer.from(name);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return [length, bytes];
  });
  const bytes = Buffer.concat([header, asBytes(offsets), asBytes(streams), asBytes(types), ids, ...text]);
  MAGIC.copy(bytes);
  bytes.writeUInt32LE(crc32(bytes.subarray(12)), 8);
  return bytes;
}

/** Undefined if the bytes are not a whole and sound summary; `streams` and `types` share their memory. */
export function decodeSummary(bytes: Buffer): Summary | undefined {
  if (bytes.length < HEADER || !bytes.subarray(0, 8).equals(MAGIC)) return undefined;
  if (bytes.readUInt32LE(8) !== crc32(bytes.subarray(12))) return undefined;
  const [size, crc, records, nameCount, typeCount] = [12, 16, 20, 24, 28].map((from) => bytes.readUInt32LE(from)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  let at = HEADER;
  const numbers = () => {
    at += 4 * records;
    return new Uint32Array(bytes.buffer, bytes.byteOffset + at - 4 * records, records);
  };
  const texts = (count: number) =>
    Array.from({ length: count }, () => {
      const from = at + 4;
      at = from + bytes.readUInt32LE(at);
      return bytes.toString('utf8', from, at);
    });
  const offsets = numbers().slice();
  const streams = numbers();
  const types = numbers();
  const ids = Buffer.from(bytes.subarray(at, (at += ID_BYTES * records)));
  return { size, crc, names: texts(nameCount), typeNames: texts(typeCount), offsets, streams, types, ids };
}

/** Typed arrays are little-endian on every platform that Node runs on. */
function asBytes(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The usual text form of a 16-byte id; a single replacement, as text joined from parts takes several times the memory. */
export function uuidText(ids: Buffer, index: number): string {
  const hex = ids.toString('hex', index * ID_BYTES, (index + 1) * ID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
