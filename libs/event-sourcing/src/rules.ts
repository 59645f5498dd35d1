import type { At } from './decider.js';
import type { DomainEvent, Recorded } from './event.js';

/** A rule for each command; types fail while one is missing. A rule returns no events where all is done already. */
export type Rules<S, C extends { readonly type: string }, E extends DomainEvent> = {
  readonly [T in C['type']]: (command: Extract<C, { readonly type: T }>, state: S, at: At) => E[];
};

/** What each event changes of the state; types fail while one is missing. */
export type Folds<S, E extends DomainEvent> = {
  readonly [T in E['type']]: (state: S, event: Recorded<Extract<E, { readonly type: T }>>) => Partial<S>;
};

/** The `decide` that follows a table of rules. */
export function decideBy<S, C extends { readonly type: string }, E extends DomainEvent>(rules: Rules<S, C, E>) {
  const table = new Map(Object.entries(rules)) as Map<string, (command: C, state: S, at: At) => E[]>;
  return (command: C, state: S, at: At): E[] => known(table, command.type)(command, state, at);
}

/** The `evolve` that follows a table of folds. */
export function evolveBy<S extends object, E extends DomainEvent>(folds: Folds<S, E>) {
  const table = new Map(Object.entries(folds)) as Map<string, (state: S, event: Recorded<E>) => Partial<S>>;
  // Two spreads would make an object that is slow to read and to copy, at each event anew.
  return (state: S, event: Recorded<E>): S =>
    Object.assign<S, Partial<S>>({ ...state }, known(table, event.type)(state, event));
}

function known<T>(table: ReadonlyMap<string, T>, type: string): T {
  const found = table.get(type);
  if (found === undefined) throw new Error(`${type} has no place in this stream`);
  return found;
}
