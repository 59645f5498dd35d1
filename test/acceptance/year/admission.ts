import { yi } from '../april.js';
import { document, office, responsibilities } from '../world.js';
import { admitted, cast, give, keeper, now, on, reserve } from './play.js';

const since = '2022-01-01';

/** 亿元 of a line; all that is planned falls into the last month, so that no month over has a target. */
export const line = (project: string, category: string, total: number, annual: number) => ({
  ...{ project, category, totalInvestment: yi(total), annualInvestment: yi(annual) },
  monthlyTargets: category === 'PRELIMINARY' ? null : [...Array.from({ length: 11 }, () => 0), yi(annual)],
});

/** Counts, and 亿元 in total and of the year. */
export const totals = (construction: readonly [number, number, number], preliminary: readonly [number, number]) => ({
  construction: {
    count: construction[0],
    totalInvestment: yi(construction[1]),
    annualInvestment: yi(construction[2]),
  },
  preliminary: { count: preliminary[0], totalInvestment: yi(preliminary[1]) },
});

export const batch = (lines: readonly object[], declared: object): Promise<string> =>
  give(office, 'ApplyBatch', '2022', {
    ...{ lines: lines.map((each) => ({ reason: '示例事由', ...each })), declared },
    ...{ approvedBy: '经区政府同意', document },
  });

/** In May the plan takes in what is being built already, and what comes from the reserve. */
export function admission(): void {
  describe('projects that come later', () => {
    it('are registered, and taken into the plan by a batch', async () => {
      await on('2022-05-11');
      for (const name of Object.keys(admitted) as (keyof typeof admitted)[]) admitted[name] = await underWay(name);
      const { road, east, west, spare } = admitted;
      const opening = { year: 2022, through: '2022-03', yearToDate: yi(0.5), toLastYearEnd: yi(7), evidence: document };
      await give(office, 'RecordOpeningFigures', east, opening);
      await batch(
        [
          ...[road, east, west].map((project) => ({ kind: 'ADMIT', entry: line(project, 'CARRIED_OVER', 8, 2.4) })),
          { kind: 'ADMIT', entry: line(spare, 'NEW_START', 8, 2.4) },
          { kind: 'ADMIT', entry: line(reserve.filed, 'NEW_START', 4, 1.2) },
          { kind: 'ADMIT', entry: line(reserve.verified, 'NEW_START', 4, 1) },
          { kind: 'ADMIT', entry: line(reserve.government, 'PRELIMINARY', 4, 0) },
        ],
        totals([9, 220, 53.8], [2, 84]),
      );
      await on('2022-05-11');
      expect((await now('plans/2022/diff?from=1&to=2')).body.admitted).toHaveLength(7);
      expect((await now('lists/ongoing?year=2022')).body.items).toHaveLength(5);
    });

    it('have no reporter named as the month opens, where nobody was', async () => {
      const { reporter: _reporter, ...places } = responsibilities;
      await give(office, 'AssignResponsibilities', cast.preliminary, {
        occurredOn: '2022-05-11',
        responsibilities: { ...places, supportingUnits: ['unit-survey'], reporter: null },
      });
      const monthly = { cadence: 'MONTHLY', daysAfterReports: 10 };
      const source = { document: '示例通报办法', clause: '一' };
      await give(office, 'AdoptPolicy', 'bulletins', { effectiveFrom: '2022-06-01', rules: monthly, source });
      await on('2022-05-16');
      const named = { occurredOn: '2022-05-16', duty: 'REPORTING', officer: 'person-reporter' };
      await give(keeper, 'AppointOfficer', cast.preliminary, named);
    });
  });
}

async function underWay(name: string): Promise<string> {
  const details = { name: `示例工程${name}`, sector: 'TRANSPORT', town: '示例镇' };
  const status = name === 'spare' ? 'PLANNED_START' : 'UNDER_CONSTRUCTION';
  const project = await give(office, 'RegisterProject', [], { occurredOn: since, details, status });
  await give(office, 'AssignResponsibilities', project, { occurredOn: since, responsibilities });
  await give(keeper, 'ChangeTotalInvestment', project, { occurredOn: since, amount: yi(8) });
  return project;
}
