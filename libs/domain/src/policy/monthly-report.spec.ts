import { DEFAULT_POLICIES } from './defaults.js';
import { monthDates, type MonthlyReportRules, opensAt } from './monthly-report.js';

const { rules } = DEFAULT_POLICIES['monthly-report'];
const calendar = DEFAULT_POLICIES.calendar.rules;

describe('每月25日前', () => {
  it('by default lets the 25th count, be it a holiday', () => {
    expect(monthDates(rules, calendar, '2022-06')).toEqual({
      opensAt: '2022-06-14T16:00:00.000Z',
      dueAt: '2022-06-25T16:00:00.000Z',
    });
  });

  it.each<[Partial<MonthlyReportRules>, string, string]>([
    [{ inclusive: false }, '2022-04', '2022-04-24T16:00:00.000Z'],
    [{ holidayShift: 'PREVIOUS' }, '2022-06', '2022-06-24T16:00:00.000Z'], // Saturday
    [{ holidayShift: 'NEXT' }, '2022-06', '2022-06-27T16:00:00.000Z'],
    [{ holidayShift: 'NEXT' }, '2023-01', '2023-01-28T16:00:00.000Z'], // Spring Festival
    [{ holidayShift: 'PREVIOUS' }, '2023-06', '2023-06-25T16:00:00.000Z'], // a working Sunday
    [{ dueDay: 24, holidayShift: 'PREVIOUS' }, '2022-04', '2022-04-24T16:00:00.000Z'], // another one
    [{ openDay: 20, dueDay: 31 }, '2022-02', '2022-02-28T16:00:00.000Z'],
    [{ overrides: [{ month: '2022-12', openDay: 10, dueDay: 20 }] }, '2022-12', '2022-12-20T16:00:00.000Z'],
    [{ overrides: [{ month: '2022-12', openDay: 10, dueDay: 20 }] }, '2022-11', '2022-11-25T16:00:00.000Z'],
  ])('under %j is due in %s before %s', (change, month, dueAt) => {
    expect(monthDates({ ...rules, ...change }, calendar, month).dueAt).toBe(dueAt);
  });

  it('opens on a day of its own where a month has one', () => {
    const overrides = [{ month: '2022-12', openDay: 10, dueDay: 20 }];
    expect(opensAt({ ...rules, overrides }, '2022-12')).toBe('2022-12-09T16:00:00.000Z');
    expect(opensAt({ ...rules, overrides }, '2022-11')).toBe('2022-11-14T16:00:00.000Z');
  });
});
