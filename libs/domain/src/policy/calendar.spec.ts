import fc from 'fast-check';
import { addDays, isDay, monthIn, weekdayOf } from '../days.js';
import {
  addWorkingDays,
  announcedUntil,
  type CalendarRules,
  completedBy,
  isWorkingDay,
  shiftToWorkingDay,
} from './calendar.js';
import { HOLIDAY_NOTICES } from './holiday-notices.js';

const calendar = { years: HOLIDAY_NOTICES };
const years = Object.keys(HOLIDAY_NOTICES).map(Number);

/** Far enough from both ends of the years that the notices cover. */
const day = fc.integer({ min: 30, max: 365 * 5 - 60 }).map((days) => addDays('2022-01-01', days));

describe('the 25th', () => {
  it.each([
    [2022, [6, 9, 12]],
    [2023, [1, 2, 3, 11]],
    [2024, [2, 5, 8]],
    [2025, [1, 5, 10]],
    [2026, [1, 4, 7, 9, 10]],
  ])('of %d is off in the months %j', (year, months) => {
    const off = Array.from({ length: 12 }, (_, index) => index + 1).filter(
      (month) => !isWorkingDay(calendar, `${monthIn(year, month)}-25`),
    );
    expect(off).toEqual(months);
  });

  it('of June 2023 is a working Sunday', () => {
    expect(weekdayOf('2023-06-25')).toBe(0);
    expect(isWorkingDay(calendar, '2023-06-25')).toBe(true);
  });

  it('of April 2022 follows on a working Sunday', () => {
    expect(weekdayOf('2022-04-24')).toBe(0);
    expect(shiftToWorkingDay(calendar, '2022-04-24', 'PREVIOUS')).toBe('2022-04-24');
  });

  it('of January 2023 is in the Spring Festival: the next working day is the 28th, the third the 30th', () => {
    expect(addWorkingDays(calendar, '2023-01-25', 1)).toBe('2023-01-28');
    expect(addWorkingDays(calendar, '2023-01-25', 3)).toBe('2023-01-30');
  });
});

describe('the notices', () => {
  it.each(years)(
    'of %d name weekdays that are off and weekends that are worked, each once and of that year',
    (year) => {
      const { off, work } = HOLIDAY_NOTICES[year as keyof typeof HOLIDAY_NOTICES];
      for (const each of [...off, ...work]) expect([isDay(each), each.slice(0, 4)]).toEqual([true, String(year)]);
      expect(off.filter((each) => weekdayOf(each) % 6 === 0)).toEqual([]);
      expect(work.filter((each) => weekdayOf(each) % 6 !== 0)).toEqual([]);
      expect(new Set([...off, ...work]).size).toBe(off.length + work.length);
    },
  );

  it('that are missing are not guessed', () => {
    expect(() => isWorkingDay(calendar, '2027-01-04')).toThrow('CALENDAR_YEAR_MISSING');
    expect(() => addWorkingDays(calendar, '2026-12-30', 3)).toThrow('CALENDAR_YEAR_MISSING');
  });

  it('reach as far as no year is missing', () => {
    expect(announcedUntil(calendar, '2022-05-01')).toBe('2026-12-31');
    expect(announcedUntil({ years: { 2022: calendar.years[2022], 2024: calendar.years[2024] } }, '2022-05-01')).toBe(
      '2022-12-31',
    );
    expect(announcedUntil(calendar, '2027-01-01')).toBeUndefined();
  });

  it('of a year hold as they were first announced', () => {
    const [first, second, third] = [
      { off: ['2022-01-03'], work: [] },
      { off: [], work: [] },
      { off: [], work: ['2023-01-28'] },
    ];
    const later: CalendarRules[] = [{ years: { 2022: second, 2023: third } }, { years: { 2023: second } }];
    expect(completedBy({ years: { 2022: first } }, later)).toEqual({ years: { 2022: first, 2023: third } });
  });

  it('cross the end of a year', () => {
    expect(addWorkingDays(calendar, '2022-12-30', 1)).toBe('2023-01-03');
  });
});

describe('working days', () => {
  it('are counted one by one and end on one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (from, count) => {
        const to = addWorkingDays(calendar, from, count);
        expect(isWorkingDay(calendar, to)).toBe(true);
        let worked = 0;
        for (let each = addDays(from, 1); each <= to; each = addDays(each, 1))
          if (isWorkingDay(calendar, each)) worked++;
        expect(worked).toBe(count);
      }),
    );
  });

  it('are where a shift leads, the nearest in its direction', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('PREVIOUS' as const, 'NEXT' as const), (from, shift) => {
        const to = shiftToWorkingDay(calendar, from, shift);
        expect(isWorkingDay(calendar, to)).toBe(true);
        for (let each = to; each !== from; each = addDays(each, shift === 'NEXT' ? -1 : 1))
          if (each !== to) expect(isWorkingDay(calendar, each)).toBe(false);
        if (isWorkingDay(calendar, from)) expect(to).toBe(from);
      }),
    );
  });

  it('are not asked for where there is no shift', () => {
    expect(shiftToWorkingDay({ years: {} }, '2022-06-25', 'NONE')).toBe('2022-06-25');
  });
});
