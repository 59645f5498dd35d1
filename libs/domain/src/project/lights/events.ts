import type { DocumentRef } from '../../facts.js';
import type { Colour, Dimension } from '../../policy/lights.js';
import type { Event } from '../../shapes.js';

/** What one dimension shows. */
export interface Light {
  readonly colour: Colour;
  /** 略滞后: behind, though not by so much that it is yellow. */
  readonly note: 'SLIGHTLY_BEHIND' | null;
  /** What it was judged by: days, amounts in 分, percentage points, counts. */
  readonly inputs: Readonly<Record<string, string | number | null>>;
  /** It stands, though a fact by which it was judged was corrected. */
  readonly basisCorrected?: true;
}

/** Only the dimensions by which the project can be judged. */
export type Lights = Readonly<Partial<Record<Dimension, Light>>>;

export type LightEvent =
  /** At a month's end the lights of a plan's member were others than those that it had, or the first ones. */
  | Event<
      'ProgressLightChanged',
      {
        year: number;
        /** YYYY-MM, the month that was over. */
        month: string;
        lights: Lights;
        /** The worst of them, whatever is excused; null where it is judged by nothing any more. */
        overall: Colour | null;
        policyVersion: number;
      }
    >
  /** The office excused one dimension: it shows green with a note, up to and with a last day. */
  | Event<'ExcuseGranted', { dimension: Dimension; until: string; reason: string; document: DocumentRef }>
  /** The last day of an excuse is over: the dimension shows again what it was judged to be. */
  | Event<'ExcuseEnded', { dimension: Dimension; until: string }>;
