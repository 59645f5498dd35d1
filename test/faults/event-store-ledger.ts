import type { EventStoreDBClient } from '@eventstore/db-client';

/** An append of several events that may have reached the disk or not. */
export interface Attempt {
  stream: string;
  ids: string[];
  expected: number;
  /** Set once the server has acknowledged it. */
  acknowledged?: { revision: bigint; position: bigint };
}

export interface SeenEvent {
  id: string;
  stream: string;
  revision: bigint;
  position: bigint;
}

function must(condition: boolean, message: () => string): void {
  if (!condition) throw new Error(message());
}

/** What was tried and what was acknowledged, held against what the server shows. */
export class Ledger {
  readonly attempts: Attempt[] = [];
  private readonly byId = new Map<string, Attempt>();
  private checked = 0;
  private damaged = 0;

  add(attempt: Attempt): Attempt {
    this.attempts.push(attempt);
    for (const id of attempt.ids) this.byId.set(id, attempt);
    return attempt;
  }

  summary(): string {
    const acknowledged = this.attempts.filter((attempt) => attempt.acknowledged).length;
    return `${acknowledged} of ${this.attempts.length} appends acknowledged, ${this.checked} comparisons, ${this.damaged} spoiled copies`;
  }

  countDamaged(): void {
    this.damaged++;
  }

  /** Reads everything through the client and throws if an acknowledged event is not as it should be. */
  async compare(client: EventStoreDBClient): Promise<void> {
    const seen: SeenEvent[] = [];
    for await (const { event } of client.readAll()) {
      const { id, streamId, revision, position } = event!;
      seen.push({ id, stream: streamId, revision, position: position!.commit });
    }
    const places = this.checkOrder(seen);
    for (const attempt of this.attempts) {
      if (!attempt.acknowledged) continue;
      const last = places.get(attempt.ids.at(-1)!);
      must(last !== undefined, () => `an acknowledged append to ${attempt.stream} is lost`);
      must(
        last!.revision === attempt.acknowledged.revision && last!.position === attempt.acknowledged.position,
        () => `an acknowledged append to ${attempt.stream} has moved`,
      );
    }
    this.checked++;
  }

  /** Throws unless positions and revisions rise, no event is there twice, and each append is whole or absent. */
  checkOrder(seen: SeenEvent[]): Map<string, SeenEvent> {
    const places = new Map<string, SeenEvent>();
    const revisions = new Map<string, bigint>();
    let before = -1n;
    for (const event of seen) {
      must(event.position > before, () => `position ${event.position} comes after ${before}`);
      before = event.position;
      const expected = (revisions.get(event.stream) ?? -1n) + 1n;
      must(event.revision === expected, () => `${event.stream} has ${event.revision} where ${expected} belongs`);
      revisions.set(event.stream, event.revision);
      must(!places.has(event.id), () => `event ${event.id} is there twice`);
      places.set(event.id, event);
    }
    for (const { id, stream } of seen) {
      // Links and their checkpoint are the server's own.
      if (stream.startsWith('$')) continue;
      const attempt = this.byId.get(id);
      must(attempt !== undefined, () => `event ${id} was never written`);
      const present = attempt!.ids.filter((other) => places.has(other)).length;
      must(present === attempt!.ids.length, () => `an append shows ${present} of ${attempt!.ids.length} events`);
    }
    return places;
  }
}
