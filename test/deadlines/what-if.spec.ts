import {
  DEFAULT_POLICIES,
  endOf,
  type PolicyState,
  policyDecider,
  startOf,
  supposed,
  type Supposition,
  WhatIfReplay,
} from '#libs/domain';
import { playYears, type Played } from './years.js';

const FROM = '2022-04-07';
const TO = '2026-06-30';
const { escalation, lights } = DEFAULT_POLICIES;
const monthly = DEFAULT_POLICIES['monthly-report'];
let played: Played;
const adopted = new Map<string, PolicyState>();
beforeAll(async () => {
  played = await playYears(6, 1);
  for (const event of played.events)
    if (event.type === 'PolicyAdopted')
      adopted.set(
        event.stream,
        policyDecider.evolve(adopted.get(event.stream) ?? policyDecider.initial, event as never),
      );
}, 120_000);

const suppose = (...suppositions: Supposition[]) => {
  const replay = new WhatIfReplay(supposed(adopted, suppositions, TO));
  for (const event of played.events) if (event.metadata.recordedAt < endOf(TO)) replay.take(event);
  return replay.between(startOf(FROM), endOf(TO));
};

describe('the history of years under other rules', () => {
  it('is the real one under the rules that were in force', () => {
    const { was, would, divergences } = suppose();
    expect(divergences).toEqual([]);
    expect(would).toEqual(was);
    for (const count of Object.values(was)) expect(count).toBeGreaterThan(0);
  });

  it('has the same reports late and lights red, and more climbs, where levels have a day each', () => {
    const workingDays = { L1_LEGAL_ENTITY: 1, L2_SECTOR_AUTHORITY: 1, L3_DISTRICT_LEADER: 1 };
    const rules = { ...escalation.rules, workingDays };
    const { was, would, divergences } = suppose({ policy: 'escalation', effectiveFrom: FROM, rules });
    expect({ ...would, ESCALATED: 0 }).toEqual({ ...was, ESCALATED: 0 });
    expect(would.ESCALATED).toBeGreaterThan(was.ESCALATED);
    expect(divergences.every(({ kind }) => kind === 'ESCALATED')).toBe(true);
    for (const { was: real, would: other } of divergences) if (real && other) expect(other < real).toBe(true);
  });

  it('has more reports late where they are due on the 16th', () => {
    const { was, would } = suppose({
      policy: 'monthly-report',
      effectiveFrom: FROM,
      rules: { ...monthly.rules, dueDay: 16 },
    });
    expect(would.LATE).toBeGreaterThan(was.LATE);
  });

  it('has no more reds where red begins later', () => {
    const rules = { ...lights.rules, start: { yellowFrom: 1, redFrom: 12 } };
    const { was, would } = suppose({ policy: 'lights', effectiveFrom: FROM, rules });
    expect(would.RED).toBeLessThanOrEqual(was.RED);
    expect(would.LATE).toBe(was.LATE);
  });

  it.each<[string, object, object]>([
    [
      'a negative timer',
      { policy: 'escalation', rules: { ...escalation.rules, workingDays: { L1_LEGAL_ENTITY: -1 } } },
      { field: 'workingDays/L1_LEGAL_ENTITY' },
    ],
    ['day 31', { policy: 'monthly-report', rules: { ...monthly.rules, dueDay: 31 } }, { field: 'dueDay' }],
    ['an unknown zone', { policy: 'monthly-report', rules: { ...monthly.rules, zone: 'Mars' } }, { field: 'zone' }],
    [
      'a calendar without a year asked for',
      { policy: 'calendar', rules: { years: { 2022: { off: [], work: [] } } } },
      { field: 'years/2023' },
    ],
    ['no day', { policy: 'lights', effectiveFrom: '2022-02-30', rules: lights.rules }, { field: 'effectiveFrom' }],
    ['another kind of rules', { policy: 'stacking', rules: { alertFrom: 2 } }, { field: 'policy' }],
  ])('is refused with %s', (_, supposition, facts) => {
    const asked = { effectiveFrom: FROM, ...supposition } as Supposition;
    expect(() => supposed(adopted, [asked], TO)).toThrow(
      expect.objectContaining({ code: 'POLICY_UNSOUND', facts: expect.objectContaining(facts) }),
    );
  });

  it('is refused with two versions from one day', () => {
    const one: Supposition = { policy: 'escalation', effectiveFrom: FROM, rules: escalation.rules };
    expect(() => supposed(adopted, [one, one], TO)).toThrow('POLICY_DATES_OVERLAP');
  });
});
