import { type Folds, LATEST, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import type { Category } from '../../plan/events.js';
import type { Responsibilities, ResponsibilityEvent } from './events.js';

export interface ResponsibilityState {
  readonly responsibilities: Series<Responsibilities>;
}

export const INITIAL_RESPONSIBILITY: ResponsibilityState = { responsibilities: [] };

export const FOLDS: Folds<ResponsibilityState, ResponsibilityEvent> = {
  ResponsibilitiesAssigned: (state, { revision, data: { occurredOn: on, responsibilities: value } }) => ({
    responsibilities: withFact(state.responsibilities, { on, revision, value }),
  }),
};

export const currentResponsibilities = (state: ResponsibilityState): Responsibilities | undefined =>
  valueOn(state.responsibilities, LATEST);

/** One responsible unit, one legal entity, one lead authority and a named reporter; 待定 only for a preliminary project. */
export function isFullyAssigned(state: ResponsibilityState, category: Category): boolean {
  const held = currentResponsibilities(state);
  if (!held?.reporter) return false;
  return category === 'PRELIMINARY' || !!(held.responsibleUnit && held.legalEntity && held.leadAuthority);
}
