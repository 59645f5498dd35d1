import type { At } from '#libs/event-sourcing/pure';
import { scenario } from '#libs/event-sourcing/testing';
import { OFFICE, version } from '../testing.js';
import { DEFAULT_POLICIES } from './defaults.js';
import { type AdoptPolicy, inForce, type PolicyAdopted, policyDecider, type PolicyName } from './policy.js';

const policy = scenario(policyDecider, { stream: 'policy-escalation', now: '2022-04-07T02:00:00.000Z', actor: OFFICE });
const adopt = (change: Partial<AdoptPolicy> = {}): AdoptPolicy => ({
  type: 'AdoptPolicy',
  policy: 'escalation',
  effectiveFrom: '2022-04-08',
  ...DEFAULT_POLICIES.escalation,
  ...change,
});
const adopted = (number: number, effectiveFrom: string): PolicyAdopted => ({
  type: 'PolicyAdopted',
  data: { policy: 'escalation', version: number, effectiveFrom, ...DEFAULT_POLICIES.escalation },
});

describe('a version of a rule set', () => {
  it('is numbered and keeps its source', () => {
    policy.given().when(adopt()).then(adopted(1, '2022-04-08'));
    policy.given(adopted(1, '2022-01-01')).when(adopt()).then(adopted(2, '2022-04-08'));
  });

  it('takes effect the next day at the earliest', () => {
    const given = policy.given(adopted(1, '2022-01-01'));
    for (const effectiveFrom of ['2022-04-07', '2022-04-06'])
      given.when(adopt({ effectiveFrom })).thenRefused('POLICY_RUNS_BACKWARDS', { effectiveFrom, today: '2022-04-07' });
  });

  it('may be the first one and hold on the very day, but not before', () => {
    policy
      .given()
      .when(adopt({ effectiveFrom: '2022-04-07' }))
      .thenMatches({ type: 'PolicyAdopted' });
    policy
      .given()
      .when(adopt({ effectiveFrom: '2022-04-06' }))
      .thenRefused('POLICY_RUNS_BACKWARDS');
  });

  it.each(['2022-05-01', '2022-04-30'])('follows on those before it, and not from %s', (effectiveFrom) => {
    policy
      .given(adopted(1, '2022-05-01'))
      .when(adopt({ effectiveFrom }))
      .thenRefused('POLICY_DATES_OVERLAP', { effectiveFrom, last: '2022-05-01' });
  });

  it('names nobody', () => {
    policy
      .given()
      .when(adopt({ source: { document: '询13812345678', clause: '六' } }))
      .thenRefused('PERSONAL_DATA_IN_TEXT', { place: '/source/document' });
  });

  it.each(Object.keys(DEFAULT_POLICIES) as PolicyName[])('%s by default is sound', (name) => {
    policy
      .given()
      .when(adopt({ policy: name, ...DEFAULT_POLICIES[name] }))
      .thenMatches({ type: 'PolicyAdopted' });
  });
});

