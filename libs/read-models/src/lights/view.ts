import { idOf, LATEST, type Recorded, type Series, type View } from '#libs/event-sourcing/pure';
import {
  addDays,
  type Colour,
  type Dimension,
  DIMENSIONS,
  type Holdings,
  INITIAL_PROJECT,
  lightsOn,
  type LightsState,
  projectDecider,
  type ProjectEvent,
  type ProjectState,
} from '#libs/domain';
import { type LedgerRow, spansOf as placesOf } from '../ledgers/view.js';

/** Days from … until …, exclusively. */
interface Span {
  readonly from: string;
  readonly to: string;
}

/** The lights of one project, with what they can be looked for by on any day. */
export interface LightsDocument {
  readonly id: string;
  readonly sort: string;
  readonly lights: LightsState['lights'];
  readonly excuses: LightsState['excuses'];
  readonly sector: Series<string | null>;
  readonly responsibilities: Holdings;
  readonly persons: ProjectState['persons'];
  /** Which light had which colour in which plan's year, as it was shown. */
  readonly spans: readonly (Span & {
    readonly year: number;
    readonly light: Dimension | 'OVERALL';
    readonly colour: Colour;
  })[];
  readonly sectors: readonly (Span & { readonly sector: string })[];
  readonly leaders: readonly (Span & { readonly leader: string })[];
  readonly places: LedgerRow['spans'];
  /** What it was ever to be found by: years, colours in them, units, leaders and sectors. */
  readonly found: readonly string[];
}

export const colourKey = (year: number, light: Dimension | 'OVERALL', colour?: Colour): string =>
  `${year}/${light}${colour === undefined ? '' : `/${colour}`}`;

export const lightsKey = (facet: 'unit' | 'leader' | 'sector', value: string): string => `${facet}=${value}`;

/** Every event that this view follows, beside corrections. */
const HANDLED: ReadonlySet<string> = new Set([
  'ProjectRegistered',
  'ProjectDetailsChanged',
  'ResponsibilitiesAssigned',
  'LegalEntityChanged',
  'LeadAuthorityChanged',
  'UnitSucceeded',
  'PersonsNamed',
  'PlanLeft',
  'ProgressLightChanged',
  'ExcuseGranted',
  'ExcuseEnded',
  'FactCorrected',
] satisfies ProjectEvent['type'][]);

export const lights: View<LightsDocument> = {
  name: 'lights',
  version: 3,
  indexes: [{ 'state.found': 1, 'state.sort': 1 }],

  keys: ({ stream, type }) => (stream.startsWith('project-') && HANDLED.has(type) ? [idOf(stream)] : []),

  evolve(before, recorded, id) {
    const known = before && {
      lights: before.lights,
      excuses: before.excuses,
      responsibilities: before.responsibilities,
      persons: before.persons,
      details: { ...INITIAL_PROJECT.details, sector: before.sector },
    };
    const { lights, excuses, responsibilities, persons, details } = projectDecider.evolve(
      { ...INITIAL_PROJECT, ...known },
      recorded as Recorded<ProjectEvent>,
    );
    const { sector } = details;
    const shown = {
      spans: spansOf({ lights, excuses }),
      sectors: sector.flatMap(({ on: from, value }, at) =>
        value === null ? [] : [{ sector: value, from, to: sector[at + 1]?.on ?? LATEST }],
      ),
      leaders: persons.flatMap(({ on: from, value: { linkedLeader: leader } }, at) =>
        leader === null ? [] : [{ leader, from, to: persons[at + 1]?.on ?? LATEST }],
      ),
      places: placesOf(responsibilities),
    };
    return { id, sort: id, lights, excuses, sector, responsibilities, persons, ...shown, found: foundBy(shown) };
  },
};

const foundBy = ({
  spans,
  sectors,
  leaders,
  places,
}: Pick<LightsDocument, 'spans' | 'sectors' | 'leaders' | 'places'>): string[] => [
  ...new Set([
    ...spans.flatMap(({ year, light, colour }) => [colourKey(year, light), colourKey(year, light, colour)]),
    ...sectors.map(({ sector }) => lightsKey('sector', sector)),
    ...leaders.map(({ leader }) => lightsKey('leader', leader)),
    ...places.map(({ unit }) => lightsKey('unit', unit)),
  ]),
];

function spansOf(state: Pick<LightsState, 'lights' | 'excuses'>): LightsDocument['spans'] {
  const ends = state.excuses.filter(({ ended }) => ended).map(({ until }) => addDays(until, 1));
  const days = [...state.lights.map(({ on }) => on), ...state.excuses.map(({ from }) => from), ...ends];
  const breaks = [...new Set(days)].sort();
  return ([...DIMENSIONS, 'OVERALL'] as const).flatMap((light) => {
    const spans: LightsDocument['spans'][number][] = [];
    for (const [at, from] of breaks.entries()) {
      const shown = lightsOn(state, from);
      const colour = light === 'OVERALL' ? shown?.overall : shown?.lights[light]?.colour;
      if (!shown || !colour) continue;
      const { year } = shown;
      const to = breaks[at + 1] ?? LATEST;
      const last = spans.at(-1);
      if (last?.to === from && last.colour === colour && last.year === year) spans.splice(-1, 1, { ...last, to });
      else spans.push({ year, light, colour, from, to });
    }
    return spans;
  });
}
