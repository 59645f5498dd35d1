import { DEFAULT_POLICIES } from '#libs/domain';
import { yi } from '../april.js';
import { colleague, document, office, reporter } from '../world.js';
import { line, totals } from './admission.js';
import { admitted, beginAt, cast, give, now, on, report, reserve, review, statusOf, world } from './play.js';

/** What is reported of a month by those who report, and accepted; amounts in 亿元. */
async function reported(month: string, amounts: readonly (readonly [string, number])[]): Promise<void> {
  for (const [project, amount] of amounts) {
    await report(project, month, amount);
    await review(project, month);
  }
}

/** October and December are reported, what is finished is used, and one project is given up. */
export function december(): void {
  describe('the end of the year', () => {
    it('sees projects completed, in service and cancelled', async () => {
      await on('2022-10-18');
      await reported('2022-10', [
        [cast.ongoing, 4],
        [reserve.government, 0.4],
        [reserve.verified, 0.2],
      ]);
      await on('2022-12-16');
      beginAt(admitted.road, 2022, yi(0.3));
      await reported('2022-12', [
        ...([
          [cast.ongoing, 5],
          [reserve.filed, 1],
          [reserve.government, 0.5],
        ] as const),
        ...([
          [reserve.verified, 0.3],
          [admitted.road, 0.6],
        ] as const),
      ]);
      await give(office, 'Complete', cast.ongoing, { occurredOn: '2022-12-09', document });
      await give(office, 'Complete', reserve.filed, { occurredOn: '2022-11-28', document });
      await give(office, 'PutInService', reserve.filed, { occurredOn: '2022-12-15', document });
      await give(office, 'Cancel', cast.silent, { occurredOn: '2022-12-12', reason: '不再实施', document });
      expect(await statusOf(reserve.filed)).toBe('IN_SERVICE');
    });

    it('is told of by the dashboard', async () => {
      expect((await now('dashboards/2022/12')).body.figures.construction).toMatchObject({
        ...{ count: 9, annualPlan: yi(52.7), completedAccepted: yi(30.4), completedPending: 0 },
        completionRate: 0.5769,
      });
      const ids = async (list: string) =>
        ((await now(`lists/${list}?year=2022`)).body.items as { id: string }[]).map(({ id }) => id).sort();
      expect(await ids('new-start')).toEqual([cast.newStart]);
      expect(await ids('preliminary')).toEqual([cast.preliminary]);
      const { road, bridge, east } = admitted;
      expect(await ids('ongoing')).toEqual([reserve.government, reserve.verified, road, bridge, east].sort());
    });

    it('is closed month by month, and what December lacked comes as its supplement', async () => {
      await on('2022-12-28');
      for (let month = 4; month <= 12; month++)
        await give(office, 'CloseMonth', '2022', { month: `2022-${String(month).padStart(2, '0')}` });
      const figures = { month: yi(0.6), yearToDate: yi(1) };
      const supplement = { month: '2022-12', figures, reason: '年终补报' };
      await give(reporter, 'AmendReport', reserve.government, supplement);
      await review(reserve.government, '2022-12');
      expect((await now('plans/2022')).body.closings.at(-1)).toMatchObject({ month: '2022-12', difference: yi(0.1) });
      expect((await now('dashboards/2022/12')).body.figures.construction.completedAccepted).toBe(yi(30.5));
    });
  });
}

