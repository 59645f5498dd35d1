import { LATEST, type Recorded, valueOn } from '#libs/event-sourcing/pure';
import { recorded } from '#libs/event-sourcing/testing';
import fc from 'fast-check';
import { OFFICE, project, projectScene, RESPONSIBILITIES } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import { CORRECTED } from './examples.js';
import { OPENING, registered } from '../samples.js';
import { projectDecider } from '../project.js';
import { INITIAL_PROJECT, type ProjectState } from '../state.js';

const day = fc.integer({ min: 1, max: 28 }).map((each) => `2022-02-${String(each).padStart(2, '0')}`);
const word = fc.constantFrom('甲', '乙', '丙');

/** A fact of any part, as its event. */
const fact: fc.Arbitrary<ProjectEvent> = fc.oneof(
  fc.record({ on: day, name: word }).map(({ on, name }): ProjectEvent => ({
    type: 'ProjectDetailsChanged',
    data: { occurredOn: on, changes: { name } },
  })),
  fc.record({ on: day, amount: fc.nat(9) }).map(({ on, amount }): ProjectEvent => ({
    type: 'TotalInvestmentChanged',
    data: { occurredOn: on, amount, reason: null },
  })),
  fc.record({ on: day, to: day }).map(({ on, to }): ProjectEvent => ({
    type: 'MilestonesScheduled',
    data: { occurredOn: on, dates: { COMPLETION: to } },
  })),
  fc.record({ on: day, reporter: word }).map(({ on, reporter }): ProjectEvent => ({
    type: 'ResponsibilitiesAssigned',
    data: { occurredOn: on, responsibilities: { ...RESPONSIBILITIES, reporter } },
  })),
  day.map((on): ProjectEvent => ({ type: 'SuspensionReported', data: { occurredOn: on, reason: '雨季' } })),
  fc.record({ on: day, line: word, amount: fc.nat(9) }).map(({ on, line, amount }): ProjectEvent => ({
    type: 'FundingPaid',
    data: { occurredOn: on, line, amount, document: null },
  })),
  fc.record({ on: day, model: word }).map(({ on, model }): ProjectEvent => ({
    type: 'FinancingModelSet',
    data: { occurredOn: on, model },
  })),
  fc.nat(9).map((yearToDate): ProjectEvent => ({ type: 'OpeningFiguresRecorded', data: { ...OPENING, yearToDate } })),
);

/** What is recorded next: a fact, or the correction of the fact at a place by another of its kind or by none. */
type Step = { readonly fact: ProjectEvent } | { readonly corrects: number; readonly by: ProjectEvent | null };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ fact }) },
    { weight: 1, arbitrary: fc.record({ corrects: fc.nat(20), by: fc.option(fact) }) },
  ),
  { maxLength: 30 },
);

const FIRST = registered('UNDER_CONSTRUCTION', '2022-01-01');

/** The log as it grows, and the history that it tells in the end: each fact as it was corrected last. */
function histories(all: readonly Step[]) {
  const log: ProjectEvent[] = [FIRST];
  const places: number[] = [];
  const told = new Map<number, object | null>([[0, FIRST.data]]);
  for (const step of all) {
    if ('fact' in step) {
      // Figures of a year are recorded once: the rules refuse a second time.
      if (step.fact.type === 'OpeningFiguresRecorded' && log.some(({ type }) => type === step.fact.type)) continue;
      places.push(log.length);
      told.set(log.length, step.fact.data);
      log.push(step.fact);
      continue;
    }
    const place = places[step.corrects % (places.length || 1)];
    if (place === undefined || (step.by && step.by.type !== log[place]!.type)) continue;
    const { id, revision } = eventsOf(log)[place]!;
    const replacement = (step.by?.data ?? null) as typeof CORRECTED.data.replacement;
    told.set(place, replacement);
    log.push({
      type: 'FactCorrected',
      data: { ...CORRECTED.data, corrects: id, revision, originalType: log[place]!.type, replacement },
    });
  }
  const events = eventsOf(log);
  const history = [...told].flatMap(([place, data]) =>
    data ? [{ ...events[place]!, data } as Recorded<ProjectEvent>] : [],
  );
  return { events, history };
}

const eventsOf = (log: readonly ProjectEvent[]) => recorded(log, { ...projectScene, actor: OFFICE });

const folded = (events: readonly Recorded<ProjectEvent>[]): ProjectState =>
  events.reduce((state, event) => projectDecider.evolve(state, event), INITIAL_PROJECT);

/** All that holds, without the memory of how it came to be known; a series that became empty is as good as none. */
const holding = ({ facts: _, corrections: __, milestones, ...state }: ProjectState) => ({
  ...state,
  milestones: Object.fromEntries(Object.entries(milestones).filter(([, series]) => series.length > 0)),
});

describe('facts and corrections in any order', () => {
  it('hold what the corrected history holds', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { events, history } = histories(all);
        expect(holding(folded(events))).toEqual(holding(folded(history)));
      }),
      { numRuns: 300 },
    );
  });

  it('let a corrected fact hold from its day until the next one', () => {
    fc.assert(
      fc.property(steps, day, fc.nat(9), (all, occurredOn, amount) => {
        const { events } = histories(all);
        const told: ProjectEvent = {
          type: 'TotalInvestmentChanged',
          data: { occurredOn: '2022-02-20', amount: 77, reason: null },
        };
        const log = [...events.map(({ type, data }) => ({ type, data }) as ProjectEvent), told];
        const { id, revision } = eventsOf(log).at(-1)!;
        const correction: ProjectEvent = {
          type: 'FactCorrected',
          data: {
            ...CORRECTED.data,
            corrects: id,
            revision,
            originalType: told.type,
            replacement: { ...told.data, occurredOn, amount },
          },
        };
        const { totalInvestment } = folded(eventsOf([...log, correction]));
        // It is the last of its day, so that this day ends with it.
        expect(valueOn(totalInvestment, occurredOn)).toBe(amount);
        expect(totalInvestment.some(({ value }) => value === 77)).toBe(false);
        const later = totalInvestment.filter(({ on }) => on > occurredOn);
        expect(valueOn(totalInvestment, LATEST)).toBe(later.at(-1)?.value ?? amount);
      }),
    );
  });

  it('restore, where the last fact is void, what held before it', () => {
    fc.assert(
      fc.property(steps, fact, (all, last) => {
        const { events } = histories(all);
        const log = events.map(({ type, data }) => ({ type, data }) as ProjectEvent);
        const { id, revision } = eventsOf([...log, last]).at(-1)!;
        fc.pre(last.type !== 'OpeningFiguresRecorded' || log.every(({ type }) => type !== last.type));
        const correction: ProjectEvent = {
          type: 'FactCorrected',
          data: { ...CORRECTED.data, corrects: id, revision, originalType: last.type, replacement: null },
        };
        expect(holding(project.given(...log, last, correction).state())).toEqual(
          holding(project.given(...log).state()),
        );
      }),
    );
  });
});
