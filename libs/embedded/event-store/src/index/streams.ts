import { CATEGORY, categoryOf, EVENT_TYPE } from '../categories/names.js';
import { Ordinals } from './ordinals.js';

/** What is known of one stream; numbers include what waits to be written. */
export class Stream {
  /** Events without the tombstone: the next revision. */
  length = 0;
  /** Ordinal of the tombstone, -1 without one. */
  tombstone = -1;
  /** Where the ordinals of its events are kept. */
  readonly blocks: number[] = [];
  /** What the newest event of a metadata stream or of `$settings` says, and which event that is. */
  settings: { ordinal: number; value: unknown } | undefined;

  constructor(
    readonly name: string,
    /** The list of links of its category, undefined if it has none. */
    readonly category: Stream | undefined,
  ) {}
}

/**
 * Which events belong to which stream. A category or type is a stream that holds the ordinals of the events themselves;
 * that they are links is seen when it is read. Each list takes about 4 bytes an event.
 */
export class Streams {
  private readonly byName = new Map<string, Stream>();
  private readonly types = new Map<string, Stream>();
  private readonly ordinals = new Ordinals();

  constructor(private readonly hasLinks: boolean) {}

  get size(): number {
    return this.byName.size;
  }

  find(name: string): Stream | undefined {
    return this.byName.get(name);
  }

  findOrCreate(name: string): Stream {
    let stream = this.byName.get(name);
    if (stream) return stream;
    const category = this.hasLinks ? categoryOf(name) : undefined;
    stream = new Stream(name, category === undefined ? undefined : this.findOrCreate(CATEGORY + category));
    this.byName.set(name, stream);
    return stream;
  }

  add(stream: Stream, ordinal: number, type: string): void {
    this.push(stream, ordinal);
    if (stream.category) this.push(stream.category, ordinal);
    const ofType = this.ofType(stream, type);
    if (ofType) this.push(ofType, ordinal);
  }

  /** The list of links to events of a type, undefined if events of this stream get none. */
  ofType(stream: Stream, type: string): Stream | undefined {
    if (!this.hasLinks || stream.name.startsWith('$')) return undefined;
    let list = this.types.get(type);
    if (!list) this.types.set(type, (list = this.findOrCreate(EVENT_TYPE + type)));
    return list;
  }

  ordinal(stream: Stream, revision: number): number {
    return this.ordinals.get(stream.blocks, revision);
  }

  /** How many of the stream's events have an ordinal below the bound. */
  lengthBelow(stream: Stream, bound: number): number {
    let length = stream.length;
    while (length > 0 && this.ordinal(stream, length - 1) >= bound) length--;
    return length;
  }

  /** The revision at which the event with that ordinal stands in the stream, -1 if it belongs to another. */
  revisionOf(stream: Stream, ordinal: number): number {
    let low = 0;
    let high = stream.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ordinal(stream, middle) < ordinal) low = middle + 1;
      else high = middle;
    }
    return low < stream.length && this.ordinal(stream, low) === ordinal ? low : -1;
  }

  /** Takes back the newest event of a stream whose write was given up. */
  undo(stream: Stream, ordinal: number, type: string): void {
    if (stream.tombstone === ordinal) stream.tombstone = -1;
    else {
      stream.length--;
      if (stream.category) stream.category.length--;
      const ofType = this.ofType(stream, type);
      if (ofType) ofType.length--;
    }
    stream.settings = undefined;
    if (stream.length === 0 && stream.tombstone < 0) this.byName.delete(stream.name);
  }

  private push(stream: Stream, ordinal: number): void {
    this.ordinals.set(stream.blocks, stream.length++, ordinal);
  }
}
