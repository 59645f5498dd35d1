import type { Folds } from '#libs/event-sourcing/pure';
import type { Effect, MeasureEvent } from './events.js';

export interface MeasureState {
  readonly status: 'NONE' | 'PROPOSED' | 'ADOPTED' | 'WITHDRAWN';
  readonly effect: Effect;
  readonly signedOff: boolean;
  /** Directory id. */
  readonly proposedBy: string | null;
}

export const INITIAL_MEASURE: MeasureState = { status: 'NONE', effect: 'NEUTRAL', signedOff: false, proposedBy: null };

export const FOLDS: Folds<MeasureState, MeasureEvent> = {
  PolicyProposed: (_, { data: { effect }, metadata }) => ({
    status: 'PROPOSED',
    effect,
    proposedBy: metadata.actor.id,
  }),
  MeasureSignedOff: () => ({ signedOff: true }),
  MeasureAdopted: () => ({ status: 'ADOPTED' }),
  MeasureWithdrawn: () => ({ status: 'WITHDRAWN' }),
};
