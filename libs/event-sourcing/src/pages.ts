import { Query } from 'mingo';
import type { Page, PageQuery, StateFilter } from './documents.js';

/** What a page asks for, as a filter over stored documents; summaries have no sort key and are on no page. */
export const stateFilter = ({ filter, after = '' }: PageQuery): StateFilter => ({
  ...filter,
  'state.sort': { $gt: after },
});

export const sortOf = (state: object | null): string => (state as { sort: string }).sort;

/**
 * A page of what was found settled, with the documents that have moved since in the state that counts. If it was full,
 * nothing is known of what lies behind its last key: the page ends there, and may be short.
 */
export function mergedPage<S>(
  settled: readonly (readonly [string, object | null])[],
  moved: readonly (readonly [string, object | null])[],
  wanted: StateFilter,
  limit: number,
): Page<S> {
  const lastKey = settled.length === limit ? sortOf(settled.at(-1)![1]) : undefined;
  const states = new Map(settled);
  const matches = new Query(wanted);
  for (const [key, state] of moved)
    if (state && matches.test({ state }) && (lastKey === undefined || sortOf(state) <= lastKey)) states.set(key, state);
    else states.delete(key);
  const found = [...states.values()].sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
  const items = found.slice(0, limit);
  const next = found.length > limit ? sortOf(items.at(-1)!) : (lastKey ?? null);
  return { items: items as S[], next };
}
