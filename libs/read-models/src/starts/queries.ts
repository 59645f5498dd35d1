import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import { backwardSchedule, plannedStartOf, refuse, scheduleInputs, startChecklist } from '#libs/domain';
import type { PolicyName } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { rulesOn } from '../policies/queries.js';
import { projectCards } from '../project-card/view.js';
import { irregularStarts } from './view.js';

/** One page of the irregular starts, the earliest first. */
export async function irregularStartsPage(documents: Documents, query: { after?: string; limit: number }) {
  const page = await documents.page(irregularStarts, {
    filter: {},
    ...(query.after !== undefined && { after: query.after }),
    limit: query.limit,
  });
  const rows = await documents.many(
    listRows,
    page.items.map(({ id }) => id),
  );
  const items = page.items.map(({ sort: _, id, ...start }) => ({
    project: id,
    projectName: valueOn(rows.get(id)?.project.details.name ?? [], LATEST) ?? null,
    ...start,
  }));
  return { items, next: page.next };
}

/** What a project's start needs, and what of it is missing on a day; undefined for an unknown project. */
export async function startChecklistOf(documents: Documents, id: string, day: string) {
  const card = await documents.get(projectCards, id);
  return card ? { day, ...startChecklist(card.project, await inForce(documents, 'checklists', day), day) } : undefined;
}

/**
 * The backward schedule as it would be counted on a day, from the planned start or from another one, and beside it the
 * one that was adopted. Undefined for an unknown project.
 */
export async function backwardScheduleOf(documents: Documents, id: string, day: string, plannedStart?: string) {
  const card = await documents.get(projectCards, id);
  if (!card) return undefined;
  const { project } = card;
  const start = plannedStart ?? plannedStartOf(project);
  const schedule = backwardSchedule(scheduleInputs(project, await inForce(documents, 'checklists', day), start, day), {
    durations: await inForce(documents, 'durations', day),
    approvals: await inForce(documents, 'approvals', day),
    calendar: await inForce(documents, 'calendar', day),
  });
  return { day, ...schedule, adopted: project.schedule };
}

/** Throws POLICY_NOT_IN_FORCE before the first version. */
async function inForce<N extends PolicyName>(documents: Documents, policy: N, day: string) {
  const rules = await rulesOn(documents, policy, day);
  if (!rules) throw refuse('POLICY_NOT_IN_FORCE', { policy, day });
  return rules;
}
