import type { Position, Recorded } from './event.js';
import type { AnyView, Contribution } from './view.js';

/** A document that could not follow an event and stands still since, or a stream whose event no document can be found for. */
export interface Parked {
  readonly view: string;
  /** Key of the document, or `stream <name>`. */
  readonly key: string;
  /** Position of the first event that waits. */
  readonly since: Position;
  /** How many events wait by now, the first one included. */
  readonly events: number;
  readonly reason: string;
}

/** How many events parked documents keep waiting. */
export const waitingIn = (parked: readonly Parked[]): number => parked.reduce((count, { events }) => count + events, 0);

/** An error that nothing may pass over: it stops the projector instead of parking a document. */
export class MustStop extends Error {}

export const streamKey = (stream: string): string => `stream ${stream}`;

/**
 * The parked documents of one view: what cannot follow an event keeps that one and all later ones waiting, in order.
 * `announced` are those that whoever announced the batch left parked behind it: what their code could not fold waits
 * here too, or documents that they wrote would lack what this code makes of it.
 */
export class Holds {
  private readonly held: Map<string, Parked>;
  private readonly announced: ReadonlyMap<string, Parked>;

  constructor(
    private readonly view: AnyView,
    parked: Iterable<Parked> = [],
    announced: Iterable<Parked> = [],
  ) {
    const own = (all: Iterable<Parked>) =>
      new Map([...all].filter(({ view: name }) => name === view.name).map((each) => [each.key, each]));
    this.held = own(parked);
    this.announced = own(announced);
  }

  list(): Parked[] {
    return [...this.held.values()];
  }

  /** The documents that an event concerns and that may follow it. */
  keysOf(event: Recorded): string[] {
    try {
      // Hardly ever is anything held, and this is asked for each event of each view.
      if (this.held.size === 0 && this.announced.size === 0) return this.view.keys(event);
      const stream = streamKey(event.stream);
      if (this.isHeld(stream) || this.parksAsAnnounced(stream, event)) return [];
      return this.view.keys(event).filter((key) => !this.isHeld(key));
    } catch (error) {
      this.park(streamKey(event.stream), event, error);
      return [];
    }
  }

  /** The document after the event; as it was if it cannot follow. */
  evolve(state: object | null, event: Recorded, key: string): object | null {
    if (this.held.size > 0 && this.isHeld(key)) return state;
    if (this.announced.size > 0 && this.parksAsAnnounced(key, event)) return state;
    try {
      return this.view.evolve(state, event, key) as object | null;
    } catch (error) {
      this.park(key, event, error);
      return state;
    }
  }

  /** What a document adds to the summaries; undefined if that cannot be told, which holds up the events that led to it. */
  contributionsOf(state: object | null, key: string, eventsOf: () => readonly Recorded[]): Contribution[] | undefined {
    try {
      return state ? this.view.contributions!(state) : [];
    } catch (error) {
      for (const [index, event] of eventsOf().entries())
        if (index === 0) this.park(key, event, error);
        else this.isHeld(key);
      return undefined;
    }
  }

  /** Held keys count what they keep waiting. */
  private isHeld(key: string): boolean {
    const parked = this.held.get(key);
    if (parked) this.held.set(key, { ...parked, events: parked.events + 1 });
    return parked !== undefined;
  }

  private parksAsAnnounced(key: string, { position }: Recorded): boolean {
    const announced = this.announced.get(key);
    if (!announced || position < announced.since) return false;
    this.held.set(key, { ...announced, events: 1 });
    return true;
  }

  private park(key: string, { position, stream, revision }: Recorded, error: unknown): void {
    if (error instanceof MustStop) throw error;
    const reason = `${stream} at revision ${revision}: ${(error as Error).message}`;
    this.held.set(key, { view: this.view.name, key, since: position, events: 1, reason });
  }
}
