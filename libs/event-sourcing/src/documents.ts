import type { Filter } from 'mongodb';
import type { Position } from './event.js';
import type { View } from './view.js';

/** A filter over `state.…` fields, within what mongo and memory answer alike. */
export type StateFilter = Filter<{ state: Record<string, unknown> }>;

/** One page in the order of a stored field with a text of its own for each document. */
export interface PageQuery {
  readonly filter: StateFilter;
  /** Which field of the state that is, `orders.name` for one; `sort` if left out. */
  readonly order?: string;
  /** The last sort key of the page before. */
  readonly after?: string;
  /** Only what is sorted before this key. */
  readonly until?: string;
  readonly limit: number;
}

export interface Page<S> {
  readonly items: S[];
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
}

/** The documents of all views as they stand at one position of the log. */
export interface Documents {
  readonly position: Position;
  /** How many events parked documents of the views asked so far keep waiting: the answer is incomplete by them. */
  readonly waiting: number;
  get<S extends object>(view: View<S>, key: string): Promise<S | null>;
  many<S extends object>(view: View<S>, keys: readonly string[]): Promise<Map<string, S>>;
  page<S extends object>(view: View<S>, query: PageQuery): Promise<Page<S>>;
}
