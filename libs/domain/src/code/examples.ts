import type { RefusalCode } from '../refusals.js';
import type { ProjectCodeCommand } from './commands.js';
import type { ProjectCodeEvent } from './events.js';

export const reserved = (project = 'p1'): ProjectCodeEvent => ({ type: 'ProjectCodeReserved', data: { project } });
export const released = (project = 'p1'): ProjectCodeEvent => ({
  type: 'ProjectCodeReleased',
  data: { project, reason: '代码录入有误' },
});

export interface ProjectCodeExample<Type extends ProjectCodeCommand['type']> {
  readonly given: readonly ProjectCodeEvent[];
  readonly command: Extract<ProjectCodeCommand, { type: Type }>;
  readonly event: ProjectCodeEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

/** For each command of a project code the plain case. */
export const PROJECT_CODE_EXAMPLES: {
  readonly [Type in ProjectCodeCommand['type']]: ProjectCodeExample<Type>;
} = {
  ReserveProjectCode: {
    given: [],
    command: { type: 'ReserveProjectCode', project: 'p1' },
    event: reserved(),
    again: 'nothing',
  },
  ReleaseProjectCode: {
    given: [reserved()],
    command: { type: 'ReleaseProjectCode', reason: '代码录入有误' },
    event: released(),
    again: 'nothing',
  },
};
