import { FRAME_HEADER } from './frame.js';
import { RefusesToStart } from './lock.js';
import { SEGMENT_HEADER, Segment } from './segment.js';
import { GroupWriter } from './writer.js';

/** A file gets no new frame once it would grow beyond this many bytes. */
export const SEGMENT_LIMIT = 64 * 1024 * 1024;

/** Offsets in a segment are kept as 32-bit numbers. */
const LARGEST_LIMIT = 2 ** 31;

/**
 * All records in the order of their positions. A record is known by its ordinal (0, 1, 2, …) inside the process and by
 * its position, a byte offset, outside. Ordinals from `committed` on are not yet on disk and must not be shown.
 */
export class Log {
  committed = 0;
  readonly segments: Segment[] = [];
  /** Called with a segment that will not change any more. */
  onSeal: (segment: Segment) => void = () => undefined;
  readonly writer: GroupWriter;

  constructor(
    readonly folder: string,
    private readonly limit = SEGMENT_LIMIT,
  ) {
    if (!(limit > 0 && limit <= LARGEST_LIMIT)) throw new RefusesToStart(`A segment cannot have ${limit} bytes.`);
    this.writer = new GroupWriter(this);
  }

  /** To be called once the segments that exist have been added. */
  begin(): void {
    if (this.segments.length === 0) this.segments.push(new Segment(this.folder, 0, 0));
    this.committed = this.count;
  }

  get tail(): Segment {
    return this.segments[this.segments.length - 1]!;
  }

  /** Records including those that wait to be written. */
  get count(): number {
    return this.segments.length > 0 ? this.tail.first + this.tail.count : 0;
  }

  /** Bytes on disk. */
  get bytes(): number {
    return this.tail.base + this.tail.size;
  }

  /** The position at which a frame of at most `bound` payload bytes will start; may begin a new segment. */
  reserve(bound: number): number {
    const tail = this.tail;
    if (tail.queued > SEGMENT_HEADER && tail.queued + FRAME_HEADER + bound > this.limit)
      this.segments.push(new Segment(this.folder, tail.base + tail.queued, this.count));
    return this.tail.base + this.tail.queued;
  }

  /** Notes that a record starts at a position of the frame that was reserved last; returns its ordinal. */
  addRecord(position: number): number {
    this.tail.add(position - this.tail.base);
    return this.count - 1;
  }

  segmentOf(ordinal: number): Segment {
    if (ordinal >= this.tail.first) return this.tail;
    return this.lastSegment((segment) => segment.first <= ordinal);
  }

  position(ordinal: number): number {
    const segment = this.segmentOf(ordinal);
    return segment.base + segment.offset(ordinal - segment.first);
  }

  /** The ordinal of the first record at or behind a position; `count` if there is none. */
  ordinalAt(position: number): number {
    const segment = this.lastSegment((candidate) => candidate.base <= position);
    return segment.first + segment.search(position - segment.base);
  }

  /** Forgets what was queued and never written. */
  rollback(): void {
    while (this.segments.length > 1 && this.tail.first >= this.committed && this.tail.file < 0) this.segments.pop();
    this.tail.queued = this.tail.size;
    this.tail.count = this.committed - this.tail.first;
  }

  close(): void {
    for (const segment of this.segments) segment.close();
  }

  private lastSegment(holds: (segment: Segment) => boolean): Segment {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (holds(this.segments[middle]!)) low = middle;
      else high = middle - 1;
    }
    return this.segments[low]!;
  }
}
