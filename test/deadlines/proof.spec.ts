import fc from 'fast-check';
import type { Recorded } from '#libs/event-sourcing';
import { addDays, type ProjectEvent, proofOfOrder } from '#libs/domain';
import { OFFICE } from '../../libs/domain/src/testing.js';
import { led, type Led, life } from './lives.js';

const proofOf = ({ blocker, events, adoptions }: Led) => proofOfOrder(blocker, events, adoptions);
const told = (life: Led, at: number, change: (event: Recorded<ProjectEvent>) => object): Led => ({
  ...life,
  events: life.events.map((event, index) => (index === at ? { ...event, ...change(event) } : event)) as Led['events'],
});
const later = (instant: string, days: number): string => `${addDays(instant.slice(0, 10), days)}${instant.slice(10)}`;

/** Fields that follow from the rules, and another value of the same kind for each. */
const ALTERED: Readonly<Record<string, (value: never) => unknown>> = {
  from: () => 'L9_NOBODY',
  to: () => 'L9_NOBODY',
  level: () => 'L9_NOBODY',
  arrivedAt: (value: string) => later(value, 1),
  dueAt: (value: string) => later(value, -1),
  months: (value: number) => value + 1,
  policyVersion: (value: number | null) => (value ?? 0) + 1,
  clock: (value: { dueAt: string } | null) => value && { ...value, dueAt: later(value.dueAt, 7) },
  left: (value: { workingDays: number } | null) => value && { ...value, workingDays: value.workingDays + 1 },
};

/** Each way to alter one event of the blocker that leaves it another one. */
const alterations = ({ blocker, events }: Led) =>
  events.flatMap(({ data, type }, at) =>
    !('blocker' in data) || data.blocker !== blocker || type === 'BlockerOutcomeRecorded'
      ? []
      : Object.entries(data).flatMap(([name, value]) => {
          const altered = ALTERED[name]?.(value as never) ?? value;
          return altered === value ? [] : [{ at, type, field: name, data: { ...data, [name]: altered as unknown } }];
        }),
  );

describe('the proof of order', () => {
  it('agrees with every life of a blocker', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const lived = await led(steps);
        const { disagreements, agrees, steps: chain } = proofOf(lived);
        expect({ agrees, disagreements }).toEqual({ agrees: true, disagreements: [] });
        for (const { type } of chain) seen.add(type);
      }),
      { numRuns: 80 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['BlockerResumed', 'BlockerOverdueAtTop', 'BlockerReturnedDown']));
  });

  it('finds every altered field that follows from the rules', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.nat(), async (steps, nth) => {
        const lived = await led(steps);
        const ways = alterations(lived);
        const { at, type, field, data } = ways[nth % ways.length]!;
        const { agrees, disagreements } = proofOf(told(lived, at, () => ({ data })));
        expect({ type, field, agrees }).toEqual({ type, field, agrees: false });
        expect(disagreements.map(({ revision }) => revision)).toContain(at);
      }),
      { numRuns: 60 },
    );
  });

  it('finds an event that was taken out, and two that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(life, fc.nat(), fc.boolean(), async (steps, nth, out) => {
        const lived = await led(steps);
        const at = nth % (lived.events.length - 1);
        const swapped = lived.events.toSpliced(at, 2, lived.events[at + 1]!, lived.events[at]!);
        const events = out ? lived.events.toSpliced(at, 1) : swapped;
        expect(proofOf({ ...lived, events }).agrees).toBe(false);
      }),
    );
  });

  it('finds an escalation that was recorded before its time or after somebody slipped in between', async () => {
    const lived = await led([{ after: 240, move: { type: 'Tick' }, actor: OFFICE }]);
    const at = lived.events.findIndex(({ type }) => type === 'BlockerEscalated');
    const { dueAt } = proofOf(lived).steps.find(({ revision }) => revision === at)!;
    const early = told(lived, at, ({ metadata }) => ({ metadata: { ...metadata, recordedAt: later(dueAt!, -1) } }));
    expect(proofOf(early).disagreements).toContainEqual(expect.objectContaining({ kind: 'EARLY', computed: dueAt }));

    const [warned, escalated] = lived.events.slice(-2);
    const accepted = {
      ...escalated!,
      type: 'BlockerAccepted',
      data: { blocker: lived.blocker, level: 'L1_LEGAL_ENTITY' },
    };
    const events = [
      ...lived.events.slice(0, -2),
      warned,
      { ...accepted, metadata: { ...escalated!.metadata, commandId: 'somebody' } },
    ] as Led['events'];
    expect(proofOf({ ...lived, events }).disagreements).toContainEqual(
      expect.objectContaining({ kind: 'OVERTAKEN', computed: dueAt }),
    );
  });

  it('counts the days of the calendar one by one, and names the rules that it counts by', async () => {
    // Raised on Thursday 7 April 2022; the Sunday before Labour Day is worked.
    const { steps, running } = proofOf(await led([{ after: 24 * 18, move: { type: 'Tick' }, actor: OFFICE }]));
    expect(steps.map(({ type, level, dueAt }) => [type, level, dueAt])).toEqual([
      ['BlockerRaised', 'L1_LEGAL_ENTITY', null],
      ['BlockerWarned', 'L1_LEGAL_ENTITY', '2022-04-13T16:00:00.000Z'],
      ['BlockerEscalated', 'L2_SECTOR_AUTHORITY', '2022-04-14T16:00:00.000Z'],
      ['BlockerWarned', 'L2_SECTOR_AUTHORITY', '2022-04-21T16:00:00.000Z'],
      ['BlockerEscalated', 'L3_DISTRICT_LEADER', '2022-04-22T16:00:00.000Z'],
    ]);
    expect(running!.days.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2022-04-24 WORKED_WEEKEND',
      ...['25', '26', '27', '28', '29'].map((day) => `2022-04-${day} WEEKDAY`),
      '2022-04-30 WEEKEND',
      '2022-05-01 WEEKEND',
      ...['02', '03', '04'].map((day) => `2022-05-${day} HOLIDAY`),
      '2022-05-05 WEEKDAY',
    ]);
    expect(running!.escalation).toMatchObject({ policy: 'escalation', version: 1, effectiveFrom: '2022-04-07' });
    expect(running!.calendars).toEqual([expect.objectContaining({ policy: 'calendar', version: 1 })]);
  });
});
