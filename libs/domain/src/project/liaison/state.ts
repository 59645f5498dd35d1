import type { Folds } from '#libs/event-sourcing/pure';
import type { LiaisonEvent, LiaisonKind } from './events.js';

/** The revision is that of the event, by which a correction takes it out again. */
export interface Liaison {
  readonly revision: number;
  readonly on: string;
  readonly kind: LiaisonKind;
  readonly parties: readonly string[];
  readonly outcome: string;
}

export interface LiaisonState {
  readonly liaisons: Readonly<Record<string, Liaison>>;
}

export const INITIAL_LIAISON: LiaisonState = { liaisons: {} };

export const FOLDS: Folds<LiaisonState, LiaisonEvent> = {
  LiaisonRecorded: ({ liaisons }, { revision, data: { liaison, occurredOn: on, kind, parties, outcome } }) => ({
    liaisons: { ...liaisons, [liaison]: { revision, on, kind, parties, outcome } },
  }),
};
