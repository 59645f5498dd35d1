import type { Actor, DomainEvent, Recorded } from './event.js';

/** All that a decision may look at beside its own state: time, ids and other streams enter as data. */
export interface At {
  /** RFC 3339 instant: the later of the clock and the stream's last `recordedAt`. */
  readonly now: string;
  readonly actor: Actor;
  readonly stream: string;
  /** The id of something that this command creates, the same at each repetition. */
  newId(name: string): string;
  /** The state of another stream that `reads` named. */
  stateOf<S>(stream: string): S;
}

/** Another stream that a decision reads, and whether it is first brought up to now. */
export interface Read {
  readonly stream: string;
  readonly upToNow: boolean;
}

/** Something that became true because time passed. */
export interface Due<E> {
  /** Names what fell due within the stream, such as `report/2022-05`; with `dueAt` it makes the event's id. */
  readonly rule: string;
  /** RFC 3339 instant at which it truly fell due. */
  readonly dueAt: string;
  readonly event: E;
}

/** The command of a timer: it asks for nothing but what is due. */
export interface Tick {
  readonly type: 'Tick';
}

/** A rule set over one kind of stream: pure functions, no clock, no driver. */
export interface Decider<S, C extends { type: string }, E extends DomainEvent> {
  readonly initial: S;
  evolve(state: S, event: Recorded<E>): S;
  /** The events that the command causes; none if it is already done. Throws `Refusal`. */
  decide(command: C, state: S, at: At): E[];
  /** The other streams that this decision depends on; asked again after each event that fell due. */
  reads?(command: C | Tick, state: S, now: string): Read[];
  /** The earliest thing due by now, or undefined; asked again after its event has been folded. */
  due?(state: S, at: At): Due<E> | undefined;
  /** RFC 3339 instant before which `due` has nothing; undefined if it waits for nothing. */
  wakesAt?(state: S): string | undefined;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the door holds deciders of every kind
export type AnyDecider = Decider<any, any, any>;
