import { FEN_PER_YI } from '#libs/domain';
import { sum } from './amounts.js';
import { exampleDistrict } from './district.js';

const { declared, projects } = exampleDistrict();
const construction = projects.filter(({ category }) => category !== 'PRELIMINARY');
const preliminary = projects.filter(({ category }) => category === 'PRELIMINARY');

describe('the example district', () => {
  it('has the counts and, to the 分, the sums of the notice', () => {
    const yi = (amounts: number[]) => sum(amounts) / FEN_PER_YI;
    expect([construction.length, preliminary.length]).toEqual([199, 129]);
    expect(yi(construction.map(({ totalInvestment }) => totalInvestment))).toBe(2154.63);
    expect(yi(construction.map(({ annualInvestment }) => annualInvestment))).toBe(410.59);
    expect(yi(preliminary.map(({ totalInvestment }) => totalInvestment))).toBe(993.06);
    expect(declared).toEqual({
      construction: { count: 199, totalInvestment: 21_546_300_000_000, annualInvestment: 4_105_900_000_000 },
      preliminary: { count: 129, totalInvestment: 9_930_600_000_000 },
    });
  });

  it('has twelve targets a year that sum to the annual investment, for construction only', () => {
    for (const { monthlyTargets, annualInvestment } of construction) {
      expect(monthlyTargets).toHaveLength(12);
      expect(sum(monthlyTargets!)).toBe(annualInvestment);
    }
    for (const { monthlyTargets, annualInvestment } of preliminary)
      expect([monthlyTargets, annualInvestment]).toEqual([null, 0]);
  });

  it('plans nothing beyond a total, and no amount below nothing', () => {
    for (const { totalInvestment, annualInvestment, toLastYearEnd, openingYearToDate, monthlyTargets } of projects) {
      expect(toLastYearEnd + annualInvestment).toBeLessThanOrEqual(totalInvestment);
      for (const amount of [
        totalInvestment,
        annualInvestment,
        toLastYearEnd,
        openingYearToDate,
        ...(monthlyTargets ?? []),
      ]) {
        expect(Number.isSafeInteger(amount)).toBe(true);
        expect(amount).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('names every project as an example, once', () => {
    const names = projects.map(({ details }) => details.name);
    expect(new Set(names).size).toBe(328);
    expect(names.every((name) => name.startsWith('示例'))).toBe(true);
  });

  it('is the same district at every start', () => {
    expect(exampleDistrict()).toEqual({ declared, projects });
  });
});
