import type { Told } from '#libs/event-sourcing/testing';
import type { MeasureEvent } from '#libs/domain';
import { measureAdopted, measureProposed, SIGNED_OFF, WITHDRAWN } from '../../../domain/src/measure/examples.js';

const ofMeasure = (event: MeasureEvent, recordedAt = '2022-04-07T02:00:00.000Z'): Told<MeasureEvent> => ({
  ...event,
  stream: 'measure-1',
  recordedAt,
});

const proposed = ofMeasure(measureProposed('CONTRACTIONARY'));

/** Each event of a measure, and all that it changes in the views. */
export const MEASURE_CASES = {
  PolicyProposed: {
    after: [],
    event: proposed,
    shows: {
      measures: {
        1: {
          revision: 0,
          title: '示例措施',
          targets: { projects: ['p1'], sectors: [] },
          measure: { status: 'PROPOSED', effect: 'CONTRACTIONARY', signedOff: false },
        },
      },
    },
  },
  MeasureSignedOff: {
    after: [proposed],
    event: ofMeasure(SIGNED_OFF),
    shows: { measures: { 1: { revision: 1, opinion: '已评估，同意', measure: { signedOff: true } } } },
  },
  MeasureAdopted: {
    after: [proposed],
    event: ofMeasure(measureAdopted()),
    shows: {
      measures: {
        1: { revision: 1, effectiveFrom: '2022-04-08', measure: { status: 'ADOPTED' } },
        hits: { days: { '2022-04-08': { 'project|p1': 1 } } },
      },
    },
  },
  MeasureWithdrawn: {
    after: [proposed, ofMeasure(measureAdopted())],
    event: ofMeasure(WITHDRAWN, '2022-05-16T02:00:00.000Z'),
    shows: {
      measures: {
        1: { revision: 2, withdrawnOn: '2022-05-16', measure: { status: 'WITHDRAWN' } },
        hits: { days: { '2022-04-08': { 'project|p1': 1 }, '2022-05-16': { 'project|p1': -1 } } },
      },
    },
  },
} satisfies Record<MeasureEvent['type'], { after: Told<MeasureEvent>[]; event: Told<MeasureEvent>; shows: object }>;
