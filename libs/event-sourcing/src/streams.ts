import { LRUCache } from 'lru-cache';
import type { AnyDecider } from './decider.js';
import { BEFORE_ALL, categoryOf, NO_STREAM, type Position, type Recorded } from './event.js';
import type { EventLog } from './event-store.js';

/** What one command left behind, so that its repetition gets the first answer. */
export interface FirstOutcome {
  readonly revision: number;
  readonly position: Position;
  readonly bodyHash: string;
}

/** A stream folded up to its last event. */
export interface Loaded<S = unknown> {
  readonly state: S;
  readonly revision: number;
  readonly position: Position;
  /** RFC 3339 instant of the last event, or '' for a stream that does not exist. */
  readonly recordedAt: string;
  readonly outcomes: ReadonlyMap<string, FirstOutcome>;
}

/** Folds streams, each read only from its last known revision on. */
export class Streams {
  private readonly known: LRUCache<string, Loaded>;
  /** Reads that are under way, and those that begin when the one under way has ended. */
  private readonly reading = new Map<string, Promise<Loaded>>();
  private readonly next = new Map<string, Promise<Loaded>>();

  constructor(
    private readonly store: EventLog,
    private readonly deciders: Readonly<Record<string, AnyDecider>>,
    /** How many folded streams are kept in memory. */
    keep = 2_000,
  ) {
    this.known = new LRUCache({ max: keep });
  }

  deciderOf(stream: string): AnyDecider {
    const decider = this.deciders[categoryOf(stream)];
    if (!decider) throw new Error(`no decider for stream ${stream}`);
    return decider;
  }

  /**
   * The stream with every event that was in it when this was asked. Many decisions at a time look at the same rules:
   * whoever asks while a read is under way shares the next one, since the one under way may have passed over an event.
   */
  load<S>(stream: string): Promise<Loaded<S>> {
    const under = this.reading.get(stream);
    let read = this.next.get(stream);
    if (!read && !under) read = this.begin(stream);
    if (!read) {
      const begin = () => {
        this.next.delete(stream);
        return this.begin(stream);
      };
      read = under!.then(begin, begin);
      this.next.set(stream, read);
    }
    return read as Promise<Loaded<S>>;
  }

  private begin(stream: string): Promise<Loaded> {
    const read = this.read(stream).finally(() => this.reading.delete(stream));
    this.reading.set(stream, read);
    return read;
  }

  private async read(stream: string): Promise<Loaded> {
    const decider = this.deciderOf(stream);
    let loaded = this.known.get(stream) ?? { ...EMPTY, state: decider.initial as unknown, outcomes: new Map() };
    for await (const event of this.store.read(stream, loaded.revision + 1)) loaded = folded(decider, loaded, event);
    if (loaded.revision !== NO_STREAM) this.known.set(stream, loaded);
    return loaded;
  }
}

const EMPTY = { revision: NO_STREAM, position: BEFORE_ALL, recordedAt: '' };

function folded(decider: AnyDecider, before: Loaded, event: Recorded): Loaded {
  const { commandId, bodyHash, recordedAt } = event.metadata;
  const outcomes = before.outcomes as Map<string, FirstOutcome>;
  outcomes.set(commandId, { revision: event.revision, position: event.position, bodyHash });
  return {
    state: decider.evolve(before.state, event),
    revision: event.revision,
    position: event.position,
    recordedAt,
    outcomes,
  };
}
