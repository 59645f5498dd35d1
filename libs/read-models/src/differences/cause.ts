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
  readonly document?: DocumentRef | null;
  readonly evidence?: DocumentRef | null;
  readonly reason?: string | null;
}

export function causeOf({ id, stream, revision, position, type, metadata, data }: Recorded): Cause {
  const { occurredOn, since, document, evidence, reason } = data as Grounds;
  const { actor, recordedAt } = metadata;
  return {
    ...{ eventId: id, stream, revision, position, type, actor, recordedAt },
    occurredOn: occurredOn ?? since ?? null,
    document: document ?? evidence ?? null,
    reason: reason ?? null,
  };
}
