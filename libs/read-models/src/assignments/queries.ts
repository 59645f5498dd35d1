import { type Documents, LATEST, momentOf, valueOn } from '#libs/event-sourcing/pure';
import { dayOf, type Milestone, MILESTONES, type PlanEntry } from '#libs/domain';
import { facetKey, type ListRow } from '../lists/row.js';
import { listRows } from '../lists/view.js';
import { planOn } from '../plans/queries.js';
import { cardOn, type ProjectAnswer } from '../project-card/queries.js';
import { projectCards } from '../project-card/view.js';
import { type TaskDocument, tasks } from '../tasks/view.js';

export interface AssignmentsQuery {
  readonly year: number;
  /** Only the projects in which this unit holds a place. */
  readonly unit?: string;
  /** YYYY-MM-DD; the latest known state if left out. */
  readonly day?: string;
  readonly after?: string;
  readonly limit: number;
}

export type Assignment = Awaited<ReturnType<typeof assignmentsOn>>['items'][number];

/** 任务书: one page of a plan's projects, each with its monthly targets, dates, persons and tasks; amounts in 分. */
export async function assignmentsOn(documents: Documents, query: AssignmentsQuery) {
  const { year, unit, day = LATEST, after, limit } = query;
  const plan = await planOn(documents, year, day);
  if (!plan?.publishedOn) return { planPublished: false, items: [], next: null };
  const lastMoment = momentOf(day);
  const held = { from: { $lte: lastMoment }, to: { $gt: lastMoment } };
  const page = await documents.page(listRows, {
    filter: {
      ...(unit === undefined ? { 'state.years': year } : { 'state.found': facetKey('unit', unit) }),
      'state.memberships': { $elemMatch: { year, ...held } },
      ...(unit !== undefined && { 'state.facets': { $elemMatch: { facet: 'unit', value: unit, ...held } } }),
    },
    ...(after !== undefined && { after }),
    limit,
  });
  const ids = page.items.map(({ id }) => id);
  const [cards, tasksOf] = await Promise.all([documents.many(projectCards, ids), tasksOn(documents, ids, day)]);
  const items = page.items.flatMap((row) => {
    const project = cardOn(cards.get(row.id)!, day);
    return project ? [assignmentOf(lineOf(row, year, day), project, tasksOf.get(row.id) ?? [])] : [];
  });
  return { planPublished: true, items, next: page.next };
}

const lineOf = ({ entries }: ListRow, year: number, day: string): PlanEntry => valueOn(entries[year]!.lines, day)!;

const assignmentOf = (line: PlanEntry, project: ProjectAnswer, assigned: readonly TaskDocument[]) => ({
  id: project.id,
  name: project.name,
  code: project.code,
  category: line.category,
  status: project.status,
  responsibilities: project.responsibilities,
  personInCharge: project.personInCharge,
  linkedLeader: project.linkedLeader,
  coordinator: project.coordinator,
  annualInvestment: line.annualInvestment,
  monthlyTargets: line.monthlyTargets,
  milestones: datesOf(project),
  /** 审查审批节点 of the preparation plan. */
  nodes: project.preparation?.nodes.map(({ approval, step, dueOn }) => ({ approval, step, dueOn })) ?? [],
  tasks: assigned.map(({ id, text, unit, dueOn, status, overdue }) => ({ id, text, unit, dueOn, status, overdue })),
});

const datesOf = ({ milestones }: ProjectAnswer): { milestone: Milestone; plannedOn: string }[] =>
  MILESTONES.flatMap((milestone) => {
    const plannedOn = milestones[milestone];
    return plannedOn ? [{ milestone, plannedOn }] : [];
  });

const PAGE = 500;

/** The tasks of each project as they stood on a day, the first due in front; what was cancelled is nobody's task. */
async function tasksOn(documents: Documents, projects: readonly string[], day: string) {
  const found = new Map<string, TaskDocument[]>();
  for (let after: string | null = ''; after !== null && projects.length > 0;) {
    const page: { items: TaskDocument[]; next: string | null } = await documents.page(tasks, {
      filter: { 'state.project': { $in: projects } },
      after,
      limit: PAGE,
    });
    for (const task of page.items) {
      const standing = valueOn(task.standings, day);
      if (dayOf(task.assignedAt) > day || !standing || standing.status === 'CANCELLED') continue;
      found.set(task.project, [...(found.get(task.project) ?? []), { ...task, ...standing }]);
    }
    after = page.next;
  }
  return found;
}
