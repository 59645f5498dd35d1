import { LATEST, type Recorded, type Series, valueOn, withFact } from '#libs/event-sourcing/pure';
import type { Responsibilities, ResponsibilityEvent } from './events.js';

/** Each place is a series of its own: a late fact about one leaves the others alone. */
export type PlaceSeries = { readonly [Place in keyof Responsibilities]: Series<Responsibilities[Place]> };

/** Who was put into the places, and which units were merged since: both are needed to say who holds one. */
export interface Holdings {
  readonly places: PlaceSeries;
  readonly successions: readonly { readonly on: string; readonly from: string; readonly to: string }[];
}

export const NO_HOLDINGS: Holdings = {
  places: { responsibleUnit: [], legalEntity: [], leadAuthority: [], supportingUnits: [], reporter: [] },
  successions: [],
};

/** The holdings after an event; one that concerns no place leaves them as they are. */
export function holdingsAfter(held: Holdings, event: Recorded<ResponsibilityEvent>): Holdings {
  const placed = (changes: Partial<Responsibilities>): Holdings => {
    const places: Record<string, Series<unknown>> = { ...held.places };
    const { occurredOn: on } = event.data;
    for (const [place, value] of Object.entries(changes))
      places[place] = withFact(places[place]!, { on, revision: event.revision, value });
    return { ...held, places: places as unknown as PlaceSeries };
  };
  switch (event.type) {
    case 'ResponsibilitiesAssigned':
      return placed(event.data.responsibilities);
    case 'LegalEntityChanged':
      return placed({ legalEntity: event.data.legalEntity });
    case 'LeadAuthorityChanged':
      return placed({ leadAuthority: event.data.leadAuthority });
    case 'OfficerAppointed':
      return event.data.duty === 'REPORTING' ? placed({ reporter: event.data.officer }) : held;
    case 'OfficerHandedOver':
      return event.data.duty === 'REPORTING' ? placed({ reporter: event.data.to }) : held;
    case 'UnitSucceeded': {
      const { occurredOn: on, from, to } = event.data;
      return { ...held, successions: [...held.successions, { on, from, to }] };
    }
    case 'PersonsNamed':
    case 'TaskForceFormed':
    case 'DedicatedPlanAdopted':
      return held;
  }
}

/** Who holds the places on a day; undefined before anybody was put into one. */
export function responsibilitiesOn({ places, successions }: Holdings, day = LATEST): Responsibilities | undefined {
  if (Object.values(places).every((series) => valueOn<unknown>(series, day) === undefined)) return undefined;
  const standing = (unit: string): string => {
    let holder = unit;
    // A unit is merged once, so there are no more steps than mergers.
    for (let steps = successions.length; steps > 0; steps--)
      holder = successions.find(({ from, on }) => from === holder && on <= day)?.to ?? holder;
    return holder;
  };
  const unit = (series: Series<string | null>): string | null => {
    const held = valueOn(series, day) ?? null;
    return held === null ? null : standing(held);
  };
  return {
    responsibleUnit: unit(places.responsibleUnit),
    legalEntity: unit(places.legalEntity),
    leadAuthority: unit(places.leadAuthority),
    supportingUnits: [...new Set((valueOn(places.supportingUnits, day) ?? []).map(standing))],
    reporter: valueOn(places.reporter, day) ?? null,
  };
}
