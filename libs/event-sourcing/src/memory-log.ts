import { type Recorded, schemaOf, type Upcasts } from './event.js';
import { type EventLog, type NewEvent, RevisionConflict, type Written } from './event-store.js';

/** A log within this process, for playing rules where no server is needed. */
export class MemoryLog implements EventLog {
  readonly events: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();

  constructor(private readonly upcasts: Upcasts = {}) {}

  async *read(stream: string, fromRevision = 0): AsyncGenerator<Recorded> {
    yield* this.of(stream).slice(fromRevision);
  }

  async append(stream: string, expectedRevision: number, events: NewEvent[]): Promise<Written> {
    const before = this.of(stream);
    if (before.length - 1 !== expectedRevision) throw new RevisionConflict(stream);
    const added = events.map(({ id, event, metadata }, index): Recorded => ({
      ...event,
      ...{ id, stream, revision: before.length + index, position: this.events.length + index },
      metadata: {
        ...metadata,
        schema: schemaOf(this.upcasts, event.type),
        ...(index === events.length - 1 && { last: true }),
      },
    }));
    this.streams.set(stream, before);
    before.push(...added);
    this.events.push(...added);
    const { revision, position } = added.at(-1)!;
    return { revision, position };
  }

  /** The events of one stream in order; none if it does not exist. */
  of(stream: string): Recorded[] {
    return this.streams.get(stream) ?? [];
  }
}
