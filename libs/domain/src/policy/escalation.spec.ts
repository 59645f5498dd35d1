import { DEFAULT_POLICIES } from './defaults.js';
import { levelDueAt, LEVELS, nextLevel } from './escalation.js';

const { rules } = DEFAULT_POLICIES.escalation;
const calendar = DEFAULT_POLICIES.calendar.rules;

describe('the four levels', () => {
  it('follow one another strictly and end', () => {
    expect(LEVELS.map(nextLevel)).toEqual([...LEVELS.slice(1), undefined]);
  });

  it.each([
    ['L1_LEGAL_ENTITY', '2022-05-23T16:00:00.000Z'],
    ['L2_SECTOR_AUTHORITY', '2022-05-23T16:00:00.000Z'],
    ['L3_DISTRICT_LEADER', '2022-05-25T16:00:00.000Z'],
    ['L4_LEADING_GROUP', null],
  ] as const)('reached on a Monday: %s has until %s', (level, dueAt) => {
    expect(levelDueAt(rules, calendar, level, '2022-05-16T02:00:00.000Z')).toBe(dueAt);
  });

  it('count from the day after arrival, as it is in Shanghai', () => {
    expect(levelDueAt(rules, calendar, 'L1_LEGAL_ENTITY', '2022-05-16T15:59:59.999Z')).toBe('2022-05-23T16:00:00.000Z');
    expect(levelDueAt(rules, calendar, 'L1_LEGAL_ENTITY', '2022-05-16T16:00:00.000Z')).toBe('2022-05-24T16:00:00.000Z');
  });
});
