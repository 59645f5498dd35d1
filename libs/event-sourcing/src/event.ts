/** What a decider returns: a past-tense type and its data; everything else is added when it is recorded. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Who asked: ids of a directory that lives outside the log, never names. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly unit: string | null;
}

/** What the log keeps beside an event's data. */
export interface EventMetadata {
  readonly actor: Actor;
  /** RFC 3339 instant at which the event was recorded, UTC. */
  readonly recordedAt: string;
  readonly commandId: string;
  /** SHA-256 of the command's body, by which another body under the same id is told apart. */
  readonly bodyHash: string;
  /** Version of the event's schema; older ones are upcast on read. */
  readonly schema: number;
  /** True on the last event of one append, so that a batch never ends inside it. */
  readonly last?: boolean;
  readonly $correlationId: string;
  readonly $causationId: string;
}

/** Byte position of an event in the log; strictly increasing, below 2^53. */
export type Position = number;

/**
 * Streams that views, reactions and seals follow: not the server's own, which begin with `$`, and not the log of reads,
 * which passes away after months.
 */
export const FOLLOWED_STREAMS = '^(?!\\$|reads-)';
const FOLLOWED = new RegExp(FOLLOWED_STREAMS);

export const isFollowed = ({ stream }: { readonly stream: string }): boolean => FOLLOWED.test(stream);

/** The position before the first event. */
export const BEFORE_ALL: Position = -1;

/** The revision of a stream that does not exist. */
export const NO_STREAM = -1;

/** Instead of a revision that was seen: the events go behind whatever is there. */
export const ANY_REVISION = -2;

/** An event as the log holds it, upcast to its newest schema. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly metadata: EventMetadata;
};

/** Whether an event became true because time passed: its own id stands for a command. */
export const isDue = ({ id, metadata }: Pick<Recorded, 'id' | 'metadata'>): boolean => metadata.commandId === id;

/** For each event type, the steps from schema 1 to the newest; a type without an entry is at schema 1. */
export type Upcasts = Readonly<Record<string, readonly ((data: never) => object)[]>>;

/** The schema that new events of a type are written with. */
export const schemaOf = (upcasts: Upcasts, type: string): number => (upcasts[type]?.length ?? 0) + 1;

/** Data as it was written at a schema, brought to the newest one. */
export const upcast = (upcasts: Upcasts, type: string, schema: number, data: object): object =>
  upcasts[type]?.slice(schema - 1).reduce((before, step) => step(before as never), data) ?? data;

/** The kind of a stream is the part of its name before the first hyphen. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** The id within its kind: all behind the first hyphen. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);
