import { yi } from '../april.js';
import { colleague, document, office } from '../world.js';
import { authority, give, keeper, now, reserve, world } from './play.js';

/** Money, resources and measures, in July. */
export function money(): void {
  describe('money', () => {
    const occurredOn = '2022-07-06';

    it('is applied for, allocated, received, scheduled and paid', async () => {
      const project = reserve.government;
      const asked = { occurredOn, source: 'SPECIAL_BOND', use: 'CONSTRUCTION', amount: yi(1) };
      const funds = [project, await give(keeper, 'ApplyForFunding', project, asked)];
      await give(office, 'AllocateFunding', funds, { occurredOn, amount: yi(0.8), document });
      await give(keeper, 'ReceiveFunding', funds, { occurredOn, amount: yi(0.6) });
      await give(keeper, 'SchedulePayment', funds, { dueOn: '2022-09-30', amount: yi(0.4) });
      await give(keeper, 'PayFunding', funds, { occurredOn, amount: yi(0.3) });
      await give(keeper, 'SetFinancingModel', project, { occurredOn, model: 'EPC' });
      const subject = '市级重点项目前期经费补助';
      const support = await give(keeper, 'ApplyForSupport', project, { occurredOn, level: 'MUNICIPAL', subject });
      await give(office, 'GrantSupport', [project, support], { occurredOn, document });
      expect((await now(`projects/${project}/funding`)).body).toMatchObject({
        ...{ financingModel: 'EPC', total: { arrivalRate: 0.75, paymentRate: 0.5 } },
        supports: [{ level: 'MUNICIPAL', grantedOn: occurredOn }],
      });
      expect((await now('funding/2022')).body).toMatchObject({ total: { applied: yi(1), paid: yi(0.3) } });
    });

    it('is promised from pools that never promise more than they hold', async () => {
      const opened = { name: '专项债额度', contents: 'FUNDS', source: 'SPECIAL_BOND', per: 'YEAR' };
      const pool = await give(office, 'OpenPool', [], opened);
      await give(office, 'SupplyPool', pool, { period: '2022', capacity: yi(1.5), reason: '市级下达' });
      const asked = { project: reserve.government, period: '2022', amount: yi(1) };
      const match = [pool, await give(authority, 'ProposeMatch', pool, asked)];
      await give(office, 'ConfirmMatch', match);
      const second = [pool, await give(authority, 'ProposeMatch', pool, { ...asked, project: reserve.filed })];
      expect(await world.post(`pools/${pool}/matches/${second[1]}/confirm`, {})).toMatchObject({
        ...{ status: 409, body: { title: 'POOL_EXHAUSTED', facts: { free: yi(0.5) } } },
      });
      await give(office, 'ReleaseMatch', second, { reason: '另行筹措' });
      expect((await now(`pools/${pool}`)).body.periods).toMatchObject([{ committed: yi(1), remaining: yi(0.5) }]);
      await give(office, 'ClosePool', pool, { reason: '额度用毕' });
    });

    it('is not all: key projects come first for land, and the pool of projects says what is lacking', async () => {
      const land = await give(office, 'OpenPool', [], { name: '用地指标', contents: 'LAND', per: 'YEAR' });
      await give(office, 'SupplyPool', land, { period: '2022', capacity: 20_000, reason: '年度下达' });
      const quota = { project: reserve.filed, period: '2022', amount: 12_000, priority: 'KEY_PROJECT' };
      await give(authority, 'RequestLandQuota', land, quota);
      const projects = await give(office, 'OpenPool', [], { name: '项目池', contents: 'PROJECTS', per: 'YEAR' });
      for (const project of [reserve.filed, reserve.verified])
        await give(authority, 'PlaceProject', projects, {
          ...{ project, needs: [{ resource: 'LAND', year: 2022, amount: 15_000 }] },
        });
      expect((await now('pools/gaps?year=2022')).body.items).toMatchObject([
        expect.objectContaining({ resource: 'FUNDS' }) as object,
        { resource: 'LAND', needed: 30_000, capacity: 20_000, proposed: 12_000, shortage: 10_000 },
      ]);
      await give(authority, 'WithdrawProject', projects, { project: reserve.verified, reason: '转下年' });
      expect((await now('pools/gaps?year=2022')).body.items).toMatchObject([{}, { shortage: 0 }]);
    });

    it('of the government has a plan of its own', async () => {
      await give(office, 'DraftGovernmentPlan', [], { year: 2022 });
      const project = reserve.government;
      const amounts = (first: number) => [
        { year: 2022, source: 'SPECIAL_BOND', amount: yi(first) },
        { year: 2023, source: 'DISTRICT_FISCAL', amount: yi(2) },
      ];
      await give(office, 'SetGovernmentLine', '2022', { project, amounts: amounts(0.5) });
      await give(office, 'RemoveGovernmentLine', '2022', { project });
      await give(office, 'SetGovernmentLine', '2022', { project, amounts: amounts(1) });
      const approved = { approvedBy: '经区政府同意', document };
      await give(office, 'PublishGovernmentPlan', '2022', approved);
      const adjusted = { project, amounts: amounts(1.2), reason: '调增', ...approved };
      await give(office, 'AdjustGovernmentLine', '2022', adjusted);
      expect((await now('government-plans/2022')).body).toMatchObject({
        ...{ lines: [{ project, annualInvestment: yi(1.2) }] },
        totals: [
          { year: 2022, bySource: { SPECIAL_BOND: yi(1.2) } },
          { year: 2023, total: yi(2) },
        ],
      });
    });

    it('counts in the statistics apart from what is reported and paid', async () => {
      await give(keeper, 'EnterStatistics', reserve.filed, { occurredOn: '2022-07-05', document });
      await give(office, 'RecordStatisticsInvestment', reserve.filed, { through: '2022-06', yearToDate: yi(0.15) });
      expect((await now(`projects/${reserve.filed}`)).body.statistics).toEqual({
        ...{ enteredOn: '2022-07-05', yearToDate: yi(0.15) },
      });
    });

    it('may be touched by measures, of which two on one project raise the alert', async () => {
      const targets = { projects: [reserve.filed] };
      const measure = (effect: string) => ({ title: '示例措施', content: '示例内容', effect, targets });
      const narrow = await give(office, 'ProposeMeasure', [], measure('CONTRACTIONARY'));
      await give(colleague, 'SignOffMeasure', narrow, { opinion: '同意' });
      const wide = await give(office, 'ProposeMeasure', [], measure('EXPANSIVE'));
      for (const each of [narrow, wide])
        await give(office, 'AdoptMeasure', each, { effectiveFrom: '2022-07-07', document });
      expect((await now('measures/stacking')).body.projects).toMatchObject([{ project: reserve.filed, measures: 2 }]);
      await give(office, 'WithdrawMeasure', narrow, { reason: '避免叠加' });
      expect((await now('measures/stacking')).body.projects).toEqual([]);
    });
  });
}
