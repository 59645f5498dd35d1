import { type Folds, LATEST } from '#libs/event-sourcing/pure';
import { addDays } from '../../days.js';
import type { StagesState } from '../stages/state.js';
import type { SuspensionEvent } from './events.js';

/** Days from … to …, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface SuspensionsState {
  /** Each with the revision of its event, by which a correction takes it back. */
  readonly recognised: readonly (Period & { readonly revision: number })[];
}

export const INITIAL_SUSPENSIONS: SuspensionsState = { recognised: [] };

export const FOLDS: Folds<SuspensionsState, SuspensionEvent> = {
  SuspensionRecognised: ({ recognised }, { revision, data: { occurredOn, until } }) => ({
    recognised: [...recognised, { from: occurredOn, to: until ?? LATEST, revision }],
  }),
};

/** The recognised standstills, each ended by whatever came after it: work that went on, or the project's end. */
export const pauses = ({ recognised, status }: SuspensionsState & StagesState): Period[] =>
  recognised.map(({ from, to }) => {
    const next = status.find(({ on, value }) => on > from && value !== 'SUSPENDED');
    const last = next ? addDays(next.on, -1) : LATEST;
    return { from, to: last < to ? last : to };
  });
