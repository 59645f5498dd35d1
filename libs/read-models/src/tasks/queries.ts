import { type Documents, LATEST, sumOn, valueOn } from '#libs/event-sourcing/pure';
import { isEnded, type TaskStatus } from '#libs/domain';
import { leadersNow, pageOfLeader } from '../leading-group/of-projects.js';
import { sumsOfTasks, type TaskDocument, tasks, taskSum } from './view.js';

export interface TasksQuery {
  readonly unit?: string;
  readonly project?: string;
  readonly blocker?: string;
  /** Directory id; only tasks of projects that this leader is in charge of by now. */
  readonly leader?: string;
  readonly status?: TaskStatus;
  /** Only those whose due day was over before anybody reported. */
  readonly overdue?: boolean;
  readonly after?: string;
  readonly limit: number;
}

/** One page of the tasks that match, the first due in front. */
export async function tasksPage(documents: Documents, query: TasksQuery) {
  const { leader, after, limit, ...wanted } = query;
  const filter = Object.fromEntries(Object.entries(wanted).map(([field, value]) => [`state.${field}`, value]));
  const page = await pageOfLeader(documents, tasks, { filter, ...(after !== undefined && { after }), limit }, leader);
  return { items: await withProjects(documents, page.items), next: page.next };
}

/** One task, open or ended. */
export async function taskById(documents: Documents, id: string) {
  const found = await documents.get(tasks, id);
  return found?.id === id ? (await withProjects(documents, [found]))[0] : undefined;
}

/** A unit's tasks by status as of a day, and how many of them are overdue; what it has none of is left out. */
export async function taskCountsOf(documents: Documents, unit: string, day = LATEST) {
  const sums = sumOn(await documents.get(sumsOfTasks, taskSum(unit)), day);
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
}

/** With the name of the project, whose end stops every clock, and with its leader. */
async function withProjects(documents: Documents, found: readonly TaskDocument[]) {
  const { rows, leaderOf } = await leadersNow(
    documents,
    found.map(({ project }) => project),
  );
  return found.map(({ sort: _, standings: __, ...task }) => {
    const project = rows.get(task.project)?.project;
    const waits = task.status === 'ASSIGNED' && !isEnded(valueOn(project?.status ?? [], LATEST));
    return {
      ...task,
      dueAt: waits ? task.dueAt : null,
      projectName: valueOn(project?.details.name ?? [], LATEST) ?? null,
      leader: leaderOf(task.project),
    };
  });
}
