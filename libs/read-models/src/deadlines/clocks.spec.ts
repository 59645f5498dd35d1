import fc from 'fast-check';
import type { At, Recorded } from '#libs/event-sourcing/pure';
import { recorded, type Told } from '#libs/event-sourcing/testing';
import { type PlanEvent, projectDecider, type ProjectEvent } from '#libs/domain';
import { type Example } from '../../../domain/src/project/example.js';
import {
  CANCELLED,
  ENTERED,
  EXAMPLES,
  raised,
  registered,
  startPlanned,
} from '../../../domain/src/project/examples.js';
import type { ProjectCommand } from '../../../domain/src/project/commands.js';
import { judged, OFFICE, opened, planWith, policies, projectScene } from '../../../domain/src/testing.js';
import { deadlines, NEVER, type StreamDeadlines } from './view.js';

const MONTHS = ['2022-05', '2022-06', '2022-07'].map((month) => opened(month));
const ENDS = MONTHS.map(({ month }) => judged(month));

const opening = ({ month, opensAt, dueAt, policyVersion, cutOff }: (typeof MONTHS)[number]): Told<PlanEvent> => ({
  type: 'ReportingMonthOpened',
  data: {
    year: 2022,
    month,
    opensAt,
    dueAt,
    policyVersion,
    cutOff,
    owing: ['p1'],
    calendarVersion: 1,
    notices: [],
    supplement: null,
    nextOpening: null,
  },
  stream: 'plan-2022',
});
const ending = ({ month, endsAt, policyVersion, rules }: (typeof ENDS)[number]): Told<PlanEvent> => ({
  type: 'MonthEnded',
  data: { year: 2022, month, endsAt, lights: { policyVersion, rules }, members: ['p1'] },
  stream: 'plan-2022',
});
const LEFT_OUT = new Set<string>(['ProjectRegistered', 'ProjectCancelled', 'ProjectPutInService', 'NewStartPlanned']);
const examples = Object.values(EXAMPLES) as Example<ProjectCommand>[];
/** Whatever may happen to a project; its end stops so much that it is left to come last, and lies before it became a new start. */
const happening = fc.constantFrom(...examples.map(({ event }) => event)).filter(({ type }) => !LEFT_OUT.has(type));
const life = fc.tuple(fc.array(happening, { maxLength: 12 }), fc.nat(MONTHS.length), fc.boolean());

/** Knows the plan with these months and the default rules. */
const inFarFuture = (count: number): At => ({
  now: '2026-12-01T00:00:00.000Z',
  actor: OFFICE,
  stream: projectScene.stream,
  newId: (name) => name,
  stateOf: <S>(stream: string) =>
    ({ ...policies(), 'plan-2022': { ...planWith(...MONTHS.slice(0, count)), judgedMonths: ENDS.slice(0, count) } })[
      stream
    ] as S,
});

describe('the deadline that the worker waits for', () => {
  it('is the one that falls due first in the project itself', () => {
    fc.assert(
      fc.property(life, ([happened, count, ended]) => {
        const told: Told<ProjectEvent | PlanEvent>[] = [
          registered(),
          ENTERED,
          raised(),
          startPlanned('2022-05-01'),
          ...MONTHS.slice(0, count).map(opening),
          ...ENDS.slice(0, count).map(ending),
          ...happened,
          ...(ended ? [CANCELLED] : []),
        ];
        let state = projectDecider.initial;
        let document: StreamDeadlines | null = null;
        for (const event of recorded(told, projectScene)) {
          document = deadlines.evolve(document, event, projectScene.stream);
          if (event.stream === projectScene.stream)
            state = projectDecider.evolve(state, event as Recorded<ProjectEvent>);
        }
        const due = projectDecider.due!(state, inFarFuture(count));
        expect(document!.nextDueAt).toBe(due?.dueAt ?? NEVER);
        if (due) expect(document!.clocks[due.rule]).toBe(due.dueAt);
        if (ended) expect(due).toBeUndefined();
      }),
    );
  });
});
