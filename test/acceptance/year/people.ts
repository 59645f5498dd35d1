import { document, office } from '../world.js';
import { cast, give, keeper, now, on, reserve } from './play.js';

/** 专班、专案、专人, names and codes, and the units that answer: all in July. */
export function people(): void {
  describe('who answers for a project', () => {
    const since = '2022-07-06';

    it('has officers, a task force and a plan of its own', async () => {
      const project = reserve.government;
      const persons = { occurredOn: since, personInCharge: 'person-keeper', linkedLeader: 'person-leader' };
      await give(keeper, 'NamePersons', project, persons);
      const officer = { occurredOn: since, duty: 'COORDINATION', officer: 'person-first' };
      await give(keeper, 'AppointOfficer', project, officer);
      await give(keeper, 'HandOverOfficer', project, { occurredOn: since, duty: 'COORDINATION', to: 'person-second' });
      await give(keeper, 'FormTaskForce', project, {
        occurredOn: since,
        leader: 'person-leader',
        units: ['unit-land'],
      });
      await give(keeper, 'AdoptDedicatedPlan', project, { occurredOn: since, document });
      expect((await now(`projects/${project}`)).body).toMatchObject({
        ...{ linkedLeader: 'person-leader', coordinator: 'person-second', dedicatedPlan: { title: document.title } },
        taskForce: { leader: 'person-leader', units: ['unit-land'] },
      });
    });

    it('is found under a code that no other project has, and under its former name', async () => {
      const code = '2207-500109-04-01-123456';
      await give(office, 'ReserveProjectCode', code, { project: cast.silent });
      await give(office, 'ReleaseProjectCode', code, { reason: '误占' });
      await give(office, 'ReserveProjectCode', code, { project: reserve.government });
      await give(office, 'AssignProjectCode', reserve.government, { code });
      await give(keeper, 'RenameProject', reserve.government, {
        occurredOn: since,
        name: '示例审批项目一期',
        document,
      });
      await give(keeper, 'ChangeDetails', reserve.government, { occurredOn: since, changes: { nature: 'EXPANSION' } });
      await give(office, 'TagProject', reserve.government, { occurredOn: since, tags: ['抓项目稳投资'] });
      await give(office, 'ReportSourcePhase', reserve.government, { occurredOn: since, phase: '初步设计' });
      for (const text of ['500109-04', '审批项目', '项目一期'])
        expect((await now(`projects?text=${encodeURIComponent(text)}`)).body.items).toMatchObject([
          { id: reserve.government },
        ]);
    });

    it('is another one where units change or are merged', async () => {
      const by = { occurredOn: since, document };
      await give(office, 'ChangeLegalEntity', cast.newStart, { ...by, legalEntity: 'unit-successor' });
      await give(office, 'ChangeLeadAuthority', cast.newStart, { ...by, leadAuthority: 'unit-land' });
      await give(office, 'MergeUnit', 'unit-survey', { ...by, into: 'unit-land' });
      await on(since);
      expect((await now(`projects/${cast.newStart}`)).body.responsibilities).toMatchObject({
        ...{ legalEntity: 'unit-successor', leadAuthority: 'unit-land' },
      });
      const supporting = (day: string) => now(`projects/${cast.preliminary}?asOf=${day}`);
      expect((await supporting('2022-07-05')).body.responsibilities.supportingUnits).toEqual(['unit-survey']);
      expect((await supporting(since)).body.responsibilities.supportingUnits).toEqual(['unit-land']);
      expect((await now('ledgers/unit-land')).body.items).toMatchObject(
        expect.arrayContaining([expect.objectContaining({ id: cast.newStart })]) as object,
      );
    });

    it('has a leader only as long as there is one in charge', async () => {
      await give(office, 'EndLeaderPortfolio', ['leading', 'person-leader'], { occurredOn: since, document });
      await give(office, 'DissolveProjectGroup', ['leading', 'energy'], { occurredOn: since, document });
      expect((await now('groups/leading')).body.projectGroups).toMatchObject([{ group: 'roads' }]);
      expect((await now('groups/leading/leader?sector=TRANSPORT')).body).toEqual({ leader: null });
    });
  });
}
