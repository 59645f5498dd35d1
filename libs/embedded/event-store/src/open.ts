import { ftruncateSync, mkdirSync, unlinkSync } from 'node:fs';
import type { Logger } from 'pino';
import { isLinkStream } from './categories/names.js';
import { REMEMBERED } from './index/recent-ids.js';
import { loadSummary, storeSummary, summarize } from './index/snapshots.js';
import { ID_BYTES, isTombstone, streamNumber, type Summary, uuidText } from './index/summary.js';
import { damagedAt, RefusesToStart } from './log/lock.js';
import { Log } from './log/log.js';
import { eachRecord, scanFrames, type ScanResult } from './log/scan.js';
import { Segment, SEGMENT_HEADER, segmentBases } from './log/segment.js';
import { Store } from './store.js';
import { parsePlace, type Place, TOMBSTONE_REVISION } from './wire/recorded-event.js';

/**
 * Opens the log in a folder (made if missing) and builds the index: sealed segments from their snapshots, the last one
 * from its records; links in it too, unless `hasLinks` is false. A torn tail of the last segment is cut off; damage anywhere else throws RefusesToStart.
 */
export function openStore(folder: string, logger: Logger, segmentLimit?: number, hasLinks = true): Store {
  mkdirSync(folder, { recursive: true });
  const log = new Log(folder, segmentLimit);
  const store = new Store(log, hasLinks);
  const bases = segmentBases(folder);
  const newest: Summarized[] = [];
  for (const [index, base] of bases.entries()) {
    const before = log.segments.at(-1);
    const expected = before ? before.base + before.size : 0;
    if (base !== expected) throw new RefusesToStart(`A segment that begins at ${expected} is missing in ${folder}.`);
    const segment = new Segment(folder, base, before ? before.first + before.count : 0);
    const isLast = index === bases.length - 1;
    if (!openSegment(segment, isLast, logger)) break;
    log.segments.push(segment);
    if (isLast) break;
    const { summary, fresh } = loadSummary(segment);
    if (fresh)
      void storeSummary(segment, summary).catch((error: unknown) => logger.warn({ err: error }, 'no index snapshot'));
    enterSummary(store, segment, summary);
    newest.push({ first: segment.first, ids: summary.ids });
    while (newest.length > 1 && newest[1]!.first <= log.count - REMEMBERED) newest.shift();
  }
  rememberIds(store, newest);
  const last = log.segments.at(-1);
  if (last && last.count === 0) indexLast(store, last, logger);
  log.begin();
  log.onSeal = (segment) =>
    void summarize(segment, () => segment.file < 0).catch((error: unknown) =>
      logger.warn({ err: error }, 'no index snapshot'),
    );
  return store;
}

/** False for a last segment whose making was interrupted: it cannot hold anything that was acknowledged. */
function openSegment(segment: Segment, isLast: boolean, logger: Logger): boolean {
  if (segment.open()) return true;
  const { size } = segment;
  segment.close();
  if (!isLast || size > SEGMENT_HEADER) throw damagedAt(segment.name, 0);
  logger.warn({ segment: segment.name }, 'removing a segment whose making was interrupted');
  unlinkSync(segment.path);
  return false;
}

function enterSummary(store: Store, segment: Segment, summary: Summary): void {
  const { names, typeNames, offsets, streams, types } = summary;
  segment.adopt(offsets);
  const known = names.map((name) => (isLinkStream(name) ? undefined : store.streams.findOrCreate(name)));
  for (let i = 0; i < streams.length; i++) {
    const number = streams[i]!;
    const stream = known[streamNumber(number)];
    if (!stream) continue;
    if (isTombstone(number)) stream.tombstone = segment.first + i;
    else store.streams.add(stream, segment.first + i, typeNames[types[i]!]!);
  }
}

/** The ids of a segment's records and the ordinal of the first. */
interface Summarized {
  first: number;
  ids: Buffer;
}

/** Only the newest ids are worth the memory. */
function rememberIds({ log, recent }: Store, newest: Summarized[]): void {
  for (const { first, ids } of newest) {
    const count = ids.length / ID_BYTES;
    for (let i = Math.max(0, log.count - REMEMBERED - first); i < count; i++) recent.add(uuidText(ids, i), first + i);
  }
}

function indexLast(store: Store, segment: Segment, logger: Logger): void {
  const frames = scanFrames(segment);
  let next = frames.next();
  for (; !next.done; next = frames.next())
    eachRecord(next.value, (offset, record) => {
      segment.add(offset);
      enter(store, parsePlace(record), segment.first + segment.count - 1);
    });
  const { end, damaged } = next.value as ScanResult;
  if (end === segment.size) return;
  if (damaged) throw damagedAt(segment.name, end);
  logger.warn({ segment: segment.name, offset: end, bytes: segment.size - end }, 'cutting off a torn tail');
  ftruncateSync(segment.file, end);
  segment.size = segment.queued = end;
}

/** Links that were written into the log when they still were, count as nobody's: the index has them already. */
function enter(store: Store, { stream: name, revision, id, type }: Place, ordinal: number): void {
  if (isLinkStream(name)) return;
  const stream = store.streams.findOrCreate(name);
  if (revision === TOMBSTONE_REVISION) stream.tombstone = ordinal;
  else store.streams.add(stream, ordinal, type);
  store.recent.add(id, ordinal);
}
