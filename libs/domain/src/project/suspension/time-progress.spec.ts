import fc from 'fast-check';
import { type At, Refusal } from '#libs/event-sourcing/pure';
import { addDays } from '../../days.js';
import { timeProgress } from '../../money.js';
import { DOCUMENT, project, projectScene } from '../../testing.js';
import type { ProjectCommand } from '../commands.js';
import type { ProjectEvent } from '../events.js';
import { CANCELLED, COMMENCED, EXAMPLES, recognised, registered, SUSPENDED } from '../examples.js';
import { projectDecider } from '../project.js';
import { type Period, pauses } from './state.js';
import { projectTimeProgress } from './time-progress.js';

const day = fc.integer({ min: -40, max: 400 }).map((days) => addDays('2022-01-01', days));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
const halfMonth = fc.integer({ min: 0, max: 24 }).map((halves) => halves / 2);

describe('the time progress of a project', () => {
  it.each<[string, Period[], number, number]>([
    ['without a pause is the district’s', [], 6, 0.5],
    ['stands still for a recognised month', [{ from: '2022-04-01', to: '2022-04-30' }], 6, 0.4167],
    ['counts days over the days of their month', [{ from: '2022-04-16', to: '2022-05-31' }], 6, 0.375],
    ['leaves out what comes after the month', [{ from: '2022-07-01', to: '2022-12-31' }], 6, 0.5],
    ['counts a day once that is recognised twice', [april(1, 30), april(10, 20)], 6, 0.4167],
    ['takes the first half of a month only', [{ from: '2022-04-16', to: '2022-04-30' }], 3.5, 0.2917],
    ['pauses within half a month', [{ from: '2022-04-01', to: '2022-04-15' }], 3.5, 0.25],
    ['of a year that is paused is none', [{ from: '2021-01-01', to: '9999-12-31' }], 12, 0],
  ])('%s', (_, pauses, month, expected) => {
    expect(projectTimeProgress(pauses, 2022, month)).toBe(expected);
  });

  it('lies between nothing and the time that has passed, and another pause never raises it', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), period, halfMonth, (pauses, another, month) => {
        const progress = projectTimeProgress(pauses, 2022, month);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(timeProgress(month));
        expect(projectTimeProgress([...pauses, another], 2022, month)).toBeLessThanOrEqual(progress);
      }),
    );
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 4 }), fc.integer({ min: 0, max: 11 }), (pauses, month) => {
        expect(projectTimeProgress(pauses, 2022, month + 1)).toBeGreaterThanOrEqual(
          projectTimeProgress(pauses, 2022, month),
        );
      }),
    );
  });
});

function april(first: number, last: number): Period {
  return { from: `2022-04-${String(first).padStart(2, '0')}`, to: `2022-04-${last}` };
}

describe('a recognised standstill', () => {
  const standing = [registered(), COMMENCED, SUSPENDED];
  const pausesAfter = (...events: Parameters<typeof project.given>) => pauses(project.given(...events).state());

  it('ends on its last day, or on the day before work goes on', () => {
    expect(pausesAfter(...standing, recognised('2022-04-20'))).toEqual([{ from: '2022-04-01', to: '2022-04-20' }]);
    expect(pausesAfter(...standing, recognised())).toEqual([{ from: '2022-04-01', to: '9999-12-31' }]);
    expect(pausesAfter(...standing, recognised(), EXAMPLES.Resume.event)).toEqual([
      { from: '2022-04-01', to: '2022-04-30' },
    ]);
    expect(pausesAfter(...standing, recognised('2022-04-20'), EXAMPLES.Resume.event)).toEqual([
      { from: '2022-04-01', to: '2022-04-20' },
    ]);
    expect(pausesAfter(...standing, recognised(), CANCELLED)).toEqual([{ from: '2022-04-01', to: '2022-05-11' }]);
  });

  it('may be recognised after work went on, but only for days on which it stood', () => {
    const { command } = EXAMPLES.RecogniseSuspension;
    const given = project.given(...standing, EXAMPLES.Resume.event);
    given.when({ ...command, occurredOn: '2022-04-30' }).thenMatches({ type: 'SuspensionRecognised' });
    given.when({ ...command, occurredOn: '2022-05-01' }).thenRefused('PROJECT_NOT_SUSPENDED');
  });
});

/** What is told of standstills, each so many days after what was told before. */
const told = fc.array(
  fc.record({
    after: fc.nat(40),
    type: fc.constantFrom('Suspend', 'Resume', 'RecogniseSuspension', 'Suspend', 'RecogniseSuspension', 'Complete'),
    lasts: fc.option(fc.nat(60)),
  }),
  { maxLength: 16, size: 'max' },
);

/** What a command leads to, which is nothing where it is refused. */
function admitted(events: readonly ProjectEvent[], command: ProjectCommand): ProjectEvent[] {
  const at = { ...projectScene, now: '2025-01-01T02:00:00.000Z', newId: (name: string) => name } as unknown as At;
  try {
    return projectDecider.decide(command, project.given(...events).state(), at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [];
  }
}

describe('whatever is told of the standstills of a project', () => {
  it('its time progress lies between nothing and the time that has passed', () => {
    let paused = 0;
    fc.assert(
      fc.property(told, halfMonth, (steps, month) => {
        const events: ProjectEvent[] = [registered(), COMMENCED];
        let { occurredOn } = COMMENCED.data;
        for (const { after, type, lasts } of steps) {
          occurredOn = addDays(occurredOn, after);
          const until = lasts === null ? null : addDays(occurredOn, lasts);
          const command = { type, occurredOn, until, reason: '停工', document: DOCUMENT } as ProjectCommand;
          events.push(...admitted(events, command));
        }
        const known = pauses(project.given(...events).state());
        for (const { from, to } of known) expect(from <= to).toBe(true);
        const progress = projectTimeProgress(known, 2022, month);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(timeProgress(month));
        if (progress < timeProgress(month)) paused++;
      }),
    );
    // The sequences do reach pauses, so the above says something.
    expect(paused).toBeGreaterThan(0);
  });
});
