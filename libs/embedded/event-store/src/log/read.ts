import { read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Log } from './log.js';
import type { Segment } from './segment.js';

const readAsync = promisify(read);

/** What one read takes from the disk at most, unless a single record is larger. */
const RUN_BYTES = 128 * 1024;

/** The newest bytes of the log are surely in the page cache, where a direct read is cheaper than a thread's. */
const HOT_BYTES = 1024 * 1024;

/** A sound-looking log whose bytes do not fit the index: somebody else wrote into the file. */
export class DamagedRecord extends Error {}

/** Committed records from `from` on: as many as one read yields, at most `limit`; none at the end of the log. */
export async function readForwards(log: Log, from: number, limit: number): Promise<Buffer[]> {
  const available = Math.min(limit, log.committed - from);
  if (available <= 0) return [];
  const segment = log.segmentOf(from);
  const start = from - segment.first;
  const most = Math.min(available, segment.count - start);
  let count = 1;
  while (count < most && segment.offset(start + count + 1) - segment.offset(start) <= RUN_BYTES) count++;
  return readRun(log, segment, start, count);
}

/** Committed records before `before`, the newest first: as many as one read yields, at most `limit`. */
export async function readBackwards(log: Log, before: number, limit: number): Promise<Buffer[]> {
  const end = Math.min(before, log.committed);
  if (end <= 0 || limit <= 0) return [];
  const segment = log.segmentOf(end - 1);
  const stop = end - segment.first;
  const most = Math.min(limit, stop);
  let count = 1;
  while (count < most && segment.offset(stop) - segment.offset(stop - count - 1) <= RUN_BYTES) count++;
  return (await readRun(log, segment, stop - count, count)).reverse();
}

async function readRun(log: Log, segment: Segment, start: number, count: number): Promise<Buffer[]> {
  const from = segment.offset(start);
  const length = Math.min(segment.offset(start + count), segment.size) - from;
  const bytes = Buffer.allocUnsafe(length);
  const hot = segment === log.tail && segment.size - from <= HOT_BYTES;
  const got = hot
    ? readSync(segment.file, bytes, 0, length, from)
    : (await readAsync(segment.file, bytes, 0, length, from)).bytesRead;
  if (got < length) throw damaged(segment);
  const records: Buffer[] = [];
  for (let i = start; i < start + count; i++) records.push(recordAt(segment, bytes, segment.offset(i) - from));
  return records;
}

/** Records that are farther apart than this are not worth reading what lies between. */
const GAP = 4096;

/** Committed records with ascending ordinals, neighbours in one read. */
export function readMany(log: Log, ordinals: readonly number[]): Buffer[] {
  const records: Buffer[] = [];
  for (let i = 0; i < ordinals.length;) {
    const segment = log.segmentOf(ordinals[i]!);
    const from = segment.offset(ordinals[i]! - segment.first);
    let end = endOf(segment, ordinals[i]!);
    let next = i + 1;
    for (; next < ordinals.length && ordinals[next]! < segment.first + segment.count; next++) {
      const start = segment.offset(ordinals[next]! - segment.first);
      if (start - end > GAP || start - from > RUN_BYTES) break;
      end = endOf(segment, ordinals[next]!);
    }
    const bytes = Buffer.allocUnsafe(end - from);
    if (readSync(segment.file, bytes, 0, bytes.length, from) < bytes.length) throw damaged(segment);
    for (; i < next; i++) records.push(recordAt(segment, bytes, segment.offset(ordinals[i]! - segment.first) - from));
  }
  return records;
}

const endOf = (segment: Segment, ordinal: number) =>
  Math.min(segment.offset(ordinal - segment.first + 1), segment.size);

/** One record, also one that is not committed yet. */
export function readOne(log: Log, ordinal: number): Buffer {
  const segment = log.segmentOf(ordinal);
  const index = ordinal - segment.first;
  const offset = segment.offset(index);
  if (ordinal >= log.committed) {
    const bytes = log.writer.pending(ordinal, offset);
    return bytes.subarray(4, 4 + bytes.readUInt32LE(0));
  }
  const length = endOf(segment, ordinal) - offset;
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(segment.file, bytes, 0, length, offset) < length) throw damaged(segment);
  return recordAt(segment, bytes, 0);
}

function recordAt(segment: Segment, bytes: Buffer, at: number): Buffer {
  const end = at + 4 + (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Infinity);
  if (end > bytes.length) throw damaged(segment);
  return bytes.subarray(at + 4, end);
}

const damaged = (segment: Segment) => new DamagedRecord(`Segment ${segment.name} changed under the running store.`);
