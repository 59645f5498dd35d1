import { Query } from 'mingo';
import type { Page, PageQuery, StateFilter } from './documents.js';

/** What a page asks for, as a filter over stored documents; summaries have no sort key and are on no page. */
export const stateFilter = ({ filter, order = 'sort', after = '', until }: PageQuery): StateFilter => ({
  ...filter,
  [`state.${order}`]: { $gt: after, ...(until !== undefined && { $lt: until }) },
});

/** The text by which a document is ordered. */
export const sortOf = (state: object | null, order = 'sort'): string =>
  order.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], state as unknown) as string;

/**
 * A page of what was found settled, with the documents that have moved since in the state that counts. If it was full,
 * nothing is known of what lies behind its last key: the page ends there, and may be short.
 */
export function mergedPage<S>(
  settled: readonly (readonly [string, object | null])[],
  moved: readonly (readonly [string, object | null])[],
  query: PageQuery,
): Page<S> {
  const { limit } = query;
  const keyOf = (state: object | null) => sortOf(state, query.order);
  const lastKey = settled.length === limit ? keyOf(settled.at(-1)![1]) : undefined;
  const states = new Map(settled);
  const matches = new Query(stateFilter(query));
  for (const [key, state] of moved)
    if (state && matches.test({ state }) && (lastKey === undefined || keyOf(state) <= lastKey)) states.set(key, state);
    else states.delete(key);
  const found = [...states.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const items = found.slice(0, limit);
  const next = found.length > limit ? keyOf(items.at(-1)!) : (lastKey ?? null);
  return { items: items as S[], next };
}
