import { aprilReport, yi } from '../april.js';
import { colleague, reporter } from '../world.js';
import { cast, copied, give, legalEntity, now, world } from './play.js';

const seen = async (project: string) => (await now(`projects/${project}`)).headers.get('etag')!;

/** What the office tells of a month, to whom, and what it says once more is known. */
export function bulletins(): void {
  describe('a bulletin', () => {
    const said = {
      ...{ month: '2022-04', kind: 'INTERNAL', title: '4月通报', content: '总体平稳', recipients: ['unit-copied'] },
    };
    const asCopied = async (path: string) => await world.get(`${path}?after=${await world.end()}`, { as: copied });
    let path: string;

    it('freezes the accepted figures, and is issued by a second person', async () => {
      await world.done('units', { unit: 'unit-copied', occurredOn: '2022-01-01', kind: 'COPIED', name: '区委办公室' });
      const drafted = await world.done('bulletins', said);
      path = `bulletins/${drafted.body.id}`;
      expect(drafted.headers.get('location')).toBe(`/api/v1/${path}`);
      const { body, headers } = await now(path);
      expect(body).toMatchObject({
        status: 'DRAFTED',
        figures: {
          through: '2022-04-30',
          construction: { projects: 3, annualInvestment: yi(42), completed: yi(8), added: yi(2), covered: 1 },
          byTown: [{ town: '示例镇', projects: 3, completionRate: 0.1905 }],
        },
      });
      await world.done(`projects/${cast.newStart}/accept-report`, { month: '2022-04' });
      expect((await now(path)).body.figures).toEqual(body.figures);
      expect((await world.post(`${path}/redraft`, said)).status).toBe(428);
      await world.done(`${path}/redraft`, said, { ifMatch: headers.get('etag')! });
      expect((await now(path)).body.figures.construction).toMatchObject({ completed: yi(9), added: yi(3), covered: 2 });
      expect(await world.post(`${path}/issue`, {})).toMatchObject({
        status: 403,
        body: { title: 'ISSUER_IS_DRAFTER' },
      });
      await world.done(`${path}/issue`, {}, { as: colleague });
    });

    it('is read by a copied unit once it is sent out, which may do nothing else', async () => {
      expect(await asCopied(path)).toMatchObject({ status: 404, body: { title: 'UNKNOWN_BULLETIN' } });
      await world.done(`${path}/publish`, { docNo: '示例通报〔2022〕1号' });
      expect(await asCopied(path)).toMatchObject({ status: 200, body: { docNo: '示例通报〔2022〕1号' } });
      expect((await asCopied('bulletins')).body.items).toMatchObject([{ status: 'PUBLISHED' }]);
      await give(copied, 'AcknowledgeNotice', ['unit-copied', path.split('/')[1]!]);
      for (const refused of [await asCopied('plans/2022'), await world.post('bulletins', said, { as: copied })])
        expect(refused).toMatchObject({ status: 403, body: { title: 'ROLE_MAY_NOT' } });
    });

    it('leaves what lies behind it to the office', async () => {
      await world.at('2022-07-01T01:00:00.000Z');
      const stopped = { occurredOn: '2022-04-30', reason: '示例' };
      expect(await world.post(`projects/${cast.silent}/suspend`, stopped, { as: legalEntity })).toMatchObject({
        ...{ status: 409, body: { title: 'MONTH_IN_BULLETIN', facts: { month: '2022-04' } } },
      });
      await world.done(`projects/${cast.silent}/suspend`, stopped);
    });

    it('comes out the same from the log when more is known, and is corrected by another one', async () => {
      const amended = { month: '2022-04', figures: aprilReport(3).figures, reason: '补报' };
      await world.done(`projects/${cast.ongoing}/amend-report`, amended, {
        as: reporter,
        ifMatch: await seen(cast.ongoing),
      });
      await world.done(`projects/${cast.ongoing}/accept-report`, { month: '2022-04' });
      expect((await now(`${path}/check`)).body).toMatchObject({ reproduced: true });
      const correcting = await world.done(`${path}/correct`, { ...said, reason: '个别项目补报' });
      await world.done(`bulletins/${correcting.body.id}/issue`, {}, { as: colleague });
      expect((await now(path)).body).toMatchObject({ correctedBy: [correcting.body.id] });
      expect((await now(`bulletins/${correcting.body.id}`)).body).toMatchObject({
        corrects: { reason: '个别项目补报' },
        figures: { construction: { completed: yi(10) } },
      });
    });
  });
}
