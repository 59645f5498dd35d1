import { finished, type Readable } from 'node:stream';
import {
  ANY,
  BACKWARDS,
  END,
  type AllStreamResolvedEvent,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM as EXPECT_NO_STREAM,
  START,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  ANY_REVISION,
  BEFORE_ALL,
  type DomainEvent,
  type EventMetadata,
  FOLLOWED_STREAMS,
  isFollowed,
  NO_STREAM,
  type Position,
  type Recorded,
  schemaOf,
  upcast,
  type Upcasts,
} from './event.js';

/** An event about to be appended; the store adds its schema and marks the last one. */
export interface NewEvent {
  readonly id: string;
  readonly event: DomainEvent;
  readonly metadata: Omit<EventMetadata, 'schema' | 'last'>;
}

/** What deciding needs of a log. */
export type EventLog = Pick<EventStore, 'read' | 'append'>;

/** Somebody else appended first; nothing was written. */
export class RevisionConflict extends Error {}

const EXPECTED: Readonly<Record<number, typeof ANY | typeof EXPECT_NO_STREAM>> = {
  [ANY_REVISION]: ANY,
  [NO_STREAM]: EXPECT_NO_STREAM,
};

const CLOSE_MILLISECONDS = 500;

/** Streams and log of one EventStoreDB, in domain terms: plain revisions and positions, upcast events. */
export class EventStore {
  /** One client for each process: a broken batch call of one rejects the pending appends of all. */
  private readonly client: EventStoreDBClient;

  constructor(
    server: string | EventStoreDBClient,
    private readonly upcasts: Upcasts = {},
  ) {
    this.client =
      typeof server === 'string'
        ? EventStoreDBClient.connectionString([server] as unknown as TemplateStringsArray)
        : server;
  }

  /** The same log over the same connection, its events as they were written: without an upcast. */
  asWritten(): EventStore {
    return new EventStore(this.client);
  }

  /** The events of one stream from a revision on; none if it does not exist. */
  async *read(stream: string, fromRevision = 0): AsyncGenerator<Recorded> {
    const events = this.client.readStream(stream, { fromRevision: BigInt(fromRevision), direction: FORWARDS });
    let isThere = true;
    try {
      for await (const { event } of events) if (event) yield this.recorded(event as LogEvent);
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
      isThere = false;
    } finally {
      // The server has ended such a read itself; a server that is told so too often closes the connection.
      if (isThere) await letGo(events);
    }
  }

  /** Shows each event of a stream as it arrives, until it is told not to go on: whoever folds them awaits nothing between. */
  async each(stream: string, goesOn: (event: Recorded) => boolean): Promise<void> {
    const events = this.client.readStream(stream, { direction: FORWARDS });
    let isThere = true;
    try {
      await new Promise<void>((resolve, reject) => {
        finished(events as unknown as Readable, { writable: false }, (error) => (error ? reject(error) : resolve()));
        const show = ({ event }: { event?: unknown }) => {
          try {
            if (!event || goesOn(this.recorded(event as LogEvent))) return;
            resolve();
          } catch (error) {
            reject(error as Error);
          }
          events.off('data', show).pause();
        };
        events.on('data', show);
      });
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
      isThere = false;
    } finally {
      if (isThere) await letGo(events);
    }
  }

  /**
   * Every event of ours after a position, to the end of the log as it was on asking; where a prefix is given, only those
   * of streams whose names begin so.
   */
  async *readAll(after: Position = BEFORE_ALL, prefix = ''): AsyncGenerator<Recorded> {
    const end = await this.end(prefix);
    if (end <= after) return;
    // Only a subscription lets the server leave out its own events, of which there may be several for each of ours.
    const subscription = this.subscribe(after, prefix);
    try {
      for await (const resolved of subscription.iterator({ destroyOnReturn: false })) {
        const event = this.delivered(resolved as AllStreamResolvedEvent);
        if (event) yield event;
        if (event && event.position >= end) return;
      }
    } finally {
      await subscription.unsubscribe().catch(() => undefined);
    }
  }

  /** The event at a position; undefined where none begins there. */
  async at(position: Position): Promise<Recorded | undefined> {
    const found = this.client.readAll({ direction: FORWARDS, fromPosition: logPosition(position), maxCount: 1 });
    try {
      for await (const { event } of found)
        if (event && Number(event.position.commit) === position) return this.recorded(event as LogEvent);
      return undefined;
    } finally {
      await letGo(found);
    }
  }

