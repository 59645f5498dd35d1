import { type At, idOf, type Rules } from '#libs/event-sourcing/pure';
import { projectStream } from '../plan/plan.js';
import type { ProjectState } from '../project/state.js';
import { refuse } from '../refusals.js';
import type { ProjectCodeCommand } from './commands.js';
import type { ProjectCodeEvent } from './events.js';
import type { ProjectCodeState } from './state.js';

/** 项目代码: five groups, the first a year or year and month; the check algorithm is not public. */
export const PROJECT_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{5}[0-9A-Z]$/;

export const RULES: Rules<ProjectCodeState, ProjectCodeCommand, ProjectCodeEvent> = {
  ReserveProjectCode({ project }, state, at) {
    const code = idOf(at.stream);
    if (!PROJECT_CODE.test(code)) throw refuse('PROJECT_CODE_MALFORMED', { code });
    if (state.project === project) return [];
    if (state.project !== null) throw refuse('PROJECT_CODE_RESERVED', { code });
    if (!at.stateOf<ProjectState>(projectStream(project)).exists) throw refuse('UNKNOWN_PROJECT');
    // A project that took the code at the very moment of its release keeps it from everybody else.
    for (const former of state.former) if (former !== project) requireNotHeld(former, code, at);
    return [{ type: 'ProjectCodeReserved', data: { project } }];
  },

  ReleaseProjectCode({ reason }, { project }, at) {
    if (project === null) return [];
    requireNotHeld(project, idOf(at.stream), at);
    return [{ type: 'ProjectCodeReleased', data: { project, reason } }];
  },
};

function requireNotHeld(project: string, code: string, at: At): void {
  if (at.stateOf<ProjectState>(projectStream(project)).code === code) throw refuse('PROJECT_CODE_HELD', { code });
}
