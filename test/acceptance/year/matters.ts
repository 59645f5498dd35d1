import { colleague, document, office, reporter } from '../world.js';
import { authority, cast, give, keeper, leader, leadingGroup, legalEntity, now, on } from './play.js';

let matter: string;
const at = () => [cast.silent, matter];
const unit = (name: string) => ({ ...keeper, unit: name, subject: `person-of-${name}` });

/** A matter that goes up to the leading group and stays there, and the tasks that it leaves. */
export function matters(): void {
  describe('a matter for the leading group', () => {
    it('goes up level by level, down again, is held and goes on', async () => {
      const raised = { occurredOn: '2022-05-16', category: 'FUNDS', description: '资金未到位' };
      matter = await give(keeper, 'RaiseBlocker', cast.silent, raised);
      await give(legalEntity, 'AcceptBlocker', at());
      await give(legalEntity, 'RecordLevelOutcome', at(), { level: 'L1_LEGAL_ENTITY', outcome: '已报请协调' });
      await give(legalEntity, 'EscalateBlocker', at(), { from: 'L1_LEGAL_ENTITY', outcome: '须部门协调' });
      await give(authority, 'EscalateBlocker', at(), { from: 'L2_SECTOR_AUTHORITY', outcome: '须区级协调' });
      await give(leader, 'ReturnBlockerDown', at(), { from: 'L3_DISTRICT_LEADER', instructions: '部门再议' });
      await give(authority, 'RequestHold', at(), { reason: '待市级批复' });
      await give(leader, 'ConsentToHold', at());
      await on('2022-05-20');
      expect((await now(`blockers/${matter}`)).body).toMatchObject({ status: 'ON_HOLD', level: 'L2_SECTOR_AUTHORITY' });
      await give(authority, 'ResumeBlocker', at());
      await give(authority, 'EscalateBlocker', at(), { from: 'L2_SECTOR_AUTHORITY', outcome: '须区级协调' });
      await give(leader, 'EscalateBlocker', at(), { from: 'L3_DISTRICT_LEADER', outcome: '须领导小组协调' });
      const meeting = { occurredOn: '2022-05-20', level: 'L4_LEADING_GROUP', blockers: [matter], minutes: document };
      await give(leadingGroup, 'HoldCoordination', cast.silent, meeting);
      expect((await now('blockers?level=L4_LEADING_GROUP')).body.items).toMatchObject([{ id: matter }]);
      expect((await now('coordinations?level=L4_LEADING_GROUP')).body.items).toMatchObject([
        { project: cast.silent, on: '2022-05-20', blockers: [matter] },
      ]);
    });

    it('leaves tasks that go to another unit, on another day, back to their unit, or nowhere', async () => {
      const task = { unit: 'unit-land', text: '落实资金来源', dueOn: '2022-05-31', blocker: matter };
      const first = [cast.silent, await give(leader, 'AssignTask', cast.silent, task)];
      await give(office, 'ReassignTask', first, { unit: 'unit-merged', reason: '职责调整' });
      await give(office, 'RescheduleTask', first, { dueOn: '2022-06-10', reason: '顺延' });
      await give(unit('unit-merged'), 'ReportTask', first, { report: '正在办理' });
      await give(leader, 'ReturnTask', first, { reason: '未落实', dueOn: '2022-06-10' });
      await give(unit('unit-merged'), 'ReportTask', first, { report: '已落实' });
      await give(leader, 'CloseTask', first);
      const second = [cast.silent, await give(leader, 'AssignTask', cast.silent, task)];
      await give(office, 'CancelTask', second, { reason: '重复交办' });
      expect((await now(`tasks?project=${cast.silent}`)).body.items).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ id: first[1], unit: 'unit-merged', status: 'CLOSED' }),
          expect.objectContaining({ id: second[1], status: 'CANCELLED' }),
        ]) as object,
      );
    });
  });
}

/** A month at the top is over; the matter is solved, comes back and is solved for good. */
export function matterSolved(): void {
  describe('a matter at the top', () => {
    it('is flagged month by month until it is solved, and is back if it was not', async () => {
      expect((await now(`blockers/${matter}`)).body).toMatchObject({ level: 'L4_LEADING_GROUP', monthsAtTop: 1 });
      await give(leadingGroup, 'ResolveBlocker', at(), { resolution: '资金已拨付' });
      await give(colleague, 'CloseBlocker', at());
      await give(reporter, 'ReopenBlocker', at(), { reason: '资金再度中断' });
      await give(office, 'ResolveBlocker', at(), { resolution: '资金已足额拨付' });
      await give(colleague, 'CloseBlocker', at());
      expect((await now('blockers')).body.items).toEqual([]);
    });
  });
}
