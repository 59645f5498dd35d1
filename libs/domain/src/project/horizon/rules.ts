import type { Rules } from '#libs/event-sourcing/pure';
import { requireFile } from '../../facts.js';
import { refuse } from '../../refusals.js';
import { isAppraised } from '../appraisal/state.js';
import { currentStatus } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { Status } from '../status.js';
import type { HorizonCommand } from './commands.js';
import { type Horizon, type HorizonEvent, HORIZONS } from './events.js';

export const RULES: Rules<ProjectState, HorizonCommand, HorizonEvent> = {
  PromoteProject({ to, document }, state) {
    const { horizon, outlineItems } = state;
    if (horizon === null || outlineItems.length === 0) throw refuse('NOT_AN_OUTLINE_PROJECT');
    requireFile('document', document);
    if (horizon === to) return [];
    if (HORIZONS.indexOf(to) !== HORIZONS.indexOf(horizon) + 1) throw refuse('HORIZON_NOT_NEXT', { from: horizon, to });
    // 科学论证、逐年实施
    if (to === 'ANNUAL' && !isAppraised(state)) throw refuse('APPRAISAL_NOT_PASSED');
    return [{ type: 'ProjectPromoted', data: { from: horizon, to, document } }];
  },

  EnterOutline({ item, sourceRevision }, state) {
    if (sourceRevision <= revisionOf(item, state)) return [];
    return [{ type: 'OutlineEntered', data: { item, horizon: state.horizon ?? baselineOf(state), sourceRevision } }];
  },

  LeaveOutline({ item, sourceRevision }, state) {
    if (sourceRevision <= revisionOf(item, state)) return [];
    return [{ type: 'OutlineLeft', data: { item, sourceRevision } }];
  },
};

const revisionOf = (item: string, { outlineRevisions }: ProjectState): number =>
  Object.hasOwn(outlineRevisions, item) ? outlineRevisions[item]! : -1;

const UNDER_WAY: readonly (Status | undefined)[] = ['UNDER_CONSTRUCTION', 'SUSPENDED', 'COMPLETED', 'IN_SERVICE'];

/** Who is under way or in an annual plan when the outline is entered has no promotion to pass any more. */
const baselineOf = (state: ProjectState): Horizon =>
  UNDER_WAY.includes(currentStatus(state)) || Object.keys(state.plans).length > 0 ? 'ANNUAL' : 'RESERVE';
