import { recorded, type Told } from '#libs/event-sourcing/testing';
import {
  addMonths,
  DEFAULT_POLICIES,
  lastDayBefore,
  levelDueAt,
  levelWarnsAt,
  monthDates,
  monthOf,
  type MonthlyReportRules,
  type PlanEvent,
  type PolicyAdopted,
  type PolicyName,
  policyStream,
  type ProjectEvent,
} from '#libs/domain';
import { ENTERED, registered, startPlanned, submitted } from '../../../domain/src/project/examples.js';
import { OFFICE } from '../../../domain/src/testing.js';
import { MemoryDocuments } from '../../../event-sourcing/src/memory-documents.js';
import { VIEWS } from '../index.js';
import { deadlinesExplained } from './explained.js';

const scene = { stream: 'project-p1', now: '2022-04-28T02:00:00.000Z', actor: OFFICE };
const calendar = DEFAULT_POLICIES.calendar.rules;
const NAMES = Object.keys(DEFAULT_POLICIES) as PolicyName[];

type AnyEvent = ProjectEvent | PlanEvent | PolicyAdopted;

/** All default rules since the year's first day, with these for the reports. */
const adopted = (monthly: Partial<MonthlyReportRules>): Told<PolicyAdopted>[] =>
  NAMES.map((policy) => {
    const { rules, source } = DEFAULT_POLICIES[policy];
    const changed = policy === 'monthly-report' ? { ...rules, ...monthly } : rules;
    const data = { policy, version: 1, effectiveFrom: '2022-01-01', rules: changed as typeof rules, source };
    return { type: 'PolicyAdopted', data, stream: policyStream(policy) };
  });

const openedBy = (rules: MonthlyReportRules, month: string): Told<PlanEvent> => ({
  type: 'ReportingMonthOpened',
  data: {
    ...{ year: 2022, month, ...monthDates(rules, calendar, month), cutOff: `${month}-25`, owing: ['p1'] },
    ...{ policyVersion: 1, calendarVersion: 1, notices: [], supplement: null, nextOpening: null },
  },
  stream: 'plan-2022',
});

async function explainedAfter(...events: Told<AnyEvent>[]) {
  const documents = new MemoryDocuments(VIEWS);
  for (const event of recorded(events, scene)) documents.apply(event);
  return (stream: string) => deadlinesExplained(documents, stream);
}

async function reportDue(month: string, change: Partial<MonthlyReportRules>) {
  const rules = { ...DEFAULT_POLICIES['monthly-report'].rules, ...change };
  const explained = await explainedAfter(...adopted(change), registered(), ENTERED, openedBy(rules, month));
  const { items } = (await explained('project-p1'))!;
  return items.find(({ rule }) => rule === `report/${month}`)!;
}

describe('a report that is due on an off 25th', () => {
  it.each([
    ['2022-06', 'NONE', '2022-06-25', ['25 WEEKEND']],
    ['2022-06', 'PREVIOUS', '2022-06-24', ['24 WEEKDAY', '25 WEEKEND']],
    ['2022-06', 'NEXT', '2022-06-27', ['25 WEEKEND', '26 WEEKEND', '27 WEEKDAY']],
    ['2023-01', 'NEXT', '2023-01-28', ['25 HOLIDAY', '26 HOLIDAY', '27 HOLIDAY', '28 WORKED_WEEKEND']],
    ['2023-06', 'PREVIOUS', '2023-06-25', ['25 WORKED_WEEKEND']],
  ] as const)('of %s, shifted %s, names the days up to %s', async (month, holidayShift, last, days) => {
    const explained = await reportDue(month, { holidayShift });
    expect(lastDayBefore(explained.dueAt)).toBe(last);
    expect(explained.days.map(({ day, kind }) => `${day.slice(8)} ${kind}`)).toEqual(days);
    expect(explained).toMatchObject({
      policy: { policy: 'monthly-report', version: 1, source: DEFAULT_POLICIES['monthly-report'].source },
      month: { month, dueDay: `${month}-25`, inclusive: true, holidayShift },
      calendars: [{ policy: 'calendar', version: 1, source: DEFAULT_POLICIES.calendar.source }],
      time: null,
    });
  });

  it('ends, in each month with a calendar, on the first day that is worked in the direction of the shift', async () => {
    for (let day = '2022-01-25'; day < '2026-12-01'; day = addMonths(day, 1))
      for (const holidayShift of ['PREVIOUS', 'NEXT'] as const) {
        const { days, dueAt } = await reportDue(monthOf(day), { holidayShift });
        const worked = days.filter(({ counts }) => counts).map(({ day: each }) => each);
        expect(worked).toEqual([lastDayBefore(dueAt)]);
      }
  });
});

