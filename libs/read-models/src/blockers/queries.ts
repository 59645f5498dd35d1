import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { listRows } from '../lists/view.js';
import { blockers } from './view.js';

/** Blockers that still hold a project up, the oldest first, with the level that is in charge. */
export async function openBlockers(documents: Documents, query: { level?: string; after?: string; limit: number }) {
  const page = await documents.page(blockers, {
    filter: { 'state.status': { $in: ['RAISED', 'ACCEPTED'] }, ...(query.level && { 'state.level': query.level }) },
    ...(query.after !== undefined && { after: query.after }),
    limit: query.limit,
  });
  const projects = await documents.many(listRows, [...new Set(page.items.map(({ project }) => project))]);
  const items = page.items.map(({ sort: _, ...blocker }) => ({
    ...blocker,
    projectName: valueOn(projects.get(blocker.project)?.project.details.name ?? [], LATEST) ?? null,
  }));
  return { items, next: page.next };
}

/** One blocker, open or closed, with its way through the levels. */
export const blockerById = (documents: Documents, id: string) => documents.get(blockers, id);
