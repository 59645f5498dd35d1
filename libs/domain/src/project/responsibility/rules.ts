import { type At, holds, type Rules, valueOn } from '#libs/event-sourcing/pure';
import { requirePast } from '../../facts.js';
import { refuse } from '../../refusals.js';
import type { CommandOf } from '../../shapes.js';
import { currentStatus } from '../stages/state.js';
import type { ProjectState } from '../state.js';
import type { ResponsibilityCommand } from './commands.js';
import type { Duty, Persons, ResponsibilityEvent, TaskForce } from './events.js';
import { responsibilitiesOn } from './holdings.js';
import { successionsOf } from './units.js';

export const RULES: Rules<ProjectState, ResponsibilityCommand, ResponsibilityEvent> = {
  AssignResponsibilities: assignResponsibilities,

  ChangeLegalEntity({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    if (holds(state.responsibilities.places.legalEntity, data.occurredOn, data.legalEntity)) return [];
    const successions = successionsOf([data.legalEntity], data.occurredOn, state, at);
    return [{ type: 'LegalEntityChanged', data }, ...successions];
  },

  ChangeLeadAuthority({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    if (holds(state.responsibilities.places.leadAuthority, data.occurredOn, data.leadAuthority)) return [];
    const successions = successionsOf([data.leadAuthority], data.occurredOn, state, at);
    return [{ type: 'LeadAuthorityChanged', data }, ...successions];
  },

  /** The reaction to a merger; a unit is merged once, so a repeat changes nothing. */
  SucceedUnit({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    const known = state.responsibilities.successions.some(({ from }) => from === data.from);
    return known ? [] : [{ type: 'UnitSucceeded', data }];
  },

  NamePersons({ type: _, ...data }, state, at) {
    const { occurredOn, personInCharge, linkedLeader } = data;
    requirePast(occurredOn, at);
    if (holds<Persons>(state.persons, occurredOn, { personInCharge, linkedLeader })) return [];
    return [{ type: 'PersonsNamed', data }];
  },

  AppointOfficer({ type: _, ...data }, state, at) {
    const { occurredOn, duty, officer } = data;
    requirePast(occurredOn, at);
    const holder = officerOn(state, duty, occurredOn);
    if (holder === officer) return [];
    if (holder !== null) throw refuse('DUTY_IS_HELD', { duty, on: occurredOn });
    return [{ type: 'OfficerAppointed', data }];
  },

  HandOverOfficer({ occurredOn, duty, to }, state, at) {
    requirePast(occurredOn, at);
    const from = officerOn(state, duty, occurredOn);
    if (from === to) return [];
    if (from === null) throw refuse('DUTY_NOT_HELD', { duty, on: occurredOn });
    return [{ type: 'OfficerHandedOver', data: { occurredOn, duty, from, to } }];
  },

  FormTaskForce({ type: _, ...data }, state, at) {
    const { occurredOn, leader, units } = data;
    requirePast(occurredOn, at);
    if (holds<TaskForce>(state.taskForce, occurredOn, { leader, units })) return [];
    return [{ type: 'TaskForceFormed', data }];
  },

  AdoptDedicatedPlan({ type: _, ...data }, state, at) {
    requirePast(data.occurredOn, at);
    if (holds(state.dedicatedPlan, data.occurredOn, data.document)) return [];
    return [{ type: 'DedicatedPlanAdopted', data }];
  },
};

function assignResponsibilities(
  { occurredOn, responsibilities }: CommandOf<ResponsibilityCommand, 'AssignResponsibilities'>,
  state: ProjectState,
  at: At,
): ResponsibilityEvent[] {
  requirePast(occurredOn, at);
  const { responsibleUnit, legalEntity, leadAuthority, supportingUnits } = responsibilities;
  const early = ['CONCEIVED', 'RESERVED', 'PRELIMINARY'].includes(currentStatus(state) ?? '');
  if (!early && !(responsibleUnit && legalEntity && leadAuthority)) throw refuse('PLACES_LEFT_OPEN');
  const { places } = state.responsibilities;
  const told = Object.entries(responsibilities) as [keyof typeof places, unknown][];
  if (told.every(([place, value]) => holds<unknown>(places[place], occurredOn, value))) return [];
  requireDocumentedChange(responsibilities, state, occurredOn);
  const units = [responsibleUnit, legalEntity, leadAuthority, ...supportingUnits].filter((unit) => unit !== null);
  return [
    { type: 'ResponsibilitiesAssigned', data: { occurredOn, responsibilities } },
    ...successionsOf(units, occurredOn, state, at),
  ];
}

/** In a published plan legal entity and lead authority go to another unit by a document of their own. */
function requireDocumentedChange(
  told: { readonly legalEntity: string | null; readonly leadAuthority: string | null },
  state: ProjectState,
  day: string,
): void {
  if (Object.keys(state.plans).length === 0) return;
  const held = responsibilitiesOn(state.responsibilities, day);
  for (const place of ['legalEntity', 'leadAuthority'] as const)
    if (held?.[place] && held[place] !== told[place]) throw refuse('CHANGE_NEEDS_DOCUMENT', { field: place });
}

/** Who has a duty on a day; null where nobody has. */
const officerOn = (state: ProjectState, duty: Duty, day: string): string | null =>
  duty === 'COORDINATION'
    ? (valueOn(state.coordinator, day) ?? null)
    : (responsibilitiesOn(state.responsibilities, day)?.reporter ?? null);
