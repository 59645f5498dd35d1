import { ftruncateSync, mkdirSync, readdirSync, unlinkSync } from 'node:fs';
import type { Logger } from 'pino';
import { RefusesToStart } from './log/lock.js';
import { Log } from './log/log.js';
import { scanSegment } from './log/scan.js';
import { Segment, SEGMENT_HEADER, segmentBase } from './log/segment.js';
import { Store } from './store.js';
import { parseRecord } from './wire/recorded-event.js';

/**
 * Opens the log in a folder (made if missing) and builds the index. A torn tail of the last segment is cut off; damage
 * anywhere else throws RefusesToStart with segment and offset.
 */
export function openStore(folder: string, logger: Logger, segmentLimit?: number): Store {
  mkdirSync(folder, { recursive: true });
  const bases = readdirSync(folder)
    .map(segmentBase)
    .filter((base) => base !== undefined)
    .sort((a, b) => a - b);
  const log = new Log(folder, segmentLimit);
  const store = new Store(log);
  for (const [index, base] of bases.entries()) {
    const before = log.segments.at(-1);
    const expected = before ? before.base + before.size : 0;
    if (base !== expected) throw new RefusesToStart(`A segment that begins at ${expected} is missing in ${folder}.`);
    const segment = new Segment(folder, base, before ? before.first + before.count : 0);
    if (!openSegment(segment, index === bases.length - 1, logger)) break;
    log.segments.push(segment);
    indexSegment(store, segment, index === bases.length - 1, logger);
  }
  log.begin();
  return store;
}

/** False for a last segment whose making was interrupted: it cannot hold anything that was acknowledged. */
function openSegment(segment: Segment, isLast: boolean, logger: Logger): boolean {
  if (segment.open()) return true;
  const { size } = segment;
  segment.close();
  if (!isLast || size > SEGMENT_HEADER) throw new RefusesToStart(`Segment ${segment.name} is damaged at offset 0.`);
  logger.warn({ segment: segment.name }, 'removing a segment whose making was interrupted');
  unlinkSync(segment.path);
  return false;
}

function indexSegment(store: Store, segment: Segment, isLast: boolean, logger: Logger): void {
  const result = scanSegment(segment, (offset, record) => {
    segment.add(offset);
    store.index(parseRecord(record), segment.first + segment.count - 1);
  });
  if (result.end === segment.size) return;
  if (!isLast || result.damaged)
    throw new RefusesToStart(`Segment ${segment.name} is damaged at offset ${result.end}.`);
  logger.warn(
    { segment: segment.name, offset: result.end, bytes: segment.size - result.end },
    'cutting off a torn tail',
  );
  ftruncateSync(segment.file, result.end);
  segment.size = segment.queued = result.end;
}