describe('a rule set that cannot be right', () => {
  const monthly = DEFAULT_POLICIES['monthly-report'].rules;
  const override = { month: '2022-12', openDay: 10, dueDay: 20 };
  const days = DEFAULT_POLICIES.escalation.rules.workingDays;
  const { items } = DEFAULT_POLICIES.durations.rules;
  const { lists } = DEFAULT_POLICIES.checklists.rules;
  const lights = DEFAULT_POLICIES.lights.rules;
  const PARTLY = { CARRIED_OVER: 'TIME_PROGRESS', NEW_START: 'NONE', PRELIMINARY: 'toString' };
  const eia = { approval: 'EIA', statutory: true };

  it.each<[PolicyName, string, object]>([
    ['monthly-report', 'openDay', {}],
    ['monthly-report', 'openDay', { ...monthly, openDay: 0 }],
    ['monthly-report', 'dueDay', { ...monthly, dueDay: 31 }],
    ['monthly-report', 'overrides/0', { ...monthly, overrides: [{ ...override, month: '2022-11', dueDay: 31 }] }],
    ['monthly-report', 'dueDay', { ...monthly, dueDay: 15 }],
    ['monthly-report', 'inclusive', { ...monthly, inclusive: 'yes' }],
    ['monthly-report', 'zone', { ...monthly, zone: 'UTC' }],
    ['monthly-report', 'holidayShift', { ...monthly, holidayShift: 'LATER' }],
    ['monthly-report', 'figuresThrough', { ...monthly, figuresThrough: undefined }],
    ['monthly-report', 'repairDays', { ...monthly, repairDays: 0 }],
    ['monthly-report', 'overrides', { ...monthly, overrides: undefined }],
    ['monthly-report', 'overrides/1', { ...monthly, overrides: [override, { ...override, month: '2022-13' }] }],
    ['monthly-report', 'overrides/0', { ...monthly, overrides: [{ ...override, dueDay: 10 }] }],
    ['monthly-report', 'overrides/0', { ...monthly, overrides: [null] }],
    ['monthly-report', 'review', { ...monthly, review: 'NOBODY' }],
    ['monthly-report', 'preliminaryEvery', { ...monthly, preliminaryEvery: 13 }],
    ['monthly-report', 'supplement/opens', { ...monthly, supplement: { opens: '11-26', due: '01-10' } }],
    ['monthly-report', 'supplement/due', { ...monthly, supplement: { opens: '12-26', due: '01-32' } }],
    ['monthly-report', 'reminders/workingDaysBefore', { ...monthly, reminders: { workingDaysBefore: [-1], hour: 9 } }],
    ['monthly-report', 'reminders/hour', { ...monthly, reminders: { workingDaysBefore: [], hour: 24 } }],
    ['monthly-report', 'overdue/toAuthority', { ...monthly, overdue: { toAuthority: 0, toOffice: 3 } }],
    ['monthly-report', 'overdue/toOffice', { ...monthly, overdue: { toAuthority: 3, toOffice: 3 } }],
    ['bulletins', 'cadence', { cadence: 'SOMETIMES', daysAfterReports: 10 }],
    ['bulletins', 'daysAfterReports', { cadence: 'MONTHLY', daysAfterReports: 0 }],
    ['escalation', 'workingDays/L1_LEGAL_ENTITY', {}],
    ['escalation', 'workingDays/L2_SECTOR_AUTHORITY', { workingDays: { ...days, L2_SECTOR_AUTHORITY: 0.5 } }],
    ['escalation', 'workingDays/L3_DISTRICT_LEADER', { workingDays: { ...days, L3_DISTRICT_LEADER: undefined } }],
    ['escalation', 'workingDays/L1_LEGAL_ENTITY', { workingDays: { ...days, L1_LEGAL_ENTITY: -5 } }],
    ['escalation', 'warningPercent', { workingDays: days }],
    ['escalation', 'warningPercent', { workingDays: days, warningPercent: 100 }],
    ['stacking', 'alertFrom', {}],
    ['stacking', 'alertFrom', { alertFrom: 1 }],
    ['approvals', 'warningDays', {}],
    ['approvals', 'validity', { warningDays: 30 }],
    ['approvals', 'validity/EIA', { warningDays: 30, validity: { EIA: { months: 0, extensions: 0 } } }],
    ['approvals', 'validity/toString', { warningDays: 30, validity: { toString: { months: 1, extensions: 0 } } }],
    ['approvals', 'validity/EIA/extensions', { warningDays: 30, validity: { EIA: { months: 1, extensions: -1 } } }],
    ['durations', 'items/PROPOSAL/workingDays', {}],
    ['durations', 'items/PARTY', { items: { ...items, PARTY: items.EIA } }],
    ['durations', 'items/EIA/workingDays', { items: { ...items, EIA: { workingDays: 0.5, after: [] } } }],
    ['durations', 'items/EIA/after', { items: { ...items, EIA: { workingDays: 1, after: ['PARTY'] } } }],
    ['durations', 'items', { items: { ...items, PROPOSAL: { workingDays: 1, after: ['CONSTRUCTION_PERMIT'] } } }],
    ['checklists', 'lists', {}],
    ['checklists', 'lists', { lists: lists.slice(1) }],
    ['checklists', 'lists/3', { lists: [...lists, lists[0]] }],
    ['checklists', 'lists/0/investmentType', { lists: [{ ...lists[0], investmentType: 'PARTY' }] }],
    ['checklists', 'lists/0/sector', { lists: [{ ...lists[0], sector: 7 }] }],
    ['checklists', 'lists/0/items', { lists: [{ ...lists[0], items: [] }] }],
    ['checklists', 'lists/0/items/0/approval', { lists: [{ ...lists[0], items: [{ approval: 'PARTY' }] }] }],
    ['checklists', 'lists/0/items/1/approval', { lists: [{ ...lists[0], items: [eia, eia] }] }],
    ['checklists', 'lists/0/items/0/statutory', { lists: [{ ...lists[0], items: [{ approval: 'EIA' }] }] }],
    ['lights', 'start/yellowFrom', {}],
    ['lights', 'start/redFrom', { ...lights, start: { yellowFrom: 3, redFrom: 3 } }],
    ['lights', 'progress/yellowFrom', { ...lights, progress: { ...lights.progress, yellowFrom: -10 } }],
    ['lights', 'progress/redAbove', { ...lights, progress: { ...lights.progress, redAbove: 5 } }],
    ['lights', 'progress/basis/PRELIMINARY', { ...lights, progress: { ...lights.progress, basis: PARTLY } }],
    ['lights', 'statistics/yellowFrom', { ...lights, statistics: null }],
    ['lights', 'statistics/redAbove', { ...lights, statistics: { yellowFrom: 1, redAbove: 1.5 } }],
    ['lights', 'preliminary/redAbove', { ...lights, preliminary: {} }],
    ['calendar', 'years', {}],
    ['calendar', 'years/2022/off', { years: { 2022: { work: [] } } }],
    ['calendar', 'years/2022/work', { years: { 2022: { off: [], work: ['2023-01-28'] } } }],
    ['calendar', 'years/2022/off', { years: { 2022: { off: ['2022-02-30'], work: [] } } }],
  ])('of %s is refused for its %s', (name, field, rules) => {
    policy
      .given()
      .when(adopt({ policy: name, rules: rules as AdoptPolicy['rules'] }))
      .thenRefused('POLICY_UNSOUND', { policy: name, field });
  });
});

