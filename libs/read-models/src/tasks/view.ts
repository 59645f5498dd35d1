import {
  type Contribution,
  idOf,
  type Recorded,
  type Series,
  steps,
  type Sum,
  valueOn,
  type View,
  withFact,
} from '#libs/event-sourcing/pure';
import { dayOf, type ProjectEvent, type TaskStatus } from '#libs/domain';

/** What of a task its unit's ledger counts. */
interface Standing {
  readonly unit: string;
  readonly status: TaskStatus;
  readonly overdue: boolean;
}

export interface TaskDocument extends Standing {
  readonly id: string;
  readonly sort: string;
  readonly project: string;
  readonly blocker: string | null;
  readonly text: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly assignedAt: string;
  /** When the last notice came that the due day was over, 督办. */
  readonly noticedAt: string | null;
  readonly report: string | null;
  readonly reportedAt: string | null;
  readonly late: boolean;
  /** Why it was returned, moved or cancelled last. */
  readonly reason: string | null;
  /** When it was closed or cancelled. */
  readonly endedAt: string | null;
  readonly standings: Series<Standing>;
}

export const tasks: View<TaskDocument> = {
  name: 'tasks',
  version: 1,
  indexes: [
    { 'state.sort': 1 },
    { 'state.unit': 1, 'state.sort': 1 },
    { 'state.project': 1, 'state.sort': 1 },
    { 'state.status': 1, 'state.sort': 1 },
  ],

  keys(recorded) {
    const event = recorded as Recorded<ProjectEvent>;
    return event.stream.startsWith('project-') && event.type.startsWith('Task') && 'task' in event.data
      ? [event.data.task as string]
      : [];
  },

  evolve(task, recorded, id) {
    const event = recorded as Recorded<ProjectEvent>;
    const at = event.metadata.recordedAt;
    const becomes = (change: Partial<TaskDocument>, on = dayOf(at)) =>
      task && standing({ ...task, ...change }, event, on);
    switch (event.type) {
      case 'TaskAssigned': {
        const { task: _, ...data } = event.data;
        const assigned: TaskDocument = {
          ...{ id, sort: sortOf({ id, ...data }), project: idOf(event.stream), ...data, assignedAt: at, standings: [] },
          ...{ noticedAt: null, report: null, reportedAt: null, late: false, reason: null, endedAt: null },
          ...{ status: 'ASSIGNED', overdue: false },
        };
        return standing(assigned, event, dayOf(at));
      }
      case 'TaskReported': {
        const { report, late } = event.data;
        return becomes({ status: 'REPORTED', overdue: false, report, reportedAt: at, late });
      }
      case 'TaskReturned':
      case 'TaskRescheduled': {
        const { dueOn, dueAt, reason } = event.data;
        return becomes({ status: 'ASSIGNED', overdue: false, dueOn, dueAt, reason, sort: sortOf({ id, dueAt }) });
      }
      case 'TaskReassigned':
        return becomes({ unit: event.data.unit, reason: event.data.reason });
      case 'TaskOverdue':
        return becomes({ overdue: true, noticedAt: at }, dayOf(event.data.dueAt));
      case 'TaskClosed':
        return becomes({ status: 'CLOSED', endedAt: at });
      case 'TaskCancelled':
        return becomes({ status: 'CANCELLED', overdue: false, reason: event.data.reason, endedAt: at });
      default:
        return task;
    }
  },

  /** For each unit the number of its tasks by status, and of those that are overdue. */
  contributions: ({ standings }) =>
    [...new Set(standings.map(({ value }) => value.unit))].flatMap((unit): Contribution[] =>
      steps(
        taskSum(unit),
        standings.map(({ on }) => on),
        (day) => {
          const held = valueOn(standings, day);
          return held?.unit === unit ? { [held.status]: 1, ...(held.overdue && { OVERDUE: 1 }) } : {};
        },
      ),
    ),
};

/** The summaries are documents of this same view. */
export const sumsOfTasks = tasks as unknown as View<Sum>;

export const taskSum = (unit: string): string => `unit/${unit}`;

const sortOf = ({ id, dueAt }: { id: string; dueAt: string }): string => `${dueAt}/${id}`;

/** Acts come in their order; a notice that was written late does not go behind what happened since. */
function standing(task: TaskDocument, { revision }: Recorded, on: string): TaskDocument {
  const { unit, status, overdue, standings } = task;
  const last = standings.at(-1)?.on ?? on;
  const fact = { on: on < last ? last : on, revision, value: { unit, status, overdue } };
  return { ...task, standings: withFact(standings, fact) };
}
