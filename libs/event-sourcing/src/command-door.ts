import type { Clock } from './clock.js';
import type { AnyDecider, At, Tick } from './decider.js';
import { type Actor, type DomainEvent, type EventMetadata, NO_STREAM, type Position, type Recorded } from './event.js';
import { type EventLog, type NewEvent, RevisionConflict } from './event-store.js';
import { derivedId } from './ids.js';
import { Refusal } from './refusal.js';
import { type Loaded, Streams } from './streams.js';

/** One command on its way to one stream. */
export interface Envelope<C extends { type: string } = { type: string }> {
  readonly stream: string;
  readonly command: C | Tick;
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly correlationId: string;
  /** The revision that the caller has seen; without it a conflict is decided again. */
  readonly expectedRevision?: number;
}

/** Where the stream stands after the command; the same at each repetition. */
export interface Outcome {
  readonly revision: number;
  readonly position: Position;
}

/** Says whether an actor may issue a command on a stream in this state; throws `Refusal` if not. */
export type Authorize = (actor: Actor, command: { type: string }, state: unknown, stream: string) => void;

/** Who acts when time does. */
export const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', unit: null };

const CONFLICT_TRIES = 20;

/** The one way in: read, decide what is due, decide the command, append at the revision that was read. */
export class CommandDoor {
  readonly streams: Streams;

  constructor(
    private readonly store: EventLog,
    deciders: Readonly<Record<string, AnyDecider>>,
    private readonly clock: Clock,
    private readonly authorize: Authorize,
  ) {
    this.streams = new Streams(store, deciders);
  }

  /** Throws `Refusal` when the command is not done; any other error leaves the outcome unknown: ask again. */
  handle(envelope: Envelope): Promise<Outcome> {
    return this.handleTogether([envelope]);
  }

  /**
   * Commands on one stream, each decided on what those before it leave, and appended as one: all or none of them.
   * An `expectedRevision` is that of the stream before all of them.
   */
  async handleTogether(envelopes: readonly [Envelope, ...Envelope[]]): Promise<Outcome> {
    const [{ stream, expectedRevision }] = envelopes;
    for (let tries = 1; ; tries++) {
      try {
        const { decided, loaded } = await this.decide(envelopes, new Map());
        if (decided.events.length === 0) return decided.outcome;
        return await this.store.append(stream, loaded.revision, decided.events);
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        if (expectedRevision === undefined && tries < CONFLICT_TRIES) continue;
        // The conflict may be this very command, done by somebody who was asked at the same time.
        const { outcomes } = await this.streams.load(stream);
        const first = outcomes.get(envelopes[0].commandId);
        if (first?.bodyHash === envelopes[0].bodyHash) return first;
        throw new Refusal('stale', 'STALE_REVISION', { expected: expectedRevision ?? null });
      }
    }
  }

  /**
   * How many events commands on any streams, one after another, would lead to by now; none is appended.
   * Throws the `Refusal` that the first of them to be refused would meet.
   */
  async rehearse(envelopes: readonly Envelope[]): Promise<number> {
    const would = new Map<string, Loaded>();
    let events = 0;
    for (const envelope of envelopes) {
      const { decided, loaded } = await this.decide([envelope], would);
      const revision = loaded.revision + decided.events.length;
      would.set(envelope.stream, { ...loaded, state: decided.state, revision });
      events += decided.events.length;
    }
    return events;
  }

  /** What commands on one stream lead to, where `would` holds what streams are taken to have become. */
  private async decide(envelopes: readonly [Envelope, ...Envelope[]], would: ReadonlyMap<string, Loaded>) {
    const { stream } = envelopes[0];
    const decider = this.streams.deciderOf(stream);
    const loaded = would.get(stream) ?? (await this.streams.load(stream));
    const decided = new Decision(decider, loaded);
    for (const envelope of envelopes) {
      const { command, actor, commandId, bodyHash } = envelope;
      const first = loaded.outcomes.get(commandId);
      if (first) {
        if (first.bodyHash !== bodyHash) throw new Refusal('never', 'IDEMPOTENCY_KEY_REUSED');
        decided.outcome = { revision: first.revision, position: first.position };
        continue;
      }
      if (command.type !== 'Tick') this.authorize(actor, command, decided.state, stream);
      // Where there is no stream the rule says first that the thing is unknown.
      if (loaded.revision !== NO_STREAM) requireRevision(envelope, loaded.revision);
      const clockNow = this.clock.now().toISOString();
      const now = clockNow > loaded.recordedAt ? clockNow : loaded.recordedAt;
      const read = new Map<string, unknown>();
      let at = await this.moment(envelope, now, decided.state, read, would);
      // What falls due next may look at streams that nothing before it had to read.
      while (decided.takeDue(envelope, at)) at = await this.moment(envelope, now, decided.state, read, would);
      if (command.type !== 'Tick')
        decided.take(envelope, at, decider.decide(command, decided.state, at) as DomainEvent[]);
      requireRevision(envelope, loaded.revision);
    }
    return { decided, loaded };
  }

