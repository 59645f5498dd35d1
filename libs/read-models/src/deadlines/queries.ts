import type { Documents } from '#libs/event-sourcing/pure';
import { deadlines, NEVER } from './view.js';

/** Open deadlines, the next one first; with `by`, only those that fall due up to that instant. */
export async function openDeadlines(documents: Documents, query: { by?: string; after?: string; limit: number }) {
  const page = await documents.page(deadlines, {
    filter: {},
    ...(query.after !== undefined && { after: query.after }),
    // One range of the key that they are sorted by: a page costs what is on it. In the key '/' follows the instant.
    until: query.by === undefined ? NEVER : `${query.by}0`,
    limit: query.limit,
  });
  return {
    items: page.items.map(({ stream, nextDueAt, clocks }) => ({ stream, nextDueAt, clocks })),
    next: page.next,
  };
}
