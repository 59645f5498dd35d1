import { DEFAULT_POLICIES } from '#libs/domain';
import { yi } from '../april.js';
import { colleague, office } from '../world.js';
import { batch, line, totals } from './admission.js';
import { admitted, authority, beginAt, cast, give, now, on, report, reserve, review } from './play.js';

/** What a line becomes for the half year that is left, all of it in the last month. */
const changed = (project: string, total: number, annual: number) => ({
  ...{ project, totalInvestment: yi(total), annualInvestment: yi(annual) },
  remainingTargets: [0, 0, 0, 0, 0, yi(annual)],
});

/** The first half year is looked back upon, and the plan changed for the second. */
export function july(): void {
  describe('the half year', () => {
    it('has reports that come late, and no bulletin though one was owed', async () => {
      await on('2022-07-06');
      beginAt(cast.ongoing, 2022, yi(9));
      for (const month of ['2022-05', '2022-06']) {
        await report(cast.ongoing, month, 2);
        await give(colleague, 'AcceptReport', cast.ongoing, { month });
      }
      await report(reserve.filed, '2022-06', 0.2, { safetyIssue: '深基坑支护' });
      await give(colleague, 'AcceptReport', reserve.filed, { month: '2022-06' });
      const { byAuthority } = (await now('compliance/2022-06')).body;
      expect(byAuthority).toEqual({ 'unit-authority': { owed: 11, reported: 2, accepted: 2, late: 2, silent: 9 } });
      const told = { month: '2022-06', kind: 'PUBLIC', title: '6月通报', content: '示例', recipients: ['unit-copied'] };
      const bulletin = await give(office, 'DraftBulletin', [], told);
      expect((await now(`bulletins/${bulletin}`)).body.figures.construction).toMatchObject({ completed: yi(14.7) });
      await give(office, 'WithdrawBulletin', bulletin, { reason: '数据待核' });
    });

    it('changes the plan by a batch: a preliminary project becomes a new start', async () => {
      await batch(
        [
          { kind: 'RECLASSIFY', category: 'NEW_START', ...changed(reserve.government, 4, 1) },
          { kind: 'AMOUNT', ...changed(reserve.filed, 4, 1.5) },
          { kind: 'CORRECT', entry: line(reserve.verified, 'NEW_START', 4.2, 1) },
        ],
        totals([10, 224.2, 55.1], [1, 80]),
      );
      await on('2022-07-06');
      expect((await now('plans/2022')).body).toMatchObject({
        version: 3,
        lines: { construction: { count: 10, annualInvestment: yi(55.1) }, preliminary: { count: 1 } },
      });
      expect((await now('plans/2022/diff?from=2&to=3')).body.changed).toHaveLength(3);
    });
  });
}

/** The new way of reviewing, and a batch that joins and parts. */
export function summer(): void {
  describe('the summer', () => {
    it('has reports reviewed by the authority first, from the month on in which the rules say so', async () => {
      const { rules } = DEFAULT_POLICIES['monthly-report'];
      const source = { document: '示例月报办法', clause: '五' };
      const twoSteps = { ...rules, review: 'AUTHORITY_THEN_OFFICE' };
      await give(office, 'AdoptPolicy', 'monthly-report', { effectiveFrom: '2022-07-10', rules: twoSteps, source });
      await on('2022-07-18');
      beginAt(admitted.east, 2022, yi(0.5));
      const reported = [
        [cast.ongoing, 2],
        [admitted.road, 0.4],
        [admitted.east, 1],
      ] as const;
      for (const [project, amount] of reported) {
        await report(project, '2022-07', amount);
        await review(project, '2022-07');
      }
      await report(reserve.filed, '2022-07', 0.3);
      await give(authority, 'ReturnReport', reserve.filed, { month: '2022-07', fields: ['progress'], reason: '不详' });
      await on('2022-07-21');
      const items = (await now('compliance/2022-07')).body.items as { id: string }[];
      expect(items.find(({ id }) => id === reserve.filed)).toMatchObject({ status: 'RETURNED', repairMissed: true });
    });

    it('joins two projects and parts another, and their figures go with them', async () => {
      await on('2022-08-08');
      const { road, bridge, east, west } = admitted;
      const part = (entry: object, yearToDate: number) => ({ entry, yearToDate: yi(yearToDate), toLastYearEnd: 0 });
      await batch(
        [
          { kind: 'MERGE', projects: [east, west], into: line(east, 'CARRIED_OVER', 16, 4.8) },
          {
            ...{ kind: 'SPLIT', project: road },
            into: [part(line(road, 'CARRIED_OVER', 5, 1.4), 0.3), part(line(bridge, 'CARRIED_OVER', 3, 1), 0.1)],
          },
        ],
        totals([10, 224.2, 55.1], [1, 80]),
      );
      await on('2022-08-08');
      const { figures } = (await now('dashboards/2022/8')).body;
      expect(figures.construction).toMatchObject({ count: 10, annualPlan: yi(55.1), completedAccepted: yi(18.1) });
    });
  });
}

export function september(): void {
  describe('the plan in September', () => {
    it('lets a project out again', async () => {
      await on('2022-09-05');
      beginAt(reserve.filed, 2022, yi(0.2));
      await report(reserve.filed, '2022-07', 0.3, { progress: '基坑支护完成' });
      await review(reserve.filed, '2022-07');
      await batch([{ kind: 'DELIST', project: admitted.spare }], totals([9, 216.2, 52.7], [1, 80]));
      await on('2022-09-05');
      const listed = (await now('lists/ongoing?year=2022')).body.items as { id: string }[];
      expect(listed.map(({ id }) => id)).not.toContain(admitted.spare);
    });
  });
}