  /** The position of our last event in the log, or of the last one in streams whose names begin so. */
  async end(prefix = ''): Promise<Position> {
    // The server's own events may lie behind it, such as links to what was appended last.
    for (const maxCount of [32, 1_024, Number.MAX_SAFE_INTEGER]) {
      const events = this.client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount });
      try {
        for await (const { event } of events)
          if (event && isFollowed({ stream: event.streamId }) && event.streamId.startsWith(prefix))
            return Number(event.position.commit);
      } finally {
        await letGo(events);
      }
    }
    return BEFORE_ALL;
  }

  /**
   * Appends all events or none at the revision that the caller has seen.
   * A repeat with the same ids at the same place succeeds and writes nothing.
   * Throws `RevisionConflict`; any other error means that the outcome is unknown.
   */
  async append(stream: string, expectedRevision: number, events: NewEvent[]): Promise<Written> {
    const encoded = events.map(({ id, event, metadata }, index) =>
      jsonEvent({
        id,
        type: event.type,
        data: event.data as Record<string, unknown>,
        metadata: {
          ...metadata,
          schema: schemaOf(this.upcasts, event.type),
          ...(index === events.length - 1 && { last: true }),
        },
      }),
    );
    try {
      const { nextExpectedRevision, position } = await this.client.appendToStream(stream, encoded, {
        expectedRevision: EXPECTED[expectedRevision] ?? BigInt(expectedRevision),
      });
      return { revision: Number(nextExpectedRevision), position: Number(position!.commit) };
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) throw new RevisionConflict(stream);
      throw error;
    }
  }

  /** Lets the events of a stream pass away after so many seconds; a stream that has metadata keeps what it has. */
  async expireAfter(stream: string, seconds: number): Promise<void> {
    try {
      await this.client.setStreamMetadata(stream, { maxAge: seconds }, { expectedRevision: EXPECT_NO_STREAM });
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
    }
  }

  /** Lets these users of the server read a stream, instead of whom its defaults allow. */
  async letRead(stream: string, users: readonly string[]): Promise<void> {
    await this.client.setStreamMetadata(stream, { acl: { readRoles: [...users] } });
  }

  /** A live stream of our events after a position; destroy it to end it. */
  subscribe(after: Position, prefix = ''): ReturnType<EventStoreDBClient['subscribeToAll']> {
    return this.client.subscribeToAll({
      fromPosition: logPosition(after),
      filter: streamNameFilter({
        regex: prefix === '' ? FOLLOWED_STREAMS : `^${prefix}`,
        checkpointInterval: 1000,
      }),
    });
  }

  /** What a subscription delivers, as a domain event. */
  delivered(resolved: AllStreamResolvedEvent): Recorded | undefined {
    return resolved.event && this.recorded(resolved.event as LogEvent);
  }

  async close(): Promise<void> {
    // The client waits for the end of every call it cancels, also of those that were cancelled before and never tell.
    await Promise.race([this.client.dispose(), new Promise((resolve) => setTimeout(resolve, CLOSE_MILLISECONDS))]);
  }

  private recorded(event: LogEvent): Recorded {
    const metadata = event.metadata ?? ({} as EventMetadata);
    const recorded: Mutable<Recorded> = {
      type: event.type,
      id: event.id,
      stream: event.streamId,
      revision: Number(event.revision),
      position: Number(event.position!.commit),
      metadata,
      data: event.data,
    };
    try {
      recorded.data = upcast(this.upcasts, event.type, metadata.schema ?? 1, event.data);
      return recorded;
    } catch (error) {
      // Whoever looks at the data of such an event fails with it; who needs only its place goes on.
      return Object.defineProperty(recorded, 'data', {
        enumerable: true,
        get(): never {
          throw new Error(`${event.type} cannot be decoded: ${(error as Error).message}`);
        },
      });
    }
  }
}

/** A read that is left early would otherwise stay open on the server, holding what it had ready. */
async function letGo(events: { readableEnded: boolean; cancel(): Promise<void> }): Promise<void> {
  if (!events.readableEnded) await events.cancel().catch(() => undefined);
}

/** Where an append ended. */
export interface Written {
  readonly revision: number;
  readonly position: Position;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface LogEvent {
  id: string;
  type: string;
  streamId: string;
  revision: bigint;
  position?: { commit: bigint };
  data: object;
  metadata?: EventMetadata;
}

const logPosition = (after: Position) => (after < 0 ? START : { commit: BigInt(after), prepare: BigInt(after) });
