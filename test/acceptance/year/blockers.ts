import { colleague, document, type Person, reporter } from '../world.js';
import { authority, cast, give, leader, now, world } from './play.js';

let blocker: string;
const levelNow = async () => (await now(`blockers/${blocker}`)).body.level as string;

/** The district's leader meets about it and leaves two tasks, of which one is done and the other is not. */
async function coordinate(): Promise<void> {
  const project = `projects/${cast.ongoing}`;
  const meeting = { occurredOn: '2022-05-07', level: 'L3_DISTRICT_LEADER', blockers: [blocker], minutes: document };
  await world.done(`${project}/hold-coordination`, meeting);
  expect((await now(`blockers/${blocker}`)).body).toMatchObject({
    status: 'COORDINATING',
    leadTimes: { coordination: 11 },
    coordinations: [{ on: '2022-05-07', level: 'L3_DISTRICT_LEADER' }],
  });
  const task = { unit: 'unit-ph-01', text: '签订补偿协议', dueOn: '2022-05-10', blocker };
  const done = await world.done(`${project}/assign-task`, task);
  expect(done.headers.get('location')).toBe(`/api/v1/tasks/${done.body.id as string}`);
  await world.done(`${project}/assign-task`, task);
  await world.done(`${project}/tasks/${done.body.id as string}/report`, { report: '已签订' });
  expect((await world.post(`${project}/tasks/${done.body.id as string}/close`, {})).status).toBe(403);
  await world.done(`${project}/tasks/${done.body.id as string}/close`, {}, { as: colleague });
}

/** What holds a project up, from the legal entity to the leading group. */
export function blockers(): void {
  describe('a blocker', () => {
    it('climbs when the time of its level is over, and stops when it is resolved', async () => {
      const raised = await world.done(
        `projects/${cast.ongoing}/raise-blocker`,
        { occurredOn: '2022-04-25', category: 'LAND', description: '征地未完成' },
        { as: reporter },
      );
      blocker = raised.body.id as string;
      expect(raised.headers.get('location')).toBe(`/api/v1/blockers/${blocker}`);
      // Noted on the 26th in Shanghai: 27, 28, 29 April, the 30th is off; 5 and 6 May, with the 7th a working Saturday.
      await world.at('2022-05-06T15:59:59.000Z');
      expect(await levelNow()).toBe('L1_LEGAL_ENTITY');
      await world.at('2022-05-06T16:00:00.000Z');
      expect(await levelNow()).toBe('L2_SECTOR_AUTHORITY');
      expect((await now('blockers?level=L2_SECTOR_AUTHORITY')).body.items).toMatchObject([
        { id: blocker, project: cast.ongoing, projectName: '示例项目ongoing', levels: [{}, { cause: 'TIME_OVER' }] },
      ]);
      const path = `projects/${cast.ongoing}/blockers/${blocker}`;
      await world.done(`${path}/escalate`, { from: 'L2_SECTOR_AUTHORITY', outcome: '须区级协调' });
      await coordinate();
      await world.done(`${path}/resolve`, { resolution: '已交地' });
      expect((await world.post(`${path}/close`, {})).status).toBe(403);
      await world.done(`${path}/close`, {}, { as: colleague });
      expect((await now('blockers')).body.items).toEqual([]);
    });

    it('leaves a task that nobody reported, of which its unit has a notice', async () => {
      await world.at('2022-05-10T16:00:00.000Z');
      expect((await now(`blockers/${blocker}`)).body).toMatchObject({ level: 'L3_DISTRICT_LEADER', status: 'CLOSED' });
      expect((await now(`blockers/${blocker}/proof`)).body).toMatchObject({
        ...{ project: cast.ongoing, blocker, agrees: true, disagreements: [], running: null },
      });
      expect((await world.get('blockers/nobody/proof')).status).toBe(404);
      expect((await now('tasks?only=overdue')).body.items).toMatchObject([
        { project: cast.ongoing, blocker, unit: 'unit-ph-01', status: 'ASSIGNED', dueOn: '2022-05-10' },
      ]);
      expect((await now('ledgers/unit-ph-01')).body.tasks).toEqual({ ASSIGNED: 1, CLOSED: 1, OVERDUE: 1 });
      const overdue = (await now('inbox?kind=TaskOverdue&unit=unit-ph-01')).body.items;
      expect(overdue).toMatchObject([{ project: cast.ongoing, data: { unit: 'unit-ph-01' }, read: false }]);
      expect((await now('blockers/lead-times/2022')).body).toMatchObject({ coordination: { count: 1, meanDays: 11 } });
    });

    it('is told to whom it climbed, and to nobody else', async () => {
      const climbed = async (as: Person) => (await now('inbox?kind=BlockerEscalated&only=unread', as)).body.items;
      const seen = (await climbed(authority)) as { id: string; project: string; data: { to: string } }[];
      expect(seen.map(({ project, data }) => [project, data.to])).toEqual([[cast.ongoing, 'L2_SECTOR_AUTHORITY']]);
      expect(await climbed(leader)).toMatchObject([{ data: { to: 'L3_DISTRICT_LEADER' } }]);
      expect(await climbed(reporter)).toEqual([]);
      expect((await world.get('inbox?unit=unit-owner', { as: authority })).status).toBe(403);
      await give(authority, 'AcknowledgeNotice', ['unit-authority', seen[0]!.id]);
      expect(await climbed(authority)).toEqual([]);
    });
  });
}
