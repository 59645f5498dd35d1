import { yi } from '../april.js';
import { colleague, document, office } from '../world.js';
import { cast, give, keeper, now, reserve, world } from './play.js';

interface Told {
  readonly eventId: string;
  readonly type: string;
}
const factOf = async (project: string, type: string): Promise<string> =>
  ((await now(`projects/${project}/history?limit=500`)).body.items as Told[]).findLast((each) => each.type === type)!
    .eventId;

const OCTETS = { 'content-type': 'application/octet-stream' };

/** What was recorded wrongly, what stood still, and evidence that must go. */
export function corrections(): void {
  describe('what was recorded', () => {
    it('is corrected by who told it and who confirms it, and holds from its own day', async () => {
      const project = reserve.filed;
      const corrects = await factOf(project, 'CommencementRecorded');
      const begun = (occurredOn: string) => ({
        ...{ corrects, reason: '开工日期误报', document },
        replacement: { command: 'RecordCommencement', fields: { occurredOn, document } },
      });
      const first = await give(keeper, 'ProposeCorrection', project, begun('2022-06-23'));
      await give(office, 'DeclineCorrection', [project, first], { reason: '与监理日志不符' });
      const second = await give(keeper, 'ProposeCorrection', project, begun('2022-06-22'));
      expect((await now(`projects/${project}`)).body.corrections).toMatchObject([{ status: 'PROPOSED' }]);
      await give(colleague, 'ConfirmCorrection', [project, second]);
      expect((await now(`projects/${project}?asOf=2022-06-21`)).body.status).toBe('PLANNED_START');
      expect((await now(`projects/${project}?asOf=2022-06-22`)).body.status).toBe('UNDER_CONSTRUCTION');
    });

    it('is corrected by the office alone', async () => {
      const project = reserve.verified;
      const corrects = await factOf(project, 'TotalInvestmentChanged');
      const fields = { occurredOn: '2022-01-01', amount: yi(4.2), reason: null };
      const replacement = { command: 'ChangeTotalInvestment', fields };
      await give(office, 'CorrectFact', project, { corrects, replacement, reason: '录入有误', document });
      expect((await now(`projects/${project}`)).body.totalInvestment).toBe(yi(4.2));
    });

    it('is no time progress while it stood still with recognition', async () => {
      const pause = { occurredOn: '2022-05-01', until: '2022-06-30', reason: '文物勘探', document };
      await give(office, 'RecogniseSuspension', cast.silent, pause);
      await give(office, 'Resume', cast.silent, { occurredOn: '2022-08-20', document });
      expect((await now(`projects/${cast.silent}`)).body).toMatchObject({
        ...{ status: 'UNDER_CONSTRUCTION', pauses: [{ from: '2022-05-01', to: '2022-06-30' }] },
      });
    });

    it('keeps the hash of evidence whose bytes are erased', async () => {
      const raw = '%PDF-1.4\n% wrong file\n%%EOF\n';
      const { sha256 } = (await world.post('files', undefined, { as: keeper, headers: OCTETS, raw })).body as {
        sha256: string;
      };
      const evidence = { ...document, title: '误传文件', sha256 };
      const spoken = { kind: 'GOVERNMENT_BANK_ENTERPRISE', parties: ['示例银行'], outcome: '达成意向' };
      await give(keeper, 'AdoptDedicatedPlan', reserve.filed, { occurredOn: '2022-08-22', document: evidence });
      await give(keeper, 'RecordLiaison', reserve.filed, { occurredOn: '2022-08-22', ...spoken });
      expect((await now(`files/${sha256}`)).text).toBe(raw);
      await give(office, 'EraseFile', sha256, { reason: '误传' });
      expect((await world.get(`files/${sha256}?after=${await world.end()}`)).status).toBe(410);
      expect((await now(`projects/${reserve.filed}`)).body.dedicatedPlan).toMatchObject({ sha256 });
    });
  });
}
