import fc from 'fast-check';
import { addDays, monthIn } from '../../days.js';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import { COLOURS, type Dimension, type LightRules } from '../../policy/lights.js';
import { project, yi } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import {
  accepted,
  CANCELLED,
  COMMENCED,
  EXAMPLES,
  granted,
  OPENING,
  planAdopted,
  recognised,
  registered,
  startPlanned,
  submitted,
  SUSPENDED,
} from '../examples.js';
import { lightsOf, worstOf } from './colours.js';

const RULES = DEFAULT_POLICIES.lights.rules;
const TARGETS = [0, 0, 0, 0, 10, 15, 15, 15, 15, 15, 15, 0].map((share) => yi(share / 100));

const entered = (category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY', annual = yi(1)): ProjectEvent => ({
  type: 'PlanEntered',
  data: {
    year: 2022,
    category,
    annualInvestment: annual,
    monthlyTargets: category === 'NEW_START' ? TARGETS : null,
    sourceRevision: 3,
  },
});
const NEW_START = [registered(), entered('NEW_START')];
const UNDER_WAY = [registered('UNDER_CONSTRUCTION'), entered('CARRIED_OVER')];
const done = (yearToDate: number): ProjectEvent => ({
  type: 'OpeningFiguresRecorded',
  data: { ...OPENING, yearToDate },
});

/** Colour, note and inputs of one dimension at a month's end. */
const lightAt = (dimension: Dimension, month: string, given: readonly ProjectEvent[], rules: LightRules = RULES) =>
  lightsOf(project.given(...given).state(), { year: 2022, month, rules })[dimension];
const shown = (...asked: Parameters<typeof lightAt>) => {
  const light = lightAt(...asked);
  return light && [light.colour, light.note];
};

describe('the light of a planned start', () => {
  const given = [...NEW_START, startPlanned('2022-05-12')];

  it.each([
    ['2022-04', 'GREEN', 0],
    ['2022-05', 'YELLOW', 1],
    ['2022-06', 'YELLOW', 2],
    ['2022-07', 'RED', 3],
    ['2022-12', 'RED', 8],
  ])('at the end of %s is %s', (month, colour, monthEnds) => {
    expect(lightAt('START', month, given)).toEqual({
      colour,
      note: null,
      inputs: { plannedStart: '2022-05-12', monthEnds },
    });
  });

  it('follows the planned day to where it was moved', () => {
    const moved: ProjectEvent = {
      type: 'MilestoneRescheduled',
      data: {
        occurredOn: '2022-06-10',
        milestone: 'COMMENCEMENT',
        from: '2022-05-12',
        to: '2022-07-20',
        reason: '征地',
        document: null,
      },
    };
    expect(shown('START', '2022-05', [...given, moved])).toEqual(['YELLOW', null]);
    expect(shown('START', '2022-06', [...given, moved])).toEqual(['GREEN', null]);
  });

  it('goes out with the start, and is none without a planned day', () => {
    expect(lightAt('START', '2022-07', [...given, COMMENCED])).toBeUndefined();
    expect(lightAt('START', '2022-07', NEW_START)).toBeUndefined();
  });
});

