import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { BLOCKER_STATUSES, isEnded, isOpen, leadTimesOf } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { type BlockerDocument, blockers } from './view.js';

const OPEN = BLOCKER_STATUSES.filter(isOpen);

/** Blockers that still hold a project up, the oldest first, with the level that is in charge. */
export async function openBlockers(documents: Documents, query: { level?: string; after?: string; limit: number }) {
  const page = await documents.page(blockers, {
    filter: { 'state.status': { $in: OPEN }, ...(query.level && { 'state.level': query.level }) },
    ...(query.after !== undefined && { after: query.after }),
    limit: query.limit,
  });
  return { items: await onBoard(documents, page.items), next: page.next };
}

/** One blocker, open or closed, with its way through the levels. */
export async function blockerById(documents: Documents, id: string) {
  const found = await documents.get(blockers, id);
  return found && (await onBoard(documents, [found]))[0];
}

/** With the name of its project, whose end stops every clock, and with its lead times. */
async function onBoard(documents: Documents, found: readonly BlockerDocument[]) {
  const projects = await documents.many(listRows, [...new Set(found.map(({ project }) => project))]);
  return found.map(({ sort: _, ...blocker }) => {
    const project = projects.get(blocker.project)?.project;
    return {
      ...blocker,
      dueAt: isEnded(valueOn(project?.status ?? [], LATEST)) ? null : blocker.dueAt,
      projectName: valueOn(project?.details.name ?? [], LATEST) ?? null,
      leadTimes: leadTimesOf(blocker),
    };
  });
}
