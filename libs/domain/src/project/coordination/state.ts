import type { Folds } from '#libs/event-sourcing/pure';
import type { DocumentRef } from '../../facts.js';
import type { Level } from '../../policy/escalation.js';
import { type BlockersState, isRunning, withBlocker } from '../blockers/state.js';
import type { CoordinationEvent } from './events.js';

/** 交办, 反馈, 销号, 撤销. */
export const TASK_STATUSES = ['ASSIGNED', 'REPORTED', 'CLOSED', 'CANCELLED'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The revision is that of the event, by which a correction takes it out again. */
export interface Coordination {
  readonly revision: number;
  readonly on: string;
  readonly level: Level;
  readonly blockers: readonly string[];
  readonly minutes: DocumentRef;
}

export interface TaskState {
  readonly unit: string;
  readonly blocker: string | null;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly status: TaskStatus;
  /** The due day was over before anybody reported. */
  readonly overdue: boolean;
  readonly reportedBy: string | null;
}

export interface CoordinationState {
  readonly coordinations: Readonly<Record<string, Coordination>>;
  readonly tasks: Readonly<Record<string, TaskState>>;
}

export const INITIAL_COORDINATION: CoordinationState = { coordinations: {}, tasks: {} };

export const FOLDS: Folds<CoordinationState & BlockersState, CoordinationEvent> = {
  CoordinationHeld: (state, { revision, data: { coordination, occurredOn: on, level, blockers, minutes } }) => ({
    coordinations: { ...state.coordinations, [coordination]: { revision, on, level, blockers, minutes } },
    ...blockers.reduce<BlockersState>(
      (moved, blocker) =>
        withBlocker(moved, blocker, (held) => (isCoordinatedBy(level, held) ? { status: 'COORDINATING' } : {})),
      { blockers: state.blockers },
    ),
  }),
  TaskAssigned: ({ tasks }, { data: { task, unit, blocker, dueOn, dueAt } }) => ({
    tasks: { ...tasks, [task]: { unit, blocker, dueOn, dueAt, status: 'ASSIGNED', overdue: false, reportedBy: null } },
  }),
  TaskReported: (state, { data: { task, reportedBy } }) => withTask(state, task, { status: 'REPORTED', reportedBy }),
  TaskReturned: (state, { data: { task, dueOn, dueAt } }) =>
    withTask(state, task, { status: 'ASSIGNED', dueOn, dueAt, overdue: false, reportedBy: null }),
  TaskClosed: (state, { data: { task } }) => withTask(state, task, { status: 'CLOSED' }),
  TaskReassigned: (state, { data: { task, unit } }) => withTask(state, task, { unit }),
  TaskRescheduled: (state, { data: { task, dueOn, dueAt } }) => withTask(state, task, { dueOn, dueAt, overdue: false }),
  TaskCancelled: (state, { data: { task } }) => withTask(state, task, { status: 'CANCELLED' }),
  TaskOverdue: (state, { data: { task } }) => withTask(state, task, { overdue: true }),
};

/** The level that has a matter coordinates it; a meeting of one that had it before moves nothing any more. */
export const isCoordinatedBy = (level: Level, held: Pick<BlockersState['blockers'][string], 'level' | 'status'>) =>
  isRunning(held.status) && held.level === level;

/** A meeting that was not so moved nothing: what no other one of its level named goes back to being taken on. */
export const withoutMeetings = (
  { coordinations, blockers }: CoordinationState & BlockersState,
  named: readonly string[],
): BlockersState => ({
  blockers: Object.fromEntries(
    Object.entries(blockers).map(([id, held]) => [
      id,
      named.includes(id) && held.status === 'COORDINATING' && !isNamed(id, held.level, coordinations)
        ? { ...held, status: 'ACCEPTED' as const }
        : held,
    ]),
  ),
});

const isNamed = (blocker: string, level: Level, coordinations: CoordinationState['coordinations']): boolean =>
  Object.values(coordinations).some((meeting) => meeting.level === level && meeting.blockers.includes(blocker));

/** Views that keep other parts of a project alone fold its tasks without holding any. */
function withTask(
  { tasks }: CoordinationState,
  id: string,
  change: Partial<TaskState>,
): Pick<CoordinationState, 'tasks'> {
  const held = tasks[id];
  return { tasks: held ? { ...tasks, [id]: { ...held, ...change } } : tasks };
}
