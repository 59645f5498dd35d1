import { type At, idOf, type Rules } from '#libs/event-sourcing/pure';
import { requireFile } from '../facts.js';
import { projectStream } from '../plan/streams.js';
import type { ProjectState } from '../project/state.js';
import { refuse } from '../refusals.js';
import type { OutlineCommand } from './commands.js';
import type { OutlineEvent } from './events.js';
import type { OutlineState } from './state.js';

export const RULES: Rules<OutlineState, OutlineCommand, OutlineEvent> = {
  ListOutlineItem({ type: _, ...data }, state, at) {
    if (state.listed) throw refuse('OUTLINE_ITEM_EXISTS', { item: idOf(at.stream) });
    requireFile('document', data.document);
    if (data.throughYear < data.fromYear)
      throw refuse('YEAR_OUTSIDE_WINDOW', { field: 'throughYear', from: data.fromYear });
    return [{ type: 'OutlineItemListed', data }];
  },

  TraceProject({ project }, state, at) {
    requireProject(project, at);
    if (state.projects.has(project)) return [];
    return [{ type: 'ProjectTraced', data: { project } }];
  },

  UntraceProject({ project, reason }, state) {
    if (!state.projects.has(project)) throw refuse('PROJECT_NOT_TRACED', { project });
    return [{ type: 'ProjectUntraced', data: { project, reason } }];
  },
};

function requireProject(project: string, at: At): void {
  if (!at.stateOf<ProjectState>(projectStream(project)).exists) throw refuse('UNKNOWN_PROJECT', { project });
}
