import { decideBy, type Decider, evolveBy } from '#libs/event-sourcing/pure';
import { withNothingPersonal } from '../facts.js';
import { projectStream } from '../plan/plan.js';
import type { ProjectCodeCommand } from './commands.js';
import type { ProjectCodeEvent } from './events.js';
import { RULES } from './rules.js';
import { FOLDS, INITIAL_PROJECT_CODE, type ProjectCodeState } from './state.js';

/** One project code and the project that it is reserved for: the code is the stream's name, so it is there once. */
export const projectCodeDecider: Decider<ProjectCodeState, ProjectCodeCommand, ProjectCodeEvent> = {
  initial: INITIAL_PROJECT_CODE,
  evolve: evolveBy(FOLDS),
  decide: withNothingPersonal(decideBy(RULES)),
  reads(command, { project, former }) {
    const asked =
      command.type === 'ReserveProjectCode' ? [command.project, ...former] : project === null ? [] : [project];
    return [...new Set(asked)].map((each) => ({ stream: projectStream(each), upToNow: false }));
  },
};
