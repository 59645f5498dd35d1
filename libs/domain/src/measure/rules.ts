import { type Rules } from '#libs/event-sourcing/pure';
import { dayOf } from '../days.js';
import { projectStream } from '../plan/plan.js';
import type { ProjectState } from '../project/state.js';
import { refuse } from '../refusals.js';
import type { MeasureCommand } from './commands.js';
import type { MeasureEvent } from './events.js';
import type { MeasureState } from './state.js';

export const RULES: Rules<MeasureState, MeasureCommand, MeasureEvent> = {
  ProposeMeasure({ title, content, effect, targets }, { status }, at) {
    if (status !== 'NONE') throw refuse('MEASURE_EXISTS');
    // One kind of target alone, so that no project counts one measure twice.
    if (targets.projects.length > 0 === targets.sectors.length > 0) throw refuse('TARGETS_UNSOUND');
    for (const project of targets.projects)
      if (!at.stateOf<ProjectState>(projectStream(project)).exists) throw refuse('UNKNOWN_PROJECT', { project });
    const once = { projects: [...new Set(targets.projects)], sectors: [...new Set(targets.sectors)] };
    return [{ type: 'PolicyProposed', data: { title, content, effect, targets: once } }];
  },

  SignOffMeasure({ opinion }, state, at) {
    requireKnown(state);
    if (state.signedOff) return [];
    requireProposed(state);
    if (state.proposedBy === at.actor.id) throw refuse('SIGNER_IS_PROPOSER');
    return [{ type: 'MeasureSignedOff', data: { opinion } }];
  },

  AdoptMeasure({ effectiveFrom, document }, state, at) {
    requireKnown(state);
    requireProposed(state);
    if (state.effect === 'CONTRACTIONARY' && !state.signedOff) throw refuse('SIGN_OFF_MISSING');
    const today = dayOf(at.now);
    if (effectiveFrom <= today) throw refuse('POLICY_RUNS_BACKWARDS', { effectiveFrom, today });
    return [{ type: 'MeasureAdopted', data: { effectiveFrom, document } }];
  },

  WithdrawMeasure({ reason }, state) {
    requireKnown(state);
    if (state.status === 'WITHDRAWN') return [];
    return [{ type: 'MeasureWithdrawn', data: { reason } }];
  },
};

function requireKnown({ status }: MeasureState): void {
  if (status === 'NONE') throw refuse('UNKNOWN_MEASURE');
}

function requireProposed({ status }: MeasureState): void {
  if (status !== 'PROPOSED') throw refuse('MEASURE_NOT_PROPOSED', { status });
}
