import type { Decider, DomainEvent } from '#libs/event-sourcing/pure';
import type { PublicationCommand } from '#libs/domain';
import { type PublicData, publicName } from './contract.js';

/** The units that hold a place in a project, as last told outside. */
export interface PublicationState {
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
  readonly supportingUnits: readonly string[];
}

const NOBODY: PublicationState = {
  ...{ responsibleUnit: null, legalEntity: null, leadAuthority: null },
  supportingUnits: [],
};

export const publicStream = (id: string): string => `public-${id}`;

/** What outsiders may see of a project: told once for each event behind it, with the units of that moment. */
export const publicationDecider: Decider<PublicationState, PublicationCommand, DomainEvent> = {
  initial: NOBODY,
  evolve: (state, { type, data }) => placesAfter(state, { type, data }),
  decide: ({ event }, state) => {
    const units = [...new Set(unitsOf(placesAfter(state, event)))];
    return [{ type: event.type, data: { ...event.data, units } }];
  },
};

const unitsOf = ({ responsibleUnit, legalEntity, leadAuthority, supportingUnits }: PublicationState): string[] =>
  [responsibleUnit, legalEntity, leadAuthority, ...supportingUnits].filter((unit) => unit !== null);

function placesAfter(state: PublicationState, { type, data }: DomainEvent): PublicationState {
  switch (publicName(type)) {
    case 'project.responsibilities-assigned': {
      const { responsibleUnit, legalEntity, leadAuthority, supportingUnits } =
        data as PublicData<'project.responsibilities-assigned'>;
      return { responsibleUnit, legalEntity, leadAuthority, supportingUnits };
    }
    case 'project.legal-entity-changed':
      return { ...state, legalEntity: (data as PublicData<'project.legal-entity-changed'>).legalEntity };
    case 'project.lead-authority-changed':
      return { ...state, leadAuthority: (data as PublicData<'project.lead-authority-changed'>).leadAuthority };
    case 'project.unit-succeeded':
      return succeeded(state, data as PublicData<'project.unit-succeeded'>);
    case 'project.fact-corrected': {
      const { of, replacement } = data as PublicData<'project.fact-corrected'>;
      return replacement ? placesAfter(state, { type: of, data: replacement }) : state;
    }
    default:
      return state;
  }
}

function succeeded(state: PublicationState, { from, to }: PublicData<'project.unit-succeeded'>): PublicationState {
  const successor = <U extends string | null>(unit: U) => (unit === from ? to : unit);
  return {
    responsibleUnit: successor(state.responsibleUnit),
    legalEntity: successor(state.legalEntity),
    leadAuthority: successor(state.leadAuthority),
    supportingUnits: state.supportingUnits.map(successor),
  };
}
