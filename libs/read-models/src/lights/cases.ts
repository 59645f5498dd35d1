import { LATEST } from '#libs/event-sourcing/pure';
import type { LightEvent, ProjectEvent } from '#libs/domain';
import { MEMBER, startPlanned } from '../../../domain/src/project/examples.js';
import { EXCUSED } from '../../../domain/src/project/lights/examples.js';
import { NEVER } from '../deadlines/view.js';

const changed = (colour: 'YELLOW' | 'RED', month: string): LightEvent => ({
  type: 'ProgressLightChanged',
  data: {
    year: 2022,
    month,
    lights: { START: { colour, note: null, inputs: { plannedStart: '2022-04-20', monthEnds: 1 } } },
    overall: colour,
    policyVersion: 1,
  },
});
const member: ProjectEvent[] = [
  ...MEMBER,
  startPlanned('2022-04-20'),
  { type: 'StartOverdue', data: { plannedStart: '2022-04-20' } },
];
const ENDED: LightEvent = { type: 'ExcuseEnded', data: { dimension: 'START', until: '2022-08-15' } };

/** The card and the light of the start after so many events, in spans of colour, first and last day. */
const shows = (revision: number, ...spans: [colour: string, from: string, to: string][]) => ({
  'project-cards': { p1: { revision } },
  lights: {
    p1: {
      sectors: [{ sector: 'transport', from: '2022-01-01', to: LATEST }],
      spans: ['START', 'OVERALL'].flatMap((light) =>
        spans.map(([colour, from, to]) => ({ year: 2022, light, colour, from, to })),
      ),
    },
  },
});
const waits = (clocks: object, nextDueAt: string) => ({ deadlines: { 'project-p1': { clocks, nextDueAt } } });

/** Each event of lights and excuses, and all that it changes in the views. */
export const LIGHT_CASES = {
  ProgressLightChanged: {
    after: [...member, changed('YELLOW', '2022-04')],
    event: changed('RED', '2022-06'),
    shows: {
      ...shows(6, ['YELLOW', '2022-04-30', '2022-06-30'], ['RED', '2022-06-30', LATEST]),
      ...waits({}, NEVER),
    },
  },
  ExcuseGranted: {
    after: [...member, changed('YELLOW', '2022-04')],
    event: EXCUSED,
    shows: {
      ...shows(6, ['YELLOW', '2022-04-30', '2022-05-16'], ['GREEN', '2022-05-16', LATEST]),
      ...waits({ 'excuse/START/2022-08-15': '2022-08-15T16:00:00.000Z' }, '2022-08-15T16:00:00.000Z'),
    },
  },
  ExcuseEnded: {
    after: [...member, changed('YELLOW', '2022-04'), EXCUSED],
    event: ENDED,
    shows: {
      ...shows(
        7,
        ['YELLOW', '2022-04-30', '2022-05-16'],
        ['GREEN', '2022-05-16', '2022-08-16'],
        ['YELLOW', '2022-08-16', LATEST],
      ),
      ...waits({}, NEVER),
    },
  },
} satisfies Record<LightEvent['type'], { after: ProjectEvent[]; event: ProjectEvent; shows: object }>;
