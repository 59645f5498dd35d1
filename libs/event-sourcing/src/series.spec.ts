import fc from 'fast-check';
import { type Fact, factOn, holds, LATEST, type Series, valueOn, withFact } from './series.js';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2022-05-${String(number).padStart(2, '0')}`);
/** Facts as they were recorded: the revision is the order of recording. */
const facts = fc
  .array(fc.tuple(day, fc.integer({ min: 0, max: 3 })), { maxLength: 12 })
  .map((pairs) => pairs.map(([on, value], revision): Fact<number> => ({ on, revision, value })));

const seriesOf = (told: readonly Fact<number>[]) => told.reduce<Series<number>>(withFact, []);

describe('a series of facts', () => {
  it('is the same whatever the order in which they are put in', () => {
    fc.assert(
      fc.property(
        facts.chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length }))),
        ([told, shuffled]) => {
          expect(seriesOf(shuffled)).toEqual(seriesOf(told));
        },
      ),
    );
  });

  it('is ordered by day, then by revision, and loses nothing', () => {
    fc.assert(
      fc.property(facts, (told) => {
        const sorted = [...told].sort((a, b) => (a.on === b.on ? a.revision - b.revision : a.on < b.on ? -1 : 1));
        expect(seriesOf(told)).toEqual(sorted);
      }),
    );
  });

  it('holds on a day the last fact that is not after it', () => {
    fc.assert(
      fc.property(facts, day, (told, asked) => {
        const until = seriesOf(told).filter(({ on }) => on <= asked);
        expect(factOn(seriesOf(told), asked)).toEqual(until.at(-1));
        expect(valueOn(seriesOf(told), asked)).toEqual(until.at(-1)?.value);
      }),
    );
  });

  it('leaves the days before a late fact as they were', () => {
    fc.assert(
      fc.property(facts, day, day, (told, on, asked) => {
        fc.pre(asked < on);
        const before = seriesOf(told);
        const after = withFact(before, { on, revision: told.length, value: 9 });
        expect(valueOn(after, asked)).toEqual(valueOn(before, asked));
      }),
    );
  });

  it('keeps the revision of what is replaced, so that the replacement stands in its place', () => {
    const series = seriesOf([
      { on: '2022-05-01', revision: 1, value: 1 },
      { on: '2022-05-01', revision: 5, value: 5 },
    ]);
    expect(valueOn(withFact(series, { on: '2022-05-01', revision: 3, value: 3 }), LATEST)).toBe(5);
  });
});

describe('a fact that is told again', () => {
  const series = seriesOf([{ on: '2022-05-10', revision: 0, value: 1 }]);

  it.each([
    ['on its very day with its value', '2022-05-10', 1, true],
    ['with another value', '2022-05-10', 2, false],
    ['on a later day, where it still holds', '2022-05-11', 1, false],
    ['on an earlier day', '2022-05-09', 1, false],
  ])('%s is already done: %s %d %s', (_, on, value, done) => {
    expect(holds(series, on, value)).toBe(done);
  });

  it('is compared with the last one of its day', () => {
    const changed = withFact(series, { on: '2022-05-10', revision: 1, value: 2 });
    expect([holds(changed, '2022-05-10', 1), holds(changed, '2022-05-10', 2)]).toEqual([false, true]);
  });

  it('may be the same structure', () => {
    const held = withFact([] as Series<object | null>, { on: '2022-05-10', revision: 0, value: { units: ['a'] } });
    expect(holds<object | null>(held, '2022-05-10', { units: ['a'] })).toBe(true);
    expect(holds<object | null>(held, '2022-05-10', { units: [] })).toBe(false);
    expect(holds<object | null>(held, '2022-05-10', null)).toBe(false);
  });

  it('changes no value on any day', () => {
    fc.assert(
      fc.property(facts, day, (told, asked) => {
        const before = seriesOf(told);
        const held = factOn(before, asked);
        fc.pre(held !== undefined);
        const after = withFact(before, { ...held, revision: told.length });
        expect(holds(before, held.on, held.value)).toBe(true);
        for (const { on } of told) expect(valueOn(after, on)).toEqual(valueOn(before, on));
      }),
    );
  });
});
