import type { Folds } from '#libs/event-sourcing/pure';
import type { OutlineEvent } from './events.js';

export interface OutlineState {
  readonly listed: boolean;
  readonly projects: ReadonlySet<string>;
}

export const INITIAL_OUTLINE: OutlineState = { listed: false, projects: new Set() };

export const FOLDS: Folds<OutlineState, OutlineEvent> = {
  OutlineItemListed: () => ({ listed: true }),
  ProjectTraced: ({ projects }, { data: { project } }) => ({ projects: new Set(projects).add(project) }),
  ProjectUntraced: ({ projects }, { data: { project } }) => ({
    projects: new Set([...projects].filter((each) => each !== project)),
  }),
};
