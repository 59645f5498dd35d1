import { type At, type Rules } from '#libs/event-sourcing/pure';
import { dayOf, endOf } from '../../days.js';
import { requirePast } from '../../facts.js';
import type { Level } from '../../policy/escalation.js';
import { refuse } from '../../refusals.js';
import { type UnitState, unitStream } from '../../unit/state.js';
import { isActingFor } from '../blockers/acting.js';
import { requireOpen, requireSettled } from '../blockers/open.js';
import { currentStatus, isEnded } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { CoordinationCommand } from './commands.js';
import type { CoordinationEvent } from './events.js';
import type { CoordinationState, TaskState } from './state.js';

export const RULES: Rules<ProjectState, CoordinationCommand, CoordinationEvent> = {
  HoldCoordination({ type: _, ...data }, state, at) {
    const { occurredOn, level, blockers, minutes } = data;
    requirePast(occurredOn, at);
    if (at.actor.role !== 'LG_OFFICE' && !isActingFor(level, at.actor.role))
      throw refuse('COORDINATION_OF_OTHER_LEVEL', { level });
    for (const blocker of blockers) requireReached(blocker, level, occurredOn, state, at);
    const same = JSON.stringify({ on: occurredOn, level, blockers, minutes });
    if (Object.values(state.coordinations).some(({ revision: _, ...held }) => JSON.stringify(held) === same)) return [];
    return [{ type: 'CoordinationHeld', data: { coordination: at.newId('coordination'), ...data } }];
  },

  AssignTask({ type: _, ...data }, state, at) {
    if (isEnded(currentStatus(state))) throw refuse('PROJECT_ENDED');
    requireTaking(data.unit, at);
    if (data.blocker !== null) requireOpen(data.blocker, state);
    const { unit, text, blocker } = data;
    return [{ type: 'TaskAssigned', data: { task: at.newId('task'), unit, text, blocker, ...due(data.dueOn, at) } }];
  },

  ReportTask({ task, report }, state, at) {
    const { unit, overdue } = requireAssigned(task, state);
    const { id: reportedBy, role, unit: own } = at.actor;
    if (own !== unit && role !== 'LG_OFFICE') throw refuse('TASK_OF_OTHER_UNIT', { task, unit });
    return [{ type: 'TaskReported', data: { task, report, reportedBy, late: overdue } }];
  },

  ReturnTask({ task, reason, dueOn }, state, at) {
    requireReported(task, state, at);
    return [{ type: 'TaskReturned', data: { task, reason, ...due(dueOn, at) } }];
  },

  CloseTask({ task }, state, at) {
    if (requireTask(task, state).status === 'CLOSED') return [];
    requireReported(task, state, at);
    return [{ type: 'TaskClosed', data: { task } }];
  },

  ReassignTask({ task, unit, reason }, state, at) {
    const { unit: from } = requireAssigned(task, state);
    if (from === unit) return [];
    requireTaking(unit, at);
    return [{ type: 'TaskReassigned', data: { task, from, unit, reason } }];
  },

  RescheduleTask({ task, dueOn, reason }, state, at) {
    if (requireAssigned(task, state).dueOn === dueOn) return [];
    return [{ type: 'TaskRescheduled', data: { task, reason, ...due(dueOn, at) } }];
  },

  CancelTask({ task, reason }, state) {
    const { status } = requireTask(task, state);
    if (status === 'CANCELLED') return [];
    if (status === 'CLOSED') throw refuse('TASK_ENDED', { task });
    return [{ type: 'TaskCancelled', data: { task, reason } }];
  },
};

/** The streams of the units that a command charges with a task. */
export const unitStreamsOf = (command: { readonly type: string; readonly unit?: string }): string[] =>
  command.type === 'AssignTask' || command.type === 'ReassignTask' ? [unitStream(command.unit!)] : [];

/**
 * The levels coordinate in their order: none before the matter had come to it. A meeting may have spoken of a matter
 * before anybody raised it here, and may be told when the matter is elsewhere or solved.
 */
function requireReached(blocker: string, level: Level, on: string, state: ProjectState, at: At): void {
  const { reached, reachedOn } = requireSettled(blocker, state, at);
  if (level > reached || on < (reachedOn[level] ?? '')) throw refuse('LEVEL_NOT_REACHED', { blocker, level, reached });
}

/** A unit that nobody registered may be charged as well. */
function requireTaking(unit: string, at: At): void {
  const { kind, merged } = at.stateOf<UnitState>(unitStream(unit));
  if (kind === 'COPIED') throw refuse('COPIED_UNIT_HOLDS_NO_PLACE', { unit });
  if (merged) throw refuse('UNIT_MERGED', { into: merged.value, on: merged.on });
}

function due(dueOn: string, at: At): { dueOn: string; dueAt: string } {
  if (dueOn < dayOf(at.now)) throw refuse('TASK_DUE_IN_PAST', { field: 'dueOn', today: dayOf(at.now) });
  return { dueOn, dueAt: endOf(dueOn) };
}

/** Whatever else hangs on an object, such as a task named constructor, is none. */
function requireTask(task: string, { tasks }: CoordinationState): TaskState {
  if (!Object.hasOwn(tasks, task)) throw refuse('UNKNOWN_TASK', { task });
  return tasks[task]!;
}

function requireAssigned(task: string, state: CoordinationState): TaskState {
  const found = requireTask(task, state);
  if (found.status === 'REPORTED') throw refuse('TASK_REPORTED', { task });
  if (found.status !== 'ASSIGNED') throw refuse('TASK_ENDED', { task });
  return found;
}

/** Who reported it judges it not. */
function requireReported(task: string, state: CoordinationState, at: At): void {
  const { status, reportedBy } = requireTask(task, state);
  if (status !== 'REPORTED') throw refuse('TASK_NOT_REPORTED', { task });
  if (reportedBy === at.actor.id) throw refuse('TASK_JUDGE_IS_REPORTER', { task });
}
