import fc from 'fast-check';
import { DEFAULT_POLICIES, proofOfOrder } from '#libs/domain';
import { OFFICE } from '../../libs/domain/src/testing.js';
import { led, type Led, life, type Step } from './lives.js';

const CALENDAR = DEFAULT_POLICIES.calendar.rules;
const UP_TO_2022 = { years: { 2022: CALENDAR.years['2022']! } };
const ANNOUNCED: Step = {
  after: 1,
  move: { type: 'AdoptPolicy', policy: 'calendar', rules: CALENDAR },
  actor: OFFICE,
};
const tick = (after: number): Step => ({ after, move: { type: 'Tick' }, actor: OFFICE });
const WEEKS = 24 * 40;
const BEGIN = '2022-12-16T02:00:00.000Z';

/** What was recorded of the blocker and of the rest, each in its order. */
const recordedIn = ({ events }: Led) => {
  const told = events.map(({ id, type, data }) => ({ id, type, data }));
  const ofBlocker = (type: string) => type.startsWith('Blocker');
  return [told.filter(({ type }) => ofBlocker(type)), told.filter(({ type }) => !ofBlocker(type))];
};

describe('a calendar year that is announced late', () => {
  it('leads to the same events as one that was announced in time', async () => {
    let waited = 0;
    await fc.assert(
      fc.asyncProperty(life, fc.nat(), async (steps, nth) => {
        const late = [...steps.toSpliced(nth % (steps.length + 1), 0, ANNOUNCED), tick(WEEKS)];
        const lived = await led(late, BEGIN, UP_TO_2022);
        const missing = (step: number) => lived.refused.get(step) === 'CALENDAR_YEAR_MISSING';
        const other = late.map((step, at) => (step === ANNOUNCED || missing(at) ? tick(step.after) : step));
        expect(recordedIn(lived)).toEqual(recordedIn(await led(other, BEGIN, CALENDAR)));

        const { disagreements } = proofOfOrder(lived.blocker, lived.events, lived.adoptions);
        expect(disagreements).toEqual([]);
        if (late.some((_, at) => missing(at))) waited++;
      }),
      { numRuns: 60 },
    );
    expect(waited).toBeGreaterThan(0);
  });

  it('holds up the blocker alone, until it is there', async () => {
    // Friday 16 December: five working days end with the 23rd, and five more with Friday the 30th.
    const change: Step = {
      ...tick(1),
      move: { type: 'ChangeDetails', occurredOn: '2022-12-01', changes: { name: '另一道路' } },
    };
    const resolve: Step = { ...tick(1), move: { type: 'ResolveBlocker', blocker: 'b1', resolution: '已完成征地' } };
    const lived = await led([tick(24 * 20), change, resolve, ANNOUNCED, tick(25), resolve], BEGIN, UP_TO_2022);
    expect([...lived.refused]).toEqual([[2, 'CALENDAR_YEAR_MISSING']]);
    const escalated = lived.events.filter(({ type }) => type === 'BlockerEscalated');
    expect(escalated.map(({ data }) => data)).toMatchObject([
      { to: 'L2_SECTOR_AUTHORITY', arrivedAt: '2022-12-23T16:00:00.000Z' },
      { to: 'L3_DISTRICT_LEADER', arrivedAt: '2022-12-30T16:00:00.000Z', clock: { dueAt: '2023-01-11T16:00:00.000Z' } },
    ]);
    expect(lived.events.at(-1)).toMatchObject({ type: 'BlockerResolved', data: { level: 'L3_DISTRICT_LEADER' } });
    const { agrees, steps } = proofOfOrder(lived.blocker, lived.events, lived.adoptions);
    expect(agrees).toBe(true);
    expect(steps.findLast(({ type }) => type === 'BlockerEscalated')!.clock!.calendars).toMatchObject([
      { version: 1 },
      { version: 2 },
    ]);
  });
});
