import fc from 'fast-check';
import { monthIn, startOf } from '../days.js';
import { DEFAULT_POLICIES } from './defaults.js';
import { monthDates, type MonthlyReportRules, reportsIn, supplementDates } from './monthly-report.js';
import { noticesOf } from './report-notices.js';

const { rules } = DEFAULT_POLICIES['monthly-report'];
const calendar = DEFAULT_POLICIES.calendar.rules;

/** Of each notice its kind and its moment in Shanghai. */
function noticed(month: string, change: Partial<MonthlyReportRules> = {}): string[] {
  const changed = { ...rules, ...change };
  const dates = monthDates(changed, calendar, month);
  const notices = noticesOf(changed, calendar, dates, supplementDates(changed, calendar, month));
  return notices.map(({ kind, at }) => `${kind} ${inShanghai(at)}`);
}
const inShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 13).replace('T', ' ');

describe('what is told of a month', () => {
  it('begins at its opening, reminds five and one working days before and on the last day, and ends with the office', () => {
    expect(noticed('2022-05')).toEqual([
      'REPORTERS 05-15 00',
      'REMINDER 05-15 00',
      'REMINDER 05-18 09',
      'REMINDER 05-24 09',
      'REMINDER 05-25 09',
      'TO_AUTHORITY 05-26 09',
      'TO_OFFICE 05-30 09',
    ]);
  });

  it.each([
    ['2022-04', '04-24 09', 'a working Sunday'],
    ['2022-06', '06-24 09', 'the Friday before a Saturday'],
    ['2023-01', '01-20 09', 'the day before the Spring Festival'],
    ['2023-06', '06-21 09', 'the day before the Dragon Boat Festival'],
  ])('of %s reminds for the last time before the last day at %s: %s', (month, at) => {
    expect(noticed(month).at(-4)).toBe(`REMINDER ${at}`);
  });

  /** Every month whose 25th is off: the authority is told on the next working day, the office on the third. */
  it.each([
    ['2022-06', '06-27', '06-29'],
    ['2022-09', '09-26', '09-28'],
    ['2022-12', '12-26', '12-28'],
    ['2023-01', '01-28', '01-30'],
    ['2023-02', '02-27', '03-01'],
    ['2023-03', '03-27', '03-29'],
    ['2023-11', '11-27', '11-29'],
    ['2024-02', '02-26', '02-28'],
    ['2024-05', '05-27', '05-29'],
    ['2024-08', '08-26', '08-28'],
    ['2025-01', '01-26', '02-05'],
    ['2025-05', '05-26', '05-28'],
    ['2025-10', '10-27', '10-29'],
    ['2026-01', '01-26', '01-28'],
    ['2026-04', '04-27', '04-29'],
    ['2026-07', '07-27', '07-29'],
    ['2026-09', '09-28', '09-30'],
    ['2026-10', '10-26', '10-28'],
  ])(
    'of %s, whose last day is off, goes to the authority on %s and to the office on %s',
    (month, authority, office) => {
      const told = noticed(month).filter((notice) => notice.startsWith('TO_'));
      expect(told).toEqual([`TO_AUTHORITY ${authority} 09`, `TO_OFFICE ${office} 09`]);
    },
  );

  it('is counted from the shifted last day', () => {
    expect(noticed('2023-01', { holidayShift: 'NEXT' }).slice(-5)).toEqual([
      'REMINDER 01-16 09',
      'REMINDER 01-20 09',
      'REMINDER 01-28 09',
      'TO_AUTHORITY 01-29 09',
      'TO_OFFICE 01-31 09',
    ]);
    expect(noticed('2022-06', { holidayShift: 'PREVIOUS' }).at(-3)).toBe('REMINDER 06-24 09');
  });

  it('is counted from the day before where the due day itself is late', () => {
    expect(noticed('2022-05', { inclusive: false }).slice(-3)).toEqual([
      'REMINDER 05-24 09',
      'TO_AUTHORITY 05-25 09',
      'TO_OFFICE 05-27 09',
    ]);
  });

  it('moves a reminder that would come before the opening to it, where one is enough', () => {
    expect(noticed('2022-05', { openDay: 23 })).toEqual([
      'REPORTERS 05-23 00',
      'REMINDER 05-23 00',
      'REMINDER 05-24 09',
      'REMINDER 05-25 09',
      'TO_AUTHORITY 05-26 09',
      'TO_OFFICE 05-30 09',
    ]);
  });

  it('of December tells when it may be supplemented', () => {
    expect(noticed('2022-12').slice(-3)).toEqual([
      'SUPPLEMENT 12-26 00',
      'TO_AUTHORITY 12-26 09',
      'TO_OFFICE 12-28 09',
    ]);
  });

  it('comes in order, none before the opening, and no reminder after the due time', () => {
    const months = fc.tuple(fc.integer({ min: 2022, max: 2026 }), fc.integer({ min: 1, max: 11 }));
    const shift = fc.constantFrom<MonthlyReportRules['holidayShift']>('NONE', 'PREVIOUS', 'NEXT');
    const counts = fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 });
    fc.assert(
      fc.property(months, shift, counts, fc.integer({ min: 0, max: 23 }), fc.boolean(), (...drawn) => {
        const [[year, number], holidayShift, workingDaysBefore, hour, inclusive] = drawn;
        const changed = { ...rules, holidayShift, inclusive, reminders: { workingDaysBefore, hour } };
        const dates = monthDates(changed, calendar, monthIn(year, number));
        const notices = noticesOf(changed, calendar, dates, undefined);
        expect(notices.map(({ at }) => at)).toEqual(notices.map(({ at }) => at).sort());
        for (const { kind, at } of notices) {
          expect(at >= dates.opensAt).toBe(true);
          if (kind !== 'REPORTERS') expect(at < dates.dueAt).toBe(kind === 'REMINDER');
        }
      }),
    );
  });

  it('is not guessed where no calendar covers its days', () => {
    const dates = { opensAt: startOf('2027-01-15'), dueAt: startOf('2027-01-26') };
    expect(() => noticesOf(rules, calendar, dates, undefined)).toThrow('CALENDAR_YEAR_MISSING');
  });
});

describe('the year-end supplement', () => {
  it('runs from 26 December to the end of 10 January', () => {
    expect(supplementDates(rules, calendar, '2022-12')).toEqual({
      opensAt: '2022-12-25T16:00:00.000Z',
      dueAt: '2023-01-10T16:00:00.000Z',
    });
    expect(supplementDates(rules, calendar, '2022-11')).toBeUndefined();
  });

  it('ends on a day of the next year, whose calendar a shift needs', () => {
    const shifted = { ...rules, supplement: { opens: '12-26', due: '01-02' }, holidayShift: 'NEXT' } as const;
    expect(supplementDates(shifted, calendar, '2022-12')!.dueAt).toBe('2023-01-03T16:00:00.000Z');
    expect(() => supplementDates(shifted, calendar, '2026-12')).toThrow('CALENDAR_YEAR_MISSING');
  });
});

describe('preliminary projects', () => {
  it('report as often as the rules say', () => {
    const months = Array.from({ length: 12 }, (_, index) => monthIn(2022, index + 1));
    const reporting = (preliminaryEvery: number) =>
      months.filter((month) => reportsIn({ ...rules, preliminaryEvery }, month, 'PRELIMINARY'));
    expect(reporting(1)).toEqual(months);
    expect(reporting(3)).toEqual(['2022-03', '2022-06', '2022-09', '2022-12']);
    expect(months.filter((month) => reportsIn({ ...rules, preliminaryEvery: 3 }, month, 'NEW_START'))).toEqual(months);
  });
});
