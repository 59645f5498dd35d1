import { valueOn } from '#libs/event-sourcing/pure';
import {
  NODE_TIMES,
  nodeKey,
  type NodeTime,
  nodeTimeOf,
  type PreparationNode,
  preparationPlanOn,
  type ProjectState,
} from '#libs/domain';

export type Prepared = Pick<ProjectState, 'preparation' | 'approvals'>;

/** The nodes of the plan that held on a day, each with the three times of its matter as far as they had come. */
export function preparationOn(project: Prepared, day: string) {
  const plan = preparationPlanOn(project, day);
  return plan ? { version: plan.version, nodes: plan.nodes.map((node) => nodeOn(project, node, day)) } : null;
}

/** A node whose due day had passed is overdue until what it waits for has come. */
function nodeOn(project: Prepared, node: PreparationNode, day: string) {
  const reached = NODE_TIMES.map((time): [NodeTime, string | null] => {
    const at = nodeTimeOf(project, node.approval, time);
    return [time, at !== null && at <= day ? at : null];
  });
  const times = Object.fromEntries(reached) as Record<NodeTime, string | null>;
  const granted = valueOn(project.approvals[node.approval] ?? [], day)?.status === 'GRANTED';
  const done = node.step === 'REVIEW' ? times.reviewedAt !== null : granted;
  const passed = project.preparation.overdue[nodeKey(node)] === node.dueOn && node.dueOn < day;
  return { ...node, ...times, done, overdue: passed && !done };
}
