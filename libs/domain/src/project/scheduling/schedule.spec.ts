import fc from 'fast-check';
import { addDays } from '../../days.js';
import { APPROVALS, type ApprovalKind } from '../../policy/approvals.js';
import { isWorkingDay, workingDaysBetween } from '../../policy/calendar.js';
import { DEFAULT_POLICIES } from '../../policy/defaults.js';
import type { DurationRules } from '../../policy/durations.js';
import { backwardSchedule, type ScheduleInputs, type ScheduleRules } from './schedule.js';

const RULES: ScheduleRules = {
  durations: DEFAULT_POLICIES.durations.rules,
  approvals: DEFAULT_POLICIES.approvals.rules,
  calendar: DEFAULT_POLICIES.calendar.rules,
};
const inputs = (change: Partial<ScheduleInputs> = {}): ScheduleInputs => ({
  plannedStart: '2022-12-01',
  today: '2022-05-16',
  checklist: ['EIA', 'WORKS_PERMIT', 'CONSTRUCTION_PERMIT'],
  held: [],
  ...change,
});
const scheduled = (change: Partial<ScheduleInputs> = {}) => backwardSchedule(inputs(change), RULES);
const datesOf = (change: Partial<ScheduleInputs> = {}) =>
  scheduled(change).items.map(({ approval, latestStart, latestFinish, slack }) => [
    approval,
    latestStart,
    latestFinish,
    slack,
  ]);

describe('a backward schedule', () => {
  it('counts working days back from the day before the planned start, and names the critical approval', () => {
    expect(datesOf()).toEqual([
      ['EIA', '2022-10-10', '2022-11-21', 0],
      ['WORKS_PERMIT', '2022-10-31', '2022-11-21', 15],
      ['CONSTRUCTION_PERMIT', '2022-11-21', '2022-11-30', 0],
    ]);
    expect(scheduled()).toMatchObject({ critical: 'EIA', beginBy: '2022-10-10' });
  });

  it('leaves out what is there and holds until the start', () => {
    const held = [{ approval: 'EIA' as const, until: '2022-12-01' }];
    expect(scheduled({ held })).toMatchObject({ critical: 'WORKS_PERMIT', beginBy: '2022-10-31' });
  });

  it('counts again what expires before the start', () => {
    const held = [{ approval: 'EIA' as const, until: '2022-11-30' }];
    const { items } = scheduled({ held });
    expect(items.map(({ approval, cause }) => [approval, cause])).toEqual([
      ['EIA', 'EXPIRES'],
      ['WORKS_PERMIT', 'MISSING'],
      ['CONSTRUCTION_PERMIT', 'MISSING'],
    ]);
  });

  it('tells from which day on a permit would still hold at the start', () => {
    const notBefore = (plannedStart: string) =>
      scheduled({ plannedStart, checklist: ['CONSTRUCTION_PERMIT'] }).items[0]!.notBefore;
    expect(notBefore('2022-12-01')).toBe('2022-09-01');
    expect(notBefore('2022-05-31')).toBe('2022-03-01');
  });

  it('says how many working days are left, or by how many it is too late', () => {
    expect(scheduled({ today: '2022-09-30' }).margin).toBe(3);
    expect(scheduled({ today: '2022-10-10' }).margin).toBe(0);
    expect(scheduled({ today: '2022-10-11' }).margin).toBe(-1);
  });

  it('has nothing to say where nothing is left', () => {
    expect(scheduled({ checklist: [] })).toEqual({
      plannedStart: '2022-12-01',
      items: [],
      critical: null,
      beginBy: null,
      margin: null,
    });
  });

  it('does not guess a year without a holiday notice', () => {
    expect(() => scheduled({ plannedStart: '2022-01-10' })).toThrow('CALENDAR_YEAR_MISSING');
  });
});

/** Rules in which an approval can only need those that stand before it. */
const durations: fc.Arbitrary<DurationRules> = fc
  .tuple(
    fc.shuffledSubarray([...APPROVALS], { minLength: APPROVALS.length }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.array(fc.nat(20), { maxLength: 3 })), {
      minLength: APPROVALS.length,
      maxLength: APPROVALS.length,
    }),
  )
  .map(([order, rules]) => ({
    items: Object.fromEntries(
      order.map((kind, index) => {
        const [workingDays, after] = rules[index]!;
        return [kind, { workingDays, after: order.slice(0, index).filter((_, at) => after.includes(at)) }];
      }),
    ) as unknown as DurationRules['items'],
  }));
const checklist = fc.subarray([...APPROVALS], { minLength: 1 });
const start = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2024-06-01', days));
const held = fc.array(
  fc.record({ approval: fc.constantFrom<ApprovalKind>(...APPROVALS), until: fc.option(start, { nil: null }) }),
  { maxLength: 4 },
);

describe('whatever the rules', () => {
  const any = fc.record({ durations, checklist, plannedStart: start, held });
  const run = ({ durations, ...change }: { durations: DurationRules } & Partial<ScheduleInputs>) =>
    backwardSchedule(inputs({ ...change, today: '2024-01-02' }), { ...RULES, durations });

  it('every approval is granted before those that need it must be applied for, and all before the start', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { items, plannedStart } = run(given);
        const byKind = new Map(items.map((item) => [item.approval, item]));
        for (const { approval, latestStart, latestFinish, workingDays } of items) {
          for (const needed of given.durations.items[approval].after)
            if (byKind.has(needed)) expect(byKind.get(needed)!.latestFinish <= latestStart).toBe(true);
          expect(latestFinish < plannedStart).toBe(true);
          expect(isWorkingDay(RULES.calendar, latestStart)).toBe(true);
          expect(workingDaysBetween(RULES.calendar, latestStart, latestFinish)).toBe(workingDays);
        }
      }),
    );
  });

  it('the critical approval begins first and has no slack, and none has less', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { items, critical, beginBy } = run(given);
        fc.pre(items.length > 0);
        expect(items.find(({ approval }) => approval === critical)).toMatchObject({ slack: 0, latestStart: beginBy });
        for (const { slack, latestStart } of items) {
          expect(slack).toBeGreaterThanOrEqual(0);
          expect(beginBy! <= latestStart).toBe(true);
        }
      }),
    );
  });

  it('the slack of an approval is what it may slip from the first day of all', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { items, beginBy } = run(given);
        for (const { approval, latestStart, slack } of items) {
          const needed = items.filter((item) => given.durations.items[approval].after.includes(item.approval));
          if (needed.length === 0) expect(workingDaysBetween(RULES.calendar, beginBy!, latestStart)).toBe(slack);
        }
      }),
    );
  });

  it('every item of the list is either there until the start or still to come', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { items, plannedStart } = run(given);
        const there = given.held
          .filter(({ until }) => until === null || until >= plannedStart)
          .map(({ approval }) => approval);
        expect(items.map(({ approval }) => approval).sort()).toEqual(
          given.checklist.filter((kind) => !there.includes(kind)).sort(),
        );
      }),
    );
  });
});