/** The members of the year before go on until there is a new plan. */
export function newYear(): void {
  describe('the new year', () => {
    it('has no plan and no calendar yet', async () => {
      await on('2023-01-16');
      const source = { document: '国务院办公厅关于2023年部分节假日安排的通知', clause: '一' };
      const { '2022': past, '2023': present } = DEFAULT_POLICIES.calendar.rules.years;
      const rules = { years: { '2022': past, '2023': present } };
      await give(office, 'AdoptPolicy', 'calendar', { effectiveFrom: '2023-01-17', rules, source });
      await give(office, 'CloseYear', '2022');
      await on('2023-01-17');
      await reported('2023-01', [[reserve.government, 0.2]]);
      expect((await now('dashboards/2023/1')).body).toMatchObject({
        ...{ plan: { reason: 'PLAN_NOT_PUBLISHED' }, figures: null },
      });
      expect((await now('compliance/2023-01')).body.byAuthority['unit-authority']).toMatchObject({ accepted: 1 });
    });

    it('builds on what the old one came to, as it was adjusted', async () => {
      await on('2023-02-01');
      expect((await now('plans/2022')).body.bases).toMatchObject({
        ...{ [reserve.government]: yi(1), [admitted.east]: yi(8.5), [admitted.road]: yi(0.9), [cast.ongoing]: yi(64) },
      });
      const adjusted = { project: admitted.road, toYearEnd: yi(1), reason: '决算', document };
      await give(office, 'AdjustBase', '2022', adjusted);
      const opening = { year: 2023, through: '2023-01', yearToDate: 0, evidence: document };
      const path = `projects/${admitted.road}/record-opening-figures`;
      expect(await world.post(path, { ...opening, toLastYearEnd: yi(0.9) })).toMatchObject({
        ...{ status: 409, body: { title: 'BASE_IS_FIXED', facts: { base: yi(1) } } },
      });
      await give(office, 'RecordOpeningFigures', admitted.road, { ...opening, toLastYearEnd: yi(1) });
    });

    it('plans what each member has become of', async () => {
      await on('2023-03-20');
      const { road, bridge, east } = admitted;
      const { filed, government, verified } = reserve;
      const disposed = (disposition: string, ...projects: string[]) =>
        projects.map((project) => ({ project, disposition }));
      const dispositions = [
        ...disposed('CARRY_ON', government, verified, road, east),
        ...disposed('CARRY_START', cast.newStart),
        ...disposed('BACK_TO_PRELIMINARY', cast.preliminary),
        ...disposed('COMPLETED', cast.ongoing, filed),
        ...disposed('DELISTED', bridge),
        ...disposed('CANCELLED', cast.silent),
      ];
      await give(office, 'DraftPlan', [], { year: 2023, declared: totals([5, 59.2, 15], [1, 80]) });
      const lines = [
        line(government, 'CARRIED_OVER', 4, 2),
        line(verified, 'CARRIED_OVER', 4.2, 2),
        line(road, 'CARRIED_OVER', 5, 2),
        line(east, 'CARRIED_OVER', 16, 3),
        line(cast.newStart, 'NEW_START', 30, 6),
        line(cast.preliminary, 'PRELIMINARY', 80, 0),
      ];
      for (const each of lines) await give(office, 'IncludeProject', '2023', each);
      const window = [government, verified].map((project) => ({ project, plannedYear: 2023 }));
      await give(office, 'RollPlanForward', '2023', { lines: window });
      const approved = { approvedBy: '经区政府同意', document };
      const etag = (await now('plans/2023')).headers.get('etag')!;
      expect(await world.post('plans/2023/publish', approved, { ifMatch: etag })).toMatchObject({
        ...{ status: 409, body: { title: 'MEMBERS_WITHOUT_DISPOSITION', facts: { count: 10 } } },
      });
      await give(office, 'RecordDispositions', '2022', { dispositions });
      await on('2023-04-06');
      await give(colleague, 'PublishPlan', '2023', approved);
      await on('2023-04-06');
      expect((await now('plans/2023')).body).toMatchObject({ publishedOn: '2023-04-06', rolling: {} });
    });

    it('is reported by its own members from April on, and brings the last of the reserve into service', async () => {
      await on('2023-04-17');
      beginAt(reserve.government, 2023, yi(0.2));
      await reported('2023-04', [
        [reserve.government, 1],
        [reserve.verified, 0.5],
      ]);
      expect((await now('compliance/2023-04')).body.byAuthority).toMatchObject({
        ...{ 'unit-authority': { owed: 5, accepted: 2 }, 'unit-land': { owed: 1, accepted: 0 } },
      });
      expect((await now('dashboards/2023/4')).body.figures.construction).toMatchObject({
        ...{ count: 5, annualPlan: yi(15), completedAccepted: yi(1.7) },
      });
      await on('2023-06-05');
      for (const project of [reserve.government, reserve.verified]) {
        await give(office, 'Complete', project, { occurredOn: '2023-05-31', document });
        await give(office, 'PutInService', project, { occurredOn: '2023-06-05', document });
      }
      const [item] = (await now('outline')).body.items.filter(({ covered }: { covered: boolean }) => covered);
      expect(item.projects).toHaveLength(3);
      for (const project of item.projects) expect(project).toMatchObject({ status: 'IN_SERVICE', list: null });
    });
  });
}
