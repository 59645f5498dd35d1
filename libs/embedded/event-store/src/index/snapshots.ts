import { closeSync, fstatSync, openSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { damagedAt } from '../log/lock.js';
import { checksum, eachRecord, readFully, scanFrames, type ScanResult } from '../log/scan.js';
import type { Segment } from '../log/segment.js';
import { parsePlace } from '../wire/recorded-event.js';
import { decodeSummary, encodeSummary, type Summary, SummaryBuilder } from './summary.js';

/** A turn of the event loop is given up after this many frames, about a millisecond of work. */
const FRAMES_PER_TURN = 200;

const pathOf = (segment: Segment) => segment.path.replace(/\.log$/, '.index');

/**
 * The summary of a sealed segment, from its snapshot if both are sound, otherwise from the records. Throws RefusesToStart if the segment is not the one that was sealed.
 */
export function loadSummary(segment: Segment): { summary: Summary; fresh: boolean } {
  const stored = readStored(segment);
  if (stored && stored.size === segment.size && stored.crc === checksum(segment))
    return { summary: stored, fresh: false };
  const builder = new SummaryBuilder();
  const frames = scanFrames(segment);
  let next = frames.next();
  for (; !next.done; next = frames.next()) eachRecord(next.value, (at, record) => builder.add(at, parsePlace(record)));
  const { end } = next.value as ScanResult;
  if (end !== segment.size || (stored && stored.size !== segment.size)) throw damagedAt(segment.name, end);
  return { summary: builder.finish(segment.size, checksum(segment)), fresh: true };
}

/** Used again for each snapshot: a start reads many, and what it leaves behind stays in the process's memory. */
let snapshot = Buffer.alloc(0);

/** Its `streams` and `types` hold until the next one is read. */
function readStored(segment: Segment): Summary | undefined {
  let file: number | undefined;
  try {
    file = openSync(pathOf(segment), 'r');
    const { size } = fstatSync(file);
    if (snapshot.length < size) snapshot = Buffer.allocUnsafeSlow(size);
    return decodeSummary(snapshot.subarray(0, readFully(file, snapshot.subarray(0, size), 0)));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Replaces the snapshot in one step, so that there is a whole one or none. */
export async function storeSummary(segment: Segment, summary: Summary): Promise<void> {
  const path = pathOf(segment);
  await writeFile(`${path}.new`, encodeSummary(summary), { flush: true });
  await rename(`${path}.new`, path);
}

/** Makes the snapshot of a segment that was just sealed, without holding up the calls in between. */
export async function summarize(segment: Segment, stopped: () => boolean): Promise<void> {
  const builder = new SummaryBuilder();
  let sum = crc32(segment.header());
  let frames = 0;
  for (const frame of scanFrames(segment)) {
    eachRecord(frame, (at, record) => builder.add(at, parsePlace(record)));
    sum = crc32(frame.bytes, sum);
    if (++frames % FRAMES_PER_TURN === 0) await nextTurn();
    if (stopped()) return;
  }
  await storeSummary(segment, builder.finish(segment.size, sum));
}