describe('the light of the progress', () => {
  // At the end of June half of the year has passed.
  it.each([
    [yi(0.6), 'GREEN', null, -10],
    [yi(0.5), 'GREEN', null, 0],
    [yi(0.5) - 1, 'GREEN', 'SLIGHTLY_BEHIND', 0],
    [yi(0.4) + 1, 'GREEN', 'SLIGHTLY_BEHIND', 10],
    [yi(0.4), 'YELLOW', null, 10],
    [yi(0.2), 'YELLOW', null, 30],
    [yi(0.2) - 1, 'RED', null, 30],
    [0, 'RED', null, 50],
  ])('of a project under way with %d 分 of 1 亿元 at the end of June is %s (%s)', (sum, colour, note, pointsBehind) => {
    expect(lightAt('PROGRESS', '2022-06', [...UNDER_WAY, done(sum)])).toEqual({
      colour,
      note,
      inputs: { basis: 'TIME_PROGRESS', yearToDate: sum, annualInvestment: yi(1), pointsBehind },
    });
  });

  it('waits for a recognised standstill', () => {
    const given = [...UNDER_WAY, done(yi(0.25)), SUSPENDED];
    expect(shown('PROGRESS', '2022-06', given)).toEqual(['YELLOW', null]);
    expect(shown('PROGRESS', '2022-06', [...given, recognised()])).toEqual(['GREEN', null]);
  });

  it('looks at accepted figures', () => {
    const figures = { month: yi(0.2), yearToDate: yi(0.5) };
    const pending = [...UNDER_WAY, done(yi(0.3)), submitted(figures, '2022-06')];
    expect(shown('PROGRESS', '2022-06', pending)).toEqual(['YELLOW', null]);
    expect(shown('PROGRESS', '2022-06', [...pending, accepted(figures, '2022-06')])).toEqual(['GREEN', null]);
  });

  it('of a new start goes by its monthly targets, none before the month of its planned start', () => {
    const given = [...NEW_START, startPlanned('2022-05-12')];
    expect(lightAt('PROGRESS', '2022-04', given)).toBeUndefined();
    expect(shown('PROGRESS', '2022-05', given)).toEqual(['YELLOW', null]);
    expect(shown('PROGRESS', '2022-06', given)).toEqual(['YELLOW', null]);
    expect(shown('PROGRESS', '2022-07', given)).toEqual(['RED', null]);
    expect(lightAt('PROGRESS', '2022-06', [...given, done(yi(0.2))])).toMatchObject({
      colour: 'GREEN',
      note: 'SLIGHTLY_BEHIND',
      inputs: { basis: 'MONTHLY_TARGETS', pointsBehind: 5 },
    });
  });

  it('is none for a preliminary project, for a plan of nothing, and where no targets are known', () => {
    expect(lightAt('PROGRESS', '2022-06', [registered('PRELIMINARY'), entered('PRELIMINARY', 0)])).toBeUndefined();
    expect(
      lightAt('PROGRESS', '2022-06', [registered('UNDER_CONSTRUCTION'), entered('CARRIED_OVER', 0)]),
    ).toBeUndefined();
    const unknown = { ...entered('NEW_START').data, monthlyTargets: null } as Extract<
      ProjectEvent,
      { type: 'PlanEntered' }
    >['data'];
    expect(lightAt('PROGRESS', '2022-06', [registered(), { type: 'PlanEntered', data: unknown }])).toBeUndefined();
  });

  it('goes by the basis that the rules name', () => {
    const basis = { CARRIED_OVER: 'NONE', NEW_START: 'TIME_PROGRESS', PRELIMINARY: 'NONE' } as const;
    const rules = { ...RULES, progress: { ...RULES.progress, basis } };
    expect(lightAt('PROGRESS', '2022-06', UNDER_WAY, rules)).toBeUndefined();
    expect(shown('PROGRESS', '2022-06', NEW_START, rules)).toEqual(['RED', null]);
  });
});

describe('the light of the entry into the statistics', () => {
  const startedOn = (occurredOn: string): ProjectEvent[] => [
    ...NEW_START,
    { ...COMMENCED, data: { ...COMMENCED.data, occurredOn } },
  ];

  it.each([
    ['2022-05-01', '2022-05', 'GREEN'],
    ['2022-04-30', '2022-05', 'YELLOW'],
    ['2022-04-29', '2022-05', 'YELLOW'],
    ['2022-03-31', '2022-05', 'YELLOW'],
    ['2022-03-30', '2022-05', 'RED'],
  ])('of a start on %s at the end of %s is %s', (day, month, colour) => {
    expect(lightAt('STATISTICS', month, startedOn(day))).toEqual({
      colour,
      note: null,
      inputs: { startedOn: day, enteredOn: null },
    });
  });

  it('is green once it is entered, and none for what was under way before it was known', () => {
    const given = [...startedOn('2022-01-10'), EXAMPLES.EnterStatistics.event];
    expect(shown('STATISTICS', '2022-04', given)).toEqual(['RED', null]);
    expect(shown('STATISTICS', '2022-05', given)).toEqual(['GREEN', null]);
    expect(lightAt('STATISTICS', '2022-05', UNDER_WAY)).toBeUndefined();
    expect(lightAt('STATISTICS', '2022-05', NEW_START)).toBeUndefined();
  });
});

