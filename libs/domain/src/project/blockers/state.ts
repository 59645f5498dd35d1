import type { Folds } from '#libs/event-sourcing/pure';
import type { Level } from '../../policy/escalation.js';
import type { BlockerEvent, LevelClock } from './events.js';

export interface BlockerState {
  readonly level: Level;
  readonly status: 'RAISED' | 'ACCEPTED' | 'RESOLVED' | 'CLOSED';
  readonly clock: LevelClock | null;
  readonly resolvedBy: string | null;
  /** The fact that set its clock was corrected; what followed stands. */
  readonly basisCorrected?: true;
}

export interface BlockersState {
  readonly blockers: Readonly<Record<string, BlockerState>>;
}

export const INITIAL_BLOCKERS: BlockersState = { blockers: {} };

export const FOLDS: Folds<BlockersState, BlockerEvent> = {
  BlockerRaised: ({ blockers }, { data: { blocker, level, clock } }) => ({
    blockers: { ...blockers, [blocker]: { level, clock, status: 'RAISED', resolvedBy: null } },
  }),
  BlockerAccepted: (state, { data }) => withBlocker(state, data.blocker, { status: 'ACCEPTED' }),
  BlockerEscalated: (state, { data: { blocker, to, clock } }) => withBlocker(state, blocker, { level: to, clock }),
  BlockerResolved: (state, { data: { blocker, resolvedBy } }) =>
    withBlocker(state, blocker, { status: 'RESOLVED', clock: null, resolvedBy }),
  BlockerClosed: (state, { data }) => withBlocker(state, data.blocker, { status: 'CLOSED' }),
};

const withBlocker = ({ blockers }: BlockersState, id: string, change: Partial<BlockerState>): BlockersState => ({
  blockers: { ...blockers, [id]: { ...blockers[id]!, ...change } },
});
