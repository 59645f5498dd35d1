import { type Folds, type Series, withFact } from '#libs/event-sourcing/pure';
import { dayOf, lastDayOf } from '../../days.js';
import type { LightEvent } from './events.js';

/** What a month's end showed, from its last day on. */
export type JudgedLights = Omit<Extract<LightEvent, { type: 'ProgressLightChanged' }>['data'], 'overall'>;

/** Holds from the day on which it was granted. */
export interface Excuse extends Omit<Extract<LightEvent, { type: 'ExcuseGranted' }>['data'], 'document'> {
  readonly from: string;
  readonly ended: boolean;
}

export interface LightsState {
  /** Null from the day on which the project left the plan. */
  readonly lights: Series<JudgedLights | null>;
  readonly excuses: readonly Excuse[];
  /** When the last command was done: all month's ends by then were looked at, whether or not anything changed. */
  readonly settledUpTo: string;
}

export const INITIAL_LIGHTS: LightsState = { lights: [], excuses: [], settledUpTo: '' };

export const FOLDS: Folds<LightsState, LightEvent> = {
  ProgressLightChanged: ({ lights }, { revision, data: { overall: _, ...value } }) => ({
    lights: withFact(lights, { on: lastDayOf(value.month), revision, value }),
  }),
  ExcuseGranted: ({ excuses }, { metadata, data: { document: _, ...excuse } }) => ({
    excuses: [...excuses, { ...excuse, from: dayOf(metadata.recordedAt), ended: false }],
  }),
  ExcuseEnded: ({ excuses }, { data: { dimension, until } }) => ({
    excuses: excuses.map((each) =>
      each.dimension === dimension && each.until === until ? { ...each, ended: true } : each,
    ),
  }),
};
