import { factOn, LATEST } from '#libs/event-sourcing/pure';
import { type Colour, type Dimension, DIMENSIONS } from '../../policy/lights.js';
import { worstOf } from './colours.js';
import type { Light } from './events.js';
import type { Excuse, JudgedLights, LightsState } from './state.js';

/** A light as people see it: an excused one is green with a note, whatever it was judged to be. */
export interface ShownLight extends Omit<Light, 'note'> {
  readonly note: Light['note'] | 'EXCUSED';
  readonly judged: Colour;
  readonly excusedUntil: string | null;
}

export interface ShownLights extends Omit<JudgedLights, 'lights'> {
  /** The last day of the month whose end showed them. */
  readonly judgedOn: string;
  /** The worst one; null where nothing is judged any more. */
  readonly overall: Colour | null;
  readonly lights: Readonly<Partial<Record<Dimension, ShownLight>>>;
}

/** The lights of a project on a day; null before it was judged for the first time, and once it left the plan. */
export function lightsOn(
  { lights, excuses }: Pick<LightsState, 'lights' | 'excuses'>,
  day = LATEST,
): ShownLights | null {
  const fact = factOn(lights, day);
  if (!fact?.value) return null;
  const { lights: judged, ...of } = fact.value;
  const shown = DIMENSIONS.filter((dimension) => judged[dimension]).map((dimension) => {
    const light = judged[dimension]!;
    const excuse = excuses.findLast((each) => each.dimension === dimension && holdsOn(each, day));
    const excused = excuse && ({ colour: 'GREEN', note: 'EXCUSED' } as const);
    return [dimension, { ...light, ...excused, judged: light.colour, excusedUntil: excuse?.until ?? null }] as const;
  });
  return {
    ...of,
    judgedOn: fact.on,
    overall: worstOf(shown.map(([, light]) => light)),
    lights: Object.fromEntries(shown),
  };
}

const holdsOn = ({ from, until, ended }: Excuse, day: string): boolean =>
  day === LATEST ? !ended : from <= day && day <= until;
