import type { Recorded } from '#libs/event-sourcing';
import type { PlanEvent } from '#libs/domain';
import { digestOf, playYears, type Played } from './years.js';
import { missteps } from './years-check.js';

const PROJECTS = 6;
const SEED = 1;
let played: Played;
beforeAll(async () => {
  played = await playYears(PROJECTS, SEED);
}, 120_000);

const planEvents = (): Recorded<PlanEvent>[] =>
  played.events.filter(({ stream }) => stream.startsWith('plan-')) as Recorded[] as Recorded<PlanEvent>[];

describe('the years 2022 to 2026 with their five plans', () => {
  it('fire every deadline once and at its instant, and every blocker climbs in order', () => {
    expect(missteps(played)).toEqual([]);
  });

  it('take the members over from plan to plan', () => {
    expect([...played.members].map(([year, members]) => [year, members.length])).toEqual(
      [2022, 2023, 2024, 2025, 2026].map((year) => [year, PROJECTS]),
    );
    const carried = [...played.members.values()].map((members) => new Set(members));
    for (const [index, members] of carried.slice(1).entries())
      expect([...members].some((id) => carried[index]!.has(id))).toBe(true);
  });

  it('have the same events when they are played again', async () => {
    expect(digestOf((await playYears(PROJECTS, SEED)).events)).toBe(digestOf(played.events));
  }, 120_000);

  it.each([
    ['2022-04', '2022-04-24T01:00:00.000Z', '2022-04-26T01:00:00.000Z', '2022-04-28T01:00:00.000Z'],
    ['2022-06', '2022-06-24T01:00:00.000Z', '2022-06-27T01:00:00.000Z', '2022-06-29T01:00:00.000Z'],
    ['2022-09', '2022-09-23T01:00:00.000Z', '2022-09-26T01:00:00.000Z', '2022-09-28T01:00:00.000Z'],
    ['2022-12', '2022-12-23T01:00:00.000Z', '2022-12-26T01:00:00.000Z', '2022-12-28T01:00:00.000Z'],
    ['2023-01', '2023-01-20T01:00:00.000Z', '2023-01-28T01:00:00.000Z', '2023-01-30T01:00:00.000Z'],
    ['2023-02', '2023-02-24T01:00:00.000Z', '2023-02-27T01:00:00.000Z', '2023-03-01T01:00:00.000Z'],
    ['2023-03', '2023-03-24T01:00:00.000Z', '2023-03-27T01:00:00.000Z', '2023-03-29T01:00:00.000Z'],
    ['2023-06', '2023-06-21T01:00:00.000Z', '2023-06-26T01:00:00.000Z', '2023-06-28T01:00:00.000Z'],
    ['2023-11', '2023-11-24T01:00:00.000Z', '2023-11-27T01:00:00.000Z', '2023-11-29T01:00:00.000Z'],
    ['2024-02', '2024-02-23T01:00:00.000Z', '2024-02-26T01:00:00.000Z', '2024-02-28T01:00:00.000Z'],
    ['2024-05', '2024-05-24T01:00:00.000Z', '2024-05-27T01:00:00.000Z', '2024-05-29T01:00:00.000Z'],
    ['2024-08', '2024-08-23T01:00:00.000Z', '2024-08-26T01:00:00.000Z', '2024-08-28T01:00:00.000Z'],
    ['2025-01', '2025-01-24T01:00:00.000Z', '2025-01-26T01:00:00.000Z', '2025-02-05T01:00:00.000Z'],
    ['2025-05', '2025-05-23T01:00:00.000Z', '2025-05-26T01:00:00.000Z', '2025-05-28T01:00:00.000Z'],
    ['2025-10', '2025-10-24T01:00:00.000Z', '2025-10-27T01:00:00.000Z', '2025-10-29T01:00:00.000Z'],
    ['2026-01', '2026-01-23T01:00:00.000Z', '2026-01-26T01:00:00.000Z', '2026-01-28T01:00:00.000Z'],
    ['2026-04', '2026-04-24T01:00:00.000Z', '2026-04-27T01:00:00.000Z', '2026-04-29T01:00:00.000Z'],
    ['2026-07', '2026-07-24T01:00:00.000Z', '2026-07-27T01:00:00.000Z', '2026-07-29T01:00:00.000Z'],
    ['2026-09', '2026-09-24T01:00:00.000Z', '2026-09-28T01:00:00.000Z', '2026-09-30T01:00:00.000Z'],
    ['2026-10', '2026-10-23T01:00:00.000Z', '2026-10-26T01:00:00.000Z', '2026-10-28T01:00:00.000Z'],
  ])('%s has its 25th off or behind a worked Sunday: reminded %s, told %s and %s', (month, dayBefore, first, third) => {
    const told = planEvents().flatMap(({ type, data }) =>
      'month' in data && data.month === month && 'at' in data
        ? [`${type === 'ReminderLapsed' ? 'ReportsReminded' : type} ${data.at}`]
        : [],
    );
    expect(told).toContain(`ReportsReminded ${dayBefore}`);
    expect(told.filter((each) => each.startsWith('SilenceEscalated'))).toEqual([
      `SilenceEscalated ${first}`,
      `SilenceEscalated ${third}`,
    ]);
    const opened = planEvents().find(({ type, data }) => type === 'ReportingMonthOpened' && data.month === month);
    expect(opened!.data).toMatchObject({ dueAt: `${month}-25T16:00:00.000Z` });
  });
});