describe("a level's time over the May holidays", () => {
  const level = 'L1_LEGAL_ENTITY';
  const { rules, source } = DEFAULT_POLICIES.escalation;
  const dueAt = levelDueAt(rules, calendar, level, scene.now)!;
  const warnsAt = levelWarnsAt(rules, calendar, level, scene.now)!;
  const raised: Told<ProjectEvent> = {
    type: 'BlockerRaised',
    data: {
      ...{ occurredOn: '2022-04-28', blocker: 'b1', category: 'LAND', description: '征地未完成', level },
      clock: { dueAt, warnsAt, policyVersion: 1 },
    },
  };

  it('is told with its start, its five working days, the worked Saturday among them, and the days off between', async () => {
    const explained = await explainedAfter(...adopted({}), registered(), ENTERED, raised);
    const { items } = (await explained('project-p1'))!;
    expect(items.map(({ rule }) => rule)).toEqual([`blocker-warning/b1/${level}`, `blocker/b1/${level}`]);
    const [warning, expiry] = items;
    expect(expiry).toEqual({
      ...{ rule: `blocker/b1/${level}`, dueAt: '2022-05-09T16:00:00.000Z', month: null },
      policy: { policy: 'escalation', version: 1, effectiveFrom: '2022-01-01', source },
      time: { level, startedAt: scene.now },
      calendars: [expect.objectContaining({ policy: 'calendar', version: 1 })],
      days: [
        { day: '2022-04-29', kind: 'WEEKDAY', counts: true },
        { day: '2022-04-30', kind: 'WEEKEND', counts: false },
        { day: '2022-05-01', kind: 'WEEKEND', counts: false },
        ...['2022-05-02', '2022-05-03', '2022-05-04'].map((day) => ({ day, kind: 'HOLIDAY', counts: false })),
        ...['2022-05-05', '2022-05-06'].map((day) => ({ day, kind: 'WEEKDAY', counts: true })),
        { day: '2022-05-07', kind: 'WORKED_WEEKEND', counts: true },
        { day: '2022-05-08', kind: 'WEEKEND', counts: false },
        { day: '2022-05-09', kind: 'WEEKDAY', counts: true },
      ],
    });
    expect(warning).toMatchObject({ dueAt: '2022-05-07T16:00:00.000Z', days: expiry!.days.slice(0, 9) });
  });
});

it('the repair of a report returned on a Friday counts two working days from Monday on', async () => {
  const returned: Told<ProjectEvent> = {
    type: 'ReportReturned',
    data: {
      ...{ month: '2022-05', fields: ['progress'], reason: '进度不详' },
      ...{ repairDueAt: '2022-05-24T16:00:00.000Z', policyVersion: 1 },
    },
    recordedAt: '2022-05-20T08:00:00.000Z',
  };
  const explained = await explainedAfter(
    ...adopted({}),
    registered(),
    ENTERED,
    submitted({ month: 0, yearToDate: 0 }),
    returned,
  );
  expect((await explained('project-p1'))!.items).toEqual([
    {
      ...{ rule: 'repair/2022-05', dueAt: '2022-05-24T16:00:00.000Z', month: null },
      policy: expect.objectContaining({ policy: 'monthly-report', version: 1 }),
      time: { level: null, startedAt: '2022-05-20T08:00:00.000Z' },
      calendars: [expect.objectContaining({ policy: 'calendar', version: 1 })],
      days: [
        { day: '2022-05-21', kind: 'WEEKEND', counts: false },
        { day: '2022-05-22', kind: 'WEEKEND', counts: false },
        { day: '2022-05-23', kind: 'WEEKDAY', counts: true },
        { day: '2022-05-24', kind: 'WEEKDAY', counts: true },
      ],
    },
  ]);
});

it('a day that a person set has no policy', async () => {
  const planned = { ...startPlanned('2022-05-20'), stream: 'project-p1' };
  const explained = await explainedAfter(...adopted({}), registered('PLANNED_START'), planned, ENTERED);
  expect((await explained('project-p1'))!.items).toEqual([
    {
      rule: 'start',
      dueAt: '2022-05-20T16:00:00.000Z',
      policy: null,
      month: null,
      time: null,
      calendars: [],
      days: [],
    },
  ]);
});

it("a plan's reminder names the month's rules and the days from it to the last day", async () => {
  const month = '2022-05';
  const opening = openedBy(DEFAULT_POLICIES['monthly-report'].rules, month) as Told<
    Extract<PlanEvent, { type: 'ReportingMonthOpened' }>
  >;
  const notices = [{ kind: 'REMINDER', at: '2022-05-24T01:00:00.000Z' } as const];
  const explained = await explainedAfter(...adopted({}), { ...opening, data: { ...opening.data, notices } });
  expect((await explained('plan-2022'))!.items).toMatchObject([
    {
      ...{ rule: `notice/${month}/REMINDER`, dueAt: notices[0]!.at, time: null },
      ...{ policy: { policy: 'monthly-report', version: 1 }, month: { dueDay: '2022-05-25' } },
      days: [{ day: '2022-05-24' }, { day: '2022-05-25' }],
    },
  ]);
});

it('a stream that never waited is unknown', async () => {
  expect(await (await explainedAfter())('project-p9')).toBeUndefined();
});
