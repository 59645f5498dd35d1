import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayIn,
  dayOf,
  endOf,
  isDay,
  isMonth,
  lastDayOf,
  monthIn,
  startOf,
  weekdayOf,
} from './days.js';

const day = fc
  .date({ min: new Date('1992-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day in Shanghai', () => {
  it('ends at 16:00 UTC', () => {
    expect(endOf('2022-04-25')).toBe('2022-04-25T16:00:00.000Z');
    expect(dayOf('2022-04-25T15:59:59.999Z')).toBe('2022-04-25');
    expect(dayOf('2022-04-25T16:00:00.000Z')).toBe('2022-04-26');
  });

  it('begins where the one before ends and holds its own instants', () => {
    fc.assert(
      fc.property(day, fc.nat(86_399_999), (each, milliseconds) => {
        expect(endOf(each)).toBe(startOf(addDays(each, 1)));
        expect(dayOf(new Date(Date.parse(startOf(each)) + milliseconds).toISOString())).toBe(each);
        expect((weekdayOf(each) + 1) % 7).toBe(weekdayOf(addDays(each, 1)));
      }),
    );
  });
});

describe('a day of a month', () => {
  it.each([
    ['2022-02', 31, '2022-02-28'],
    ['2024-02', 30, '2024-02-29'],
    ['2022-04', 25, '2022-04-25'],
    ['2022-12', 31, '2022-12-31'],
  ])('%s, number %d, is %s', (month, number, expected) => {
    expect(dayIn(month, number)).toBe(expected);
  });

  it('is the last one for 31', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1992, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = monthIn(year, number);
        expect(dayIn(month, 31)).toBe(lastDayOf(month));
        expect(addDays(lastDayOf(month), 1).slice(8)).toBe('01');
      }),
    );
  });
});

describe('the same day of a later month', () => {
  it.each([
    ['2022-01-31', 1, '2022-02-28'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-05-10', 24, '2024-05-10'],
    ['2022-12-15', 12, '2023-12-15'],
    ['2022-03-31', -1, '2022-02-28'],
  ])('of %s and %d months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });
});

describe('what exists', () => {
  it.each(['2022-02-29', '2022-13-01', '2022-1-1', '2022-04-31', 'today', ''])('does not hold the day "%s"', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each(['2024-02-29', '2022-12-31'])('holds the day %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ['2022-12', true],
    ['2022-13', false],
    ['2022-00', false],
    ['2022', false],
  ])('the month %s: %s', (text, expected) => {
    expect(isMonth(text)).toBe(expected);
  });
});
