import type { Actor, Position, Recorded } from '#libs/event-sourcing/pure';
import type { DocumentRef } from '#libs/domain';

/** An event as what made a difference: who recorded it when, from which day it counts, and on what ground. */
export interface Cause {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly actor: Actor;
  readonly recordedAt: string;
  /** First day on which it counts; null for what was done in the office when it was recorded. */
  readonly occurredOn: string | null;
  readonly document: DocumentRef | null;
  readonly reason: string | null;
}

/** Fields in which events name their day and their ground. */
interface Grounds {
  readonly occurredOn?: string;
  readonly since?: string;
  /** Of figures that moved with a batch. */
  readonly on?: string;
  /** Of reported figures; a month that opens names it as well, and counts at once. */
  readonly cutOff?: string;
  readonly figures?: object;
  readonly document?: DocumentRef | null;
  readonly evidence?: DocumentRef | null;
  readonly minutes?: DocumentRef;
  readonly reason?: string | null;
}

export function causeOf({ id, stream, revision, position, type, metadata, data }: Recorded): Cause {
  const { occurredOn, since, on, cutOff, figures, document, evidence, minutes, reason } = data as Grounds;
  const { actor, recordedAt } = metadata;
  return {
    ...{ eventId: id, stream, revision, position, type, actor, recordedAt },
    occurredOn: occurredOn ?? since ?? on ?? (figures && cutOff) ?? null,
    document: document ?? evidence ?? minutes ?? null,
    reason: reason ?? null,
  };
}
