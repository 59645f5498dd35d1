import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { checkFrame, FRAME_HEADER, MAX_PAYLOAD } from './frame.js';
import { SEGMENT_HEADER, type Segment } from './segment.js';

const WINDOW = 1024 * 1024;

/** A moving view of a file that is read from front to back. */
class Window {
  private bytes = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly file: number) {}

  /** The bytes from `offset` on, at least `length` of them unless the file ends before. */
  at(offset: number, length: number): Buffer {
    const from = offset - this.start;
    if (from < 0 || from + length > this.bytes.length) {
      const fresh = Buffer.allocUnsafe(Math.max(WINDOW, length));
      this.bytes = fresh.subarray(0, readFully(this.file, fresh, offset));
      this.start = offset;
    }
    return this.bytes.subarray(offset - this.start);
  }
}

/** Fills the target from the file; less only at the file's end. */
export function readFully(file: number, target: Buffer, position: number): number {
  let total = 0;
  while (total < target.length) {
    const count = readSync(file, target, total, target.length - total, position + total);
    if (count === 0) break;
    total += count;
  }
  return total;
}

/** A sound frame and where it stands in the file. */
export interface ScannedFrame {
  offset: number;
  bytes: Buffer;
}

/** What a scan of a segment file came to. */
export interface ScanResult {
  /** Offset in the file behind the last sound frame. */
  end: number;
  /** True if what follows `end` was flushed once, so that cutting it off would lose acknowledged events. */
  damaged: boolean;
}

/** Walks the frames of a segment front to back, checking each. */
export function* scanFrames(segment: Segment): Generator<ScannedFrame, ScanResult> {
  const window = new Window(segment.file);
  let offset = SEGMENT_HEADER;
  while (offset < segment.size) {
    const bytes = frameBytes(window, offset);
    const frame = checkFrame(bytes, 0, offset);
    if (!frame) return { end: offset, damaged: laterGroupExists(window, offset, segment.size) };
    const end = FRAME_HEADER + frame.payload;
    yield { offset, bytes: bytes.subarray(0, end) };
    offset += end;
  }
  return { end: offset, damaged: false };
}

/** Each record of a frame with its offset in the file. */
export function eachRecord({ offset, bytes }: ScannedFrame, visit: (offset: number, record: Buffer) => void): void {
  for (let at = FRAME_HEADER; at < bytes.length;) {
    const length = bytes.readUInt32LE(at);
    visit(offset + at, bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
}

/** Used again for each file, as a start reads many. */
const chunk = Buffer.allocUnsafe(WINDOW);

/** CRC-32 of the whole file. */
export function checksum(segment: Segment): number {
  let sum = 0;
  for (let offset = 0; offset < segment.size; offset += WINDOW) {
    const length = readFully(segment.file, chunk, offset);
    sum = crc32(chunk.subarray(0, Math.min(length, segment.size - offset)), sum);
  }
  return sum;
}

function frameBytes(window: Window, offset: number): Buffer {
  const head = window.at(offset, FRAME_HEADER);
  const payload = head.length >= 4 ? head.readUInt32LE(0) : 0;
  return payload <= MAX_PAYLOAD ? window.at(offset, FRAME_HEADER + payload) : head;
}

/**
 * A group is written only after the one before is on disk. So if a frame of a group that began behind the bad place
 * can be found, the bad place was whole once: it is damage and no torn write.
 */
function laterGroupExists(window: Window, bad: number, size: number): boolean {
  for (let offset = bad + 1; offset + FRAME_HEADER <= size; offset++) {
    const head = window.at(offset, FRAME_HEADER);
    if (head.readUInt32LE(12) !== offset || head.readUInt32LE(8) <= bad) continue;
    if (checkFrame(frameBytes(window, offset), 0, offset)) return true;
  }
  return false;
}
