import type { Folds } from '#libs/event-sourcing/pure';
import type { ProjectCodeEvent } from './events.js';

export interface ProjectCodeState {
  /** The project for which the code is reserved; null while it is free. */
  readonly project: string | null;
  /** The projects for which it was reserved before. */
  readonly former: readonly string[];
}

export const INITIAL_PROJECT_CODE: ProjectCodeState = { project: null, former: [] };

export const projectCodeStream = (code: string): string => `code-${code}`;

export const FOLDS: Folds<ProjectCodeState, ProjectCodeEvent> = {
  ProjectCodeReserved: (_state, { data: { project } }) => ({ project }),
  ProjectCodeReleased: ({ former }, { data: { project } }) => ({ project: null, former: [...former, project] }),
};
