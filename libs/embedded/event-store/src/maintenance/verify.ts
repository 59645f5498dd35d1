import { existsSync } from 'node:fs';
import { damagedAt, RefusesToStart } from '../log/lock.js';
import { eachRecord, scanFrames, type ScanResult } from '../log/scan.js';
import { Segment, SEGMENT_HEADER, segmentBases } from '../log/segment.js';

export interface Verified {
  segments: number;
  events: number;
  bytes: number;
  /** Bytes of an unfinished write at the end, which the next start cuts off. */
  tornTail: number;
}

/**
 * Checks every checksum of a log, also of one in use. Throws RefusesToStart with segment and offset at the first
 * damage, or if a segment is missing.
 */
export function verify(folder: string): Verified {
  if (!existsSync(folder)) throw new RefusesToStart(`There is no folder ${folder}.`);
  const found: Verified = { segments: 0, events: 0, bytes: 0, tornTail: 0 };
  const bases = segmentBases(folder);
  for (const [index, base] of bases.entries()) {
    if (base !== found.bytes)
      throw new RefusesToStart(`A segment that begins at ${found.bytes} is missing in ${folder}.`);
    const segment = new Segment(folder, base, 0);
    try {
      const torn = verifySegment(segment, () => found.events++);
      if (torn > 0 && index < bases.length - 1) throw damagedAt(segment.name, segment.size - torn);
      found.segments++;
      found.bytes += segment.size - torn;
      found.tornTail = torn;
    } finally {
      segment.close();
    }
  }
  return found;
}

/** The length of a torn tail, 0 for a sound segment. */
export function verifySegment(segment: Segment, seen: () => void, mode: 'r' | 'r+' = 'r'): number {
  if (!segment.open(mode)) {
    if (segment.base > 0 || segment.size > SEGMENT_HEADER) throw damagedAt(segment.name, 0);
    return segment.size;
  }
  const frames = scanFrames(segment);
  let next = frames.next();
  for (; !next.done; next = frames.next()) eachRecord(next.value, seen);
  const { end, damaged } = next.value as ScanResult;
  if (damaged) throw damagedAt(segment.name, end);
  return segment.size - end;
}
