import fc from 'fast-check';
import { project } from '../../testing.js';
import type { ProjectEvent } from '../events.js';
import { accepted, ENTERED, MEMBER, OPENING, registered, submit, submitted } from '../samples.js';
import { cumulativeOf } from './cumulative.js';
import { yearToDateBefore } from './state.js';

const reported = (month: string, amount: number, yearToDate: number): ProjectEvent[] => {
  const figures = { month: amount, yearToDate };
  return [submitted(figures, month), accepted(figures, month)];
};
const moved = (afterMonth: string | null, yearToDate: number, toLastYearEnd = 0, sourceRevision = 9): ProjectEvent => ({
  type: 'FiguresMoved',
  data: { year: 2022, on: '2022-06-03', afterMonth, counterparts: ['p2'], yearToDate, toLastYearEnd, sourceRevision },
});
const opening: ProjectEvent = {
  type: 'OpeningFiguresRecorded',
  data: { ...OPENING, yearToDate: 100, toLastYearEnd: 50 },
};
const after = (...events: ProjectEvent[]) => project.given(registered(), ENTERED, ...events).state();

describe('figures that were moved by a batch', () => {
  it('stand behind the last report until the next one includes them', () => {
    const before = after(opening, ...reported('2022-05', 10, 110), moved('2022-05', 40, 5));
    expect(cumulativeOf(before, 2022)).toEqual({ yearToDate: 150, toLastYearEnd: 55 });
    expect(yearToDateBefore(before, '2022-06')).toBe(150);
    expect(yearToDateBefore(before, '2022-05')).toBe(100);
    const next = after(opening, ...reported('2022-05', 10, 110), moved('2022-05', 40), ...reported('2022-06', 7, 157));
    expect(cumulativeOf(next, 2022).yearToDate).toBe(157);
    expect(yearToDateBefore(next, '2022-07')).toBe(157);
  });

  it('are all that a project without figures of its own has', () => {
    expect(yearToDateBefore(after(moved(null, 40)), '2022-06')).toBe(40);
    expect(cumulativeOf(after(moved(null, 40, 3)), 2022)).toEqual({ yearToDate: 40, toLastYearEnd: 3 });
  });

  it('are followed on by the next report, which is refused otherwise', () => {
    const asked = (yearToDate: number) =>
      project.given(...MEMBER, moved(null, 40)).when(submit({ month: 2, yearToDate }));
    asked(42).thenMatches({ type: 'ReportSubmitted' });
    asked(2).thenRefused('CUMULATIVE_DOES_NOT_FOLLOW', { expected: 42 });
  });

  it('change the sum by exactly what came or went, whenever they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }),
        fc.nat(8),
        fc.integer(),
        (months, at, amount) => {
          const events: ProjectEvent[] = [opening];
          let total = 100;
          months.forEach((month, index) => {
            const name = `2022-0${index + 1}`;
            if (index === at) {
              events.push(moved(index === 0 ? null : `2022-0${index}`, amount));
              total += amount;
            }
            total += month;
            events.push(...reported(name, month, total));
          });
          if (at >= months.length) {
            events.push(moved(`2022-0${months.length}`, amount));
            total += amount;
          }
          expect(cumulativeOf(after(...events), 2022).yearToDate).toBe(total);
          expect(yearToDateBefore(after(...events), '2022-12')).toBe(total);
        },
      ),
    );
  });
});