describe('a calendar', () => {
  const { 2022: known, 2023: next } = DEFAULT_POLICIES.calendar.rules.years;
  const first = policy.given({
    type: 'PolicyAdopted',
    data: { ...adopt({ policy: 'calendar', rules: { years: { 2022: known! } } }), version: 1 },
  } as PolicyAdopted);

  it('without the year in which it takes effect is refused', () => {
    first
      .when(adopt({ policy: 'calendar', effectiveFrom: '2023-01-01', rules: { years: { 2022: known! } } }))
      .thenRefused('POLICY_UNSOUND', { policy: 'calendar', field: 'years/2023' });
    first
      .when(adopt({ policy: 'calendar', effectiveFrom: '2023-01-01', rules: { years: { 2023: next! } } }))
      .thenMatches({ type: 'PolicyAdopted' });
  });
});

describe('the version in force', () => {
  const rules = DEFAULT_POLICIES.escalation.rules;
  const versions = [version(1, '2022-01-01', rules), version(2, '2022-05-01', rules)];
  const at = { stateOf: () => ({ versions }) } as unknown as At;

  it.each([
    ['2022-01-01', 1],
    ['2022-04-30', 1],
    ['2022-05-01', 2],
    ['2030-01-01', 2],
  ])('on %s is %d', (day, expected) => {
    expect(inForce(at, 'escalation', day).version).toBe(expected);
  });

  it('is none before the first one', () => {
    expect(() => inForce(at, 'escalation', '2021-12-31')).toThrow('POLICY_NOT_IN_FORCE');
  });
});
