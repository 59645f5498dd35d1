import type { Actor } from '#libs/event-sourcing/pure';
import type { RefusalCode } from '../refusals.js';
import { COLLEAGUE, DOCUMENT, OFFICE } from '../testing.js';
import type { MeasureCommand } from './commands.js';
import type { Effect, MeasureEvent, Targets } from './events.js';

const ON_PROJECT: Targets = { projects: ['p1'], sectors: [] };
const content = { title: '示例措施', content: '联席会议，限时办结' };

export const measureProposed = (effect: Effect = 'EXPANSIVE', targets = ON_PROJECT): MeasureEvent => ({
  type: 'PolicyProposed',
  data: { ...content, effect, targets },
});
export const SIGNED_OFF: MeasureEvent = { type: 'MeasureSignedOff', data: { opinion: '已评估，同意' } };
export const measureAdopted = (effectiveFrom = '2022-04-08'): MeasureEvent => ({
  type: 'MeasureAdopted',
  data: { effectiveFrom, document: DOCUMENT },
});
export const WITHDRAWN: MeasureEvent = { type: 'MeasureWithdrawn', data: { reason: '已被新政策取代' } };

export interface MeasureExample<Type extends MeasureCommand['type']> {
  readonly given: readonly MeasureEvent[];
  readonly command: Extract<MeasureCommand, { type: Type }>;
  readonly by: Actor;
  readonly event: MeasureEvent;
  /** What the same command leads to once its event has been recorded. */
  readonly again: 'nothing' | RefusalCode;
}

/** For each command of a measure the plain case. */
export const MEASURE_EXAMPLES: { readonly [Type in MeasureCommand['type']]: MeasureExample<Type> } = {
  ProposeMeasure: {
    given: [],
    command: { type: 'ProposeMeasure', ...content, effect: 'EXPANSIVE', targets: ON_PROJECT },
    by: OFFICE,
    event: measureProposed(),
    again: 'MEASURE_EXISTS',
  },
  SignOffMeasure: {
    given: [measureProposed('CONTRACTIONARY')],
    command: { type: 'SignOffMeasure', opinion: '已评估，同意' },
    by: COLLEAGUE,
    event: SIGNED_OFF,
    again: 'nothing',
  },
  AdoptMeasure: {
    given: [measureProposed()],
    command: { type: 'AdoptMeasure', effectiveFrom: '2022-04-08', document: DOCUMENT },
    by: OFFICE,
    event: measureAdopted(),
    again: 'MEASURE_NOT_PROPOSED',
  },
  WithdrawMeasure: {
    given: [measureProposed(), measureAdopted()],
    command: { type: 'WithdrawMeasure', reason: '已被新政策取代' },
    by: OFFICE,
    event: WITHDRAWN,
    again: 'nothing',
  },
};