  /**
   * Time and the other streams that the decision reads in this state, those that must be brought up to now first.
   * What is among the `others` already stays as it was through the whole decision.
   */
  private async moment(
    envelope: Envelope,
    now: string,
    decided: unknown,
    others: Map<string, unknown>,
    would: ReadonlyMap<string, Loaded>,
  ): Promise<At> {
    const decider = this.streams.deciderOf(envelope.stream);
    const reads = decider.reads?.(envelope.command, decided, now) ?? [];
    const unread = reads.filter(({ stream }) => !others.has(stream));
    await Promise.all(
      unread.map(async ({ stream, upToNow }) => {
        const { state } = would.get(stream) ?? (await this.streams.load(stream));
        const wakesAt = upToNow ? this.streams.deciderOf(stream).wakesAt?.(state) : undefined;
        if (wakesAt === undefined || wakesAt > now) return void others.set(stream, state);
        await this.handle(tickOf(stream, now, envelope));
        others.set(stream, (await this.streams.load(stream)).state);
      }),
    );
    return {
      now,
      actor: envelope.actor,
      stream: envelope.stream,
      newId: (name) => derivedId(envelope.commandId, name),
      stateOf: <S>(stream: string): S => {
        if (!others.has(stream)) throw new Error(`${stream} is not among the streams that the decision reads`);
        return others.get(stream) as S;
      },
    };
  }
}

function requireRevision({ expectedRevision: expected }: Envelope, actual: number): void {
  if (expected !== undefined && expected !== actual) throw new Refusal('stale', 'STALE_REVISION', { expected, actual });
}

/** The empty command that brings another stream up to now. */
function tickOf(stream: string, now: string, cause: Envelope): Envelope {
  return {
    stream,
    command: { type: 'Tick' },
    actor: SYSTEM,
    commandId: derivedId('tick', stream, now),
    bodyHash: '',
    correlationId: cause.correlationId,
  };
}

/** The events of one append, each folded before the next is decided. */
class Decision {
  readonly events: NewEvent[] = [];
  state: unknown;
  /** Where the stream stands if there is nothing to append. */
  outcome: Outcome;

  constructor(
    private readonly decider: AnyDecider,
    private readonly loaded: Loaded,
  ) {
    this.state = loaded.state;
    this.outcome = { revision: loaded.revision, position: loaded.position };
  }

  /** Whether something was due; then something else may be. */
  takeDue(envelope: Envelope, at: At): boolean {
    const due = this.decider.due?.(this.state, at);
    if (!due) return false;
    const id = derivedId(envelope.stream, due.rule, due.dueAt);
    // Its own id stands for the command, so that it is never taken for an outcome of the one that came along.
    this.add(id, due.event as DomainEvent, { actor: SYSTEM, commandId: id, bodyHash: '' }, envelope, at);
    return true;
  }

  take(envelope: Envelope, at: At, events: DomainEvent[]): void {
    const { actor, commandId, bodyHash } = envelope;
    events.forEach((event, index) =>
      this.add(derivedId(commandId, String(index)), event, { actor, commandId, bodyHash }, envelope, at),
    );
  }

  private add(
    id: string,
    event: DomainEvent,
    by: Pick<EventMetadata, 'actor' | 'commandId' | 'bodyHash'>,
    cause: Envelope,
    at: At,
  ): void {
    const metadata = {
      ...by,
      recordedAt: at.now,
      $correlationId: cause.correlationId,
      $causationId: cause.commandId,
    };
    this.events.push({ id, event, metadata });
    this.state = this.decider.evolve(this.state, {
      ...event,
      id,
      stream: cause.stream,
      revision: this.loaded.revision + this.events.length,
      position: this.loaded.position,
      metadata: { ...metadata, schema: 0 },
    } satisfies Recorded);
  }
}
