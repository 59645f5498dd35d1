import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

const MAGIC = Buffer.from('TZSTORE1');

/** Magic and base offset; the header counts as part of the log's byte offsets, so no record has position 0. */
export const SEGMENT_HEADER = 16;

const SUFFIX = '.log';

/** One file of the log, and where in it the records start. */
export class Segment {
  /** Open file descriptor, -1 until the file exists. */
  file = -1;
  /** Bytes on disk that are flushed. */
  size = SEGMENT_HEADER;
  /** Bytes including what waits to be written. */
  queued = SEGMENT_HEADER;
  /** Records including those that wait to be written. */
  count = 0;
  private offsets: Uint32Array = new Uint32Array(256);

  constructor(
    readonly folder: string,
    /** Byte offset in the whole log of this file's first byte. */
    readonly base: number,
    /** Ordinal in the whole log of this file's first record. */
    readonly first: number,
  ) {}

  get name(): string {
    return String(this.base).padStart(16, '0') + SUFFIX;
  }

  get path(): string {
    return join(this.folder, this.name);
  }

  /** Byte offset in the file of the record with that index, or the end of the file behind the last one. */
  offset(index: number): number {
    return index < this.count ? this.offsets[index]! : this.queued;
  }

  add(offset: number): void {
    if (this.count === this.offsets.length) this.resize(this.count * 2);
    this.offsets[this.count++] = offset;
  }

  /** Takes over a table that was kept elsewhere. */
  adopt(offsets: Uint32Array): void {
    this.offsets = offsets;
    this.count = offsets.length;
  }

  /** The table of record offsets, cut to size. */
  table(): Uint32Array {
    return this.offsets.subarray(0, this.count);
  }

  resize(length: number): void {
    const grown = new Uint32Array(length);
    grown.set(this.offsets.subarray(0, Math.min(length, this.offsets.length)));
    this.offsets = grown;
  }

  /** The index of the first record at or behind a byte offset of the file. */
  search(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  header(): Buffer {
    const header = Buffer.alloc(SEGMENT_HEADER);
    MAGIC.copy(header);
    header.writeBigUInt64LE(BigInt(this.base), 8);
    return header;
  }

  /** Opens the existing file; false if its header is not (yet) there. */
  open(mode: 'r' | 'r+' = 'r+'): boolean {
    this.file = openSync(this.path, mode);
    this.size = this.queued = fstatSync(this.file).size;
    const header = Buffer.alloc(SEGMENT_HEADER);
    return readSync(this.file, header, 0, SEGMENT_HEADER, 0) === SEGMENT_HEADER && header.equals(this.header());
  }

  close(): void {
    if (this.file >= 0) closeSync(this.file);
    this.file = -1;
  }
}

/** The base offsets of the segments in a folder, ascending. */
export function segmentBases(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d{16}\.log$/.test(name))
    .map((name) => Number(name.slice(0, 16)))
    .sort((a, b) => a - b);
}
