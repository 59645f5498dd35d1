import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import type { DocumentRef } from '../../facts.js';
import type { Category } from '../../plan/events.js';
import type { Duty, Persons, Responsibilities, ResponsibilityEvent, TaskForce } from './events.js';
import { type Holdings, holdingsAfter, NO_HOLDINGS, responsibilitiesOn } from './holdings.js';

export interface ResponsibilityState {
  readonly responsibilities: Holdings;
  readonly persons: Series<Persons>;
  /** Directory id of the officer who coordinates; the one who reports holds a place. */
  readonly coordinator: Series<string>;
  readonly taskForce: Series<TaskForce>;
  readonly dedicatedPlan: Series<DocumentRef>;
}

export const INITIAL_RESPONSIBILITY: ResponsibilityState = {
  responsibilities: NO_HOLDINGS,
  persons: [],
  coordinator: [],
  taskForce: [],
  dedicatedPlan: [],
};

export const FOLDS: Folds<ResponsibilityState, ResponsibilityEvent> = {
  ResponsibilitiesAssigned: (state, event) => ({ responsibilities: holdingsAfter(state.responsibilities, event) }),
  LegalEntityChanged: (state, event) => ({ responsibilities: holdingsAfter(state.responsibilities, event) }),
  LeadAuthorityChanged: (state, event) => ({ responsibilities: holdingsAfter(state.responsibilities, event) }),
  UnitSucceeded: (state, event) => ({ responsibilities: holdingsAfter(state.responsibilities, event) }),
  PersonsNamed: (state, { revision, data: { occurredOn: on, personInCharge, linkedLeader } }) => ({
    persons: withFact(state.persons, { on, revision, value: { personInCharge, linkedLeader } }),
  }),
  OfficerAppointed: (state, event) => ({
    responsibilities: holdingsAfter(state.responsibilities, event),
    coordinator: coordinatorAfter(state, event.data.duty, event.data.officer, event),
  }),
  OfficerHandedOver: (state, event) => ({
    responsibilities: holdingsAfter(state.responsibilities, event),
    coordinator: coordinatorAfter(state, event.data.duty, event.data.to, event),
  }),
  TaskForceFormed: (state, { revision, data: { occurredOn: on, leader, units } }) => ({
    taskForce: withFact(state.taskForce, { on, revision, value: { leader, units } }),
  }),
  DedicatedPlanAdopted: (state, { revision, data: { occurredOn: on, document } }) => ({
    dedicatedPlan: withFact(state.dedicatedPlan, { on, revision, value: document }),
  }),
};

const coordinatorAfter = (
  { coordinator }: ResponsibilityState,
  duty: Duty,
  value: string,
  { revision, data }: { readonly revision: number; readonly data: { readonly occurredOn: string } },
): Series<string> =>
  duty === 'COORDINATION' ? withFact(coordinator, { on: data.occurredOn, revision, value }) : coordinator;

export const currentResponsibilities = (state: ResponsibilityState): Responsibilities | undefined =>
  responsibilitiesOn(state.responsibilities);

/** One responsible unit, one legal entity, one lead authority and a named reporter; 待定 only for a preliminary project. */
export function isFullyAssigned(state: ResponsibilityState, category: Category): boolean {
  const held = currentResponsibilities(state);
  if (!held?.reporter) return false;
  return category === 'PRELIMINARY' || !!(held.responsibleUnit && held.legalEntity && held.leadAuthority);
}
