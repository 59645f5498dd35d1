import { aprilReport, draftPlan, DUE, PUBLISHED, publishPlan, reporterInOffice, yi } from '../april.js';
import { colleague, document, office, reporter } from '../world.js';
import { cast, give, now, reserve, world } from './play.js';

const standing = async (project: string): Promise<string | undefined> => {
  const items = (await now('compliance/2022-04')).body.items as { id: string; status: string }[];
  return items.find(({ id }) => id === project)?.status;
};

/** The plan is published, and the first month reported. */
export function april(): void {
  describe('a year begins', () => {
    it('with projects and a plan, which is published when it reconciles', async () => {
      const path = `projects/${cast.ongoing}/record-opening-figures`;
      const opening = { year: 2022, through: '2022-03', yearToDate: yi(6), toLastYearEnd: yi(40), evidence: document };
      await world.done(path, opening);
      await draftPlan(world, cast);
      const early = { project: reserve.filed, category: 'PRELIMINARY', totalInvestment: yi(4), annualInvestment: 0 };
      await give(office, 'IncludeProject', '2022', early);
      await give(office, 'RemoveProject', '2022', { project: reserve.filed });
      const etag = (await now('plans/2022')).headers.get('etag')!;
      expect((await world.post('plans/2022/publish', { approvedBy: 'x', document }, { ifMatch: '"1"' })).status).toBe(
        412,
      );
      expect((await now('lists/ongoing?year=2022')).body).toMatchObject({ planPublished: false, items: [] });
      await world.at(PUBLISHED);
      await publishPlan(world, etag);
      expect((await now('plans/2022')).body).toMatchObject({
        publishedOn: '2022-04-07',
        lines: { construction: { count: 3, totalInvestment: yi(180), annualInvestment: yi(42) } },
      });
      expect((await now('lists/ongoing?year=2022')).body.items).toHaveLength(2);
    });

    it('reports wait until the month opens by the clock', async () => {
      const early = await world.post(`projects/${cast.ongoing}/submit-report`, aprilReport(), { as: reporter });
      expect(early).toMatchObject({ status: 409, body: { type: 'urn:taizhang:problem:month-not-open' } });
      expect(((await now('deadlines')).body.items as object[]).slice(0, 2)).toMatchObject([
        { stream: 'plan-2022', nextDueAt: '2022-04-14T16:00:00.000Z' },
        { stream: `project-${cast.newStart}`, clocks: { start: '2022-04-20T16:00:00.000Z' } },
      ]);
      await world.at('2022-04-15T01:00:00.000Z');
      const { items } = (await now('deadlines')).body as { items: { stream: string; clocks: object }[] };
      for (const id of Object.values(cast) as string[])
        expect(items.find(({ stream }) => stream === `project-${id}`)?.clocks).toMatchObject({ 'report/2022-04': DUE });
      expect(await standing(cast.ongoing)).toBe('OWED');
      expect((await now(`deadlines/project-${cast.ongoing}`)).body.items).toMatchObject([
        {
          ...{ rule: 'report/2022-04', dueAt: DUE, time: null },
          month: { month: '2022-04', dueDay: '2022-04-25', inclusive: true, holidayShift: 'NONE' },
          policy: { policy: 'monthly-report', version: 1, source: { clause: expect.stringContaining('六') as string } },
          days: [{ day: '2022-04-25', kind: 'WEEKDAY' }],
        },
        { rule: 'milestone/COMPLETION', dueAt: '2023-12-31T16:00:00.000Z', policy: null, days: [] },
      ]);
    });
  });

  describe('a report', () => {
    const path = (command: string) => `projects/${cast.ongoing}/${command}`;

    it('is sent back, repaired and accepted by somebody else than its reporter', async () => {
      const figures = { month: yi(2), yearToDate: yi(9) };
      const wrong = await world.post(path('submit-report'), { ...aprilReport(), figures }, { as: reporter });
      expect(wrong).toMatchObject({ status: 422, body: { type: 'urn:taizhang:problem:cumulative-does-not-follow' } });
      await world.done(path('submit-report'), aprilReport(), { as: reporter });
      expect(await standing(cast.ongoing)).toBe('SUBMITTED');
      await world.done(path('return-report'), { month: '2022-04', fields: ['progress'], reason: '进度不详' });
      expect(await standing(cast.ongoing)).toBe('RETURNED');
      const { items } = (await now(`deadlines/project-${cast.ongoing}`)).body as { items: { rule: string }[] };
      expect(items.find(({ rule }) => rule === 'repair/2022-04')).toMatchObject({
        policy: { policy: 'monthly-report', version: 1 },
        time: { level: null },
        days: expect.arrayContaining([expect.objectContaining({ counts: true })]) as unknown,
      });
      await world.done(path('submit-report'), { ...aprilReport(), progress: '主体施工至三层' }, { as: reporter });
      const own = await world.post(path('accept-report'), { month: '2022-04' }, { as: reporterInOffice });
      expect(own).toMatchObject({ status: 403, body: { type: 'urn:taizhang:problem:reviewer-is-reporter' } });
      await world.done(path('accept-report'), { month: '2022-04' }, { as: colleague });
      expect(await standing(cast.ongoing)).toBe('ACCEPTED');
    });

    it('that waits for review counts as pending', async () => {
      await world.done(`projects/${cast.newStart}/submit-report`, aprilReport(1, 0), { as: reporter });
      const work = { nodes: [{ approval: 'EIA', done: false }], expenses: yi(1) };
      const told = { ...aprilReport(1, 0), preliminary: work };
      await world.done(`projects/${cast.preliminary}/submit-report`, told, { as: reporter });
      const { construction, preliminary } = (await now('dashboards/2022/4')).body.figures;
      expect(construction).toMatchObject({
        count: 3,
        annualPlan: yi(42),
        completedAccepted: yi(8),
        completedPending: yi(1),
        coverage: { reported: 2, of: 3 },
        completionRate: 0.1905,
        gapToTimeProgress: -14.29,
      });
      expect(preliminary).toMatchObject({ count: 1, completedAccepted: 0, coverage: { reported: 1, of: 1 } });
    });

    it('that does not come is missed when the 25th is over, not a second before', async () => {
      await world.at('2022-04-25T15:59:59.000Z');
      expect(await standing(cast.silent)).toBe('OWED');
      await world.at(DUE);
      expect(await standing(cast.silent)).toBe('MISSED');
      const { byAuthority } = (await now('compliance/2022-04')).body;
      expect(byAuthority).toEqual({ 'unit-authority': { owed: 4, reported: 3, accepted: 1, late: 0, silent: 1 } });
      const { items } = (await now('compliance/2022-04?only=silent')).body;
      expect(items).toMatchObject([{ id: cast.silent, status: 'MISSED' }]);
      const { items: history } = (await now(`projects/${cast.silent}/history`)).body;
      expect(history.at(-1)).toMatchObject({
        type: 'ReportMissed',
        data: { month: '2022-04', dueAt: DUE, policyVersion: 1 },
        actor: { id: 'system', role: 'SYSTEM' },
        recordedAt: DUE,
      });
    });
  });
}
