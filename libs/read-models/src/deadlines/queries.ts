import type { Documents } from '#libs/event-sourcing/pure';
import { deadlines, NEVER } from './view.js';

/** Open deadlines, the next one first; with `by`, only those that fall due up to that instant. */
export async function openDeadlines(documents: Documents, query: { by?: string; after?: string; limit: number }) {
  const page = await documents.page(deadlines, {
    filter: { 'state.nextDueAt': query.by === undefined ? { $lt: NEVER } : { $lte: query.by } },
    ...(query.after !== undefined && { after: query.after }),
    limit: query.limit,
  });
  return {
    items: page.items.map(({ stream, nextDueAt, clocks }) => ({ stream, nextDueAt, clocks })),
    next: page.next,
  };
}