describe('the light of the payments', () => {
  const applied = (line: string): ProjectEvent => ({
    type: 'FundingApplied',
    data: { occurredOn: '2022-02-01', line, amount: yi(2), source: 'CREDIT', use: 'CONSTRUCTION' },
  });
  const scheduled = (line: string, dueOn: string, amount: number): ProjectEvent => ({
    type: 'PaymentScheduled',
    data: { line, dueOn, amount },
  });
  const paid = (line: string, amount: number, occurredOn = '2022-05-20'): ProjectEvent => ({
    type: 'FundingPaid',
    data: { occurredOn, line, amount, document: null },
  });
  const given = [...UNDER_WAY, applied('a'), scheduled('a', '2022-05-31', 100), scheduled('a', '2022-06-30', 50)];

  it('is none before anything is due', () => {
    expect(lightAt('PAYMENT', '2022-04', given)).toBeUndefined();
  });

  it('is red as long as less is paid than is due', () => {
    expect(lightAt('PAYMENT', '2022-05', [...given, paid('a', 99)])).toEqual({
      colour: 'RED',
      note: null,
      inputs: { due: 100, missing: 1 },
    });
    expect(shown('PAYMENT', '2022-05', [...given, paid('a', 100)])).toEqual(['GREEN', null]);
    expect(shown('PAYMENT', '2022-05', [...given, paid('a', 100, '2022-06-01')])).toEqual(['RED', null]);
  });

  it('does not set off one line against another', () => {
    const two = [...given, applied('b'), scheduled('b', '2022-05-31', 10), paid('a', 500)];
    expect(lightAt('PAYMENT', '2022-05', two)).toMatchObject({ colour: 'RED', inputs: { due: 110, missing: 10 } });
  });
});

describe('the light of preliminary work', () => {
  const given = [registered('PRELIMINARY'), entered('PRELIMINARY', 0), planAdopted('2022-05-31')];

  it.each([
    ['2022-04', undefined],
    ['2022-05', 'YELLOW'],
    ['2022-07', 'YELLOW'],
    ['2022-08', 'YELLOW'],
    ['2022-09', 'RED'],
  ])('at the end of %s is %s', (month, colour) => {
    expect(lightAt('PRELIMINARY', month, given)?.colour).toBe(colour);
  });

  it('is green while each node that was due is met', () => {
    expect(shown('PRELIMINARY', '2022-05', [...given, EXAMPLES.IssueReviewOpinion.event])).toEqual(['GREEN', null]);
    const all = [...given, EXAMPLES.IssueReviewOpinion.event, granted('EIA', '2022-05-10', null)];
    expect(shown('PRELIMINARY', '2022-12', all)).toEqual(['GREEN', null]);
  });

  it('is none without a plan of nodes and once construction has begun', () => {
    expect(lightAt('PRELIMINARY', '2022-05', given.slice(0, 2))).toBeUndefined();
    expect(lightAt('PRELIMINARY', '2022-05', [...given, COMMENCED])).toBeUndefined();
  });
});

describe('the lights of a project', () => {
  it('are none once it has ended', () => {
    const state = project.given(...UNDER_WAY, CANCELLED).state();
    expect(lightsOf(state, { year: 2022, month: '2022-05', rules: RULES })).toEqual({});
  });

  it('are as bad as the worst of them', () => {
    const lights = COLOURS.map((colour) => ({ colour }));
    fc.assert(
      fc.property(fc.subarray(lights), (some) => {
        const worst = worstOf(some);
        if (worst === null) return expect(some).toEqual([]);
        expect(some).toContainEqual({ colour: worst });
        for (const { colour } of some) expect(COLOURS.indexOf(colour)).toBeLessThanOrEqual(COLOURS.indexOf(worst));
      }),
    );
  });

  it('never get better because more time passes without anything being done', () => {
    const offset = fc.integer({ min: 0, max: 330 });
    fc.assert(
      fc.property(offset, offset, fc.nat(100), fc.integer({ min: 1, max: 11 }), (planned, due, percent, number) => {
        const given = [
          ...NEW_START,
          startPlanned(addDays('2022-01-01', planned)),
          planAdopted(addDays('2022-01-01', due)),
          done(yi(percent / 100)),
        ];
        const at = (each: number) =>
          lightsOf(project.given(...given).state(), { year: 2022, month: monthIn(2022, each), rules: RULES });
        const [before, after] = [at(number), at(number + 1)];
        for (const [dimension, light] of Object.entries(before))
          expect(COLOURS.indexOf(after[dimension as Dimension]!.colour)).toBeGreaterThanOrEqual(
            COLOURS.indexOf(light.colour),
          );
      }),
    );
  });
});
