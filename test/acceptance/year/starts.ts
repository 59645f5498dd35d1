import { document, office } from '../world.js';
import { admitted, auditor, authority, cast, decision, give, keeper, now, on, reserve, statusOf } from './play.js';

/** The dates towards which a new start is planned, and its backward schedule; from then on it is a planned start. */
async function plan(project: string, from: string, start: string, end: string): Promise<void> {
  const dates = { COMMENCEMENT: start, COMPLETION: end, COMMISSIONING: end };
  await give(keeper, 'ScheduleMilestones', project, { occurredOn: from, dates });
  await give(keeper, 'AdoptBackwardSchedule', project);
  await give(office, 'PlanNewStart', project);
  expect(await statusOf(project)).toBe('PLANNED_START');
}

async function grant(project: string, issuedOn: string, ...kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    const document = decision(`示例〔2022〕${kind}`, issuedOn);
    await give(authority, 'GrantApproval', project, { kind, document });
  }
}

async function waive(project: string, approval: string): Promise<void> {
  await give(authority, 'ProposeWaiver', project, { approval, reason: '依法不需办理' });
  await give(office, 'ConfirmWaiver', project, { approval });
}

/** 开工: reported by the responsible unit, confirmed by the office. */
async function start(project: string, occurredOn: string): Promise<void> {
  await give(keeper, 'ReportCommencement', project, { occurredOn, document });
  await give(office, 'ConfirmCommencement', project);
  expect(await statusOf(project)).toBe('UNDER_CONSTRUCTION');
}

const BEFORE_PERMIT = ['LAND_PERMIT', 'WORKS_PERMIT', 'ENERGY_REVIEW'] as const;

/** A filed project, from its schedule in May to its start in June. */
export function filedStart(): void {
  describe('a project that is only filed', () => {
    it('is planned backwards, and sent back and refused before it is let through', async () => {
      await on('2022-05-23');
      await plan(reserve.filed, '2022-05-23', '2022-06-20', '2022-11-30');
      const of = (kind: string, occurredOn: string) => ({ kind, occurredOn });
      await give(keeper, 'ApplyForApproval', reserve.filed, of('FILING', '2022-05-18'));
      await give(authority, 'ReturnApproval', reserve.filed, { ...of('FILING', '2022-05-19'), reason: '材料不全' });
      await give(keeper, 'ApplyForApproval', reserve.filed, of('FILING', '2022-05-20'));
      await give(keeper, 'ApplyForApproval', reserve.filed, of('EIA', '2022-05-18'));
      await give(authority, 'RefuseApproval', reserve.filed, { ...of('EIA', '2022-05-20'), reason: '选址不符' });
      await give(keeper, 'ApplyForApproval', reserve.filed, of('EIA', '2022-05-23'));
      expect((await now(`approvals?project=${reserve.filed}`)).body.items).toMatchObject([
        { kind: 'EIA', status: 'APPLIED', returns: 0 },
        { kind: 'FILING', status: 'APPLIED', returns: 1 },
      ]);
    });

    it('has its preliminary neighbour behind, which nobody got ready in time', async () => {
      const nodes = [
        { approval: 'FEASIBILITY', step: 'REVIEW', dueOn: '2022-05-31' },
        { approval: 'FEASIBILITY', step: 'APPROVAL', dueOn: '2022-05-31' },
      ];
      await give(keeper, 'AdoptPreparationPlan', cast.preliminary, { occurredOn: '2022-05-23', nodes });
      const spoken = {
        occurredOn: '2022-05-23',
        kind: 'MUNICIPAL_DEPARTMENT',
        parties: ['市交通局'],
        outcome: '原则同意',
      };
      await give(keeper, 'RecordLiaison', cast.preliminary, spoken);
      const contact = { occurredOn: '2022-05-23', approval: 'FEASIBILITY', time: 'contactedAt' };
      await give(authority, 'RecordNodeTime', cast.preliminary, contact);
      const opinion = { occurredOn: '2022-05-23', approval: 'FEASIBILITY', opinion: 'TO_BE_REVISED', document };
      await give(authority, 'IssueReviewOpinion', cast.preliminary, opinion);
      await on('2022-06-01');
      expect((await now(`projects/${cast.preliminary}`)).body.preparation.nodes).toMatchObject([
        { step: 'REVIEW', overdue: false, contactedAt: '2022-05-23', reviewedAt: '2022-05-23' },
        { step: 'APPROVAL', overdue: true },
      ]);
    });

    it('starts in June with all that it needs, while another new start waits and a third had begun unseen', async () => {
      await on('2022-06-20');
      await grant(reserve.filed, '2022-06-17', 'FILING', 'EIA', ...BEFORE_PERMIT, 'WATER_SOIL', 'CONSTRUCTION_PERMIT');
      await waive(reserve.filed, 'TENDER');
      expect((await now(`projects/${reserve.filed}/start-checklist`)).body).toMatchObject({
        missing: [],
        unwaived: [],
      });
      await start(reserve.filed, '2022-06-20');
      const extended = { kind: 'CONSTRUCTION_PERMIT', occurredOn: '2022-06-20', document };
      await give(authority, 'ExtendApproval', cast.newStart, extended);
      await give(office, 'RecordCommencement', admitted.spare, { occurredOn: '2022-06-01', document });
      expect((await now('irregular-starts', auditor)).body.items).toEqual([]);
    });
  });
}

const project = () => reserve.government;

/** A preliminary project of the government that a batch has made a new start. */
export function governmentPlanned(): void {
  describe('a project that the government approves', () => {
    it('is planned for one day and moved to another, as the ledger of postponements tells', async () => {
      await plan(project(), '2022-07-06', '2022-08-15', '2023-04-30');
      const moved = { occurredOn: '2022-07-06', milestone: 'COMMENCEMENT', to: '2022-08-22', reason: '征地未完成' };
      await give(keeper, 'RescheduleMilestone', project(), moved);
      expect((await now('postponements?unit=unit-responsible')).body.items).toMatchObject([
        { id: project(), times: 1, days: 7, moves: [{ reason: '征地未完成' }] },
      ]);
      expect((await now('postponements/2022')).body.units).toContainEqual(
        expect.objectContaining({ unit: 'unit-responsible', projects: 1, times: 1, days: 7 }),
      );
    });
  });
}

/** It begins in August, a week late. */
export function governmentStart(): void {
  describe('a start that the government approves', () => {
    it('has an approval revoked and granted anew, and starts with nothing missing', async () => {
      await on('2022-08-22');
      const design = ['LAND_PREREVIEW_SITE', 'FEASIBILITY', 'PRELIM_DESIGN_ESTIMATE', 'TENDER', 'EIA', 'WATER_SOIL'];
      await grant(project(), '2022-08-10', ...design, ...BEFORE_PERMIT);
      const revoked = { kind: 'ENERGY_REVIEW', occurredOn: '2022-08-12', reason: '规模变更', document };
      await give(authority, 'RevokeApproval', project(), revoked);
      expect((await now(`projects/${project()}/start-checklist`)).body).toMatchObject({
        missing: ['ENERGY_REVIEW', 'CONSTRUCTION_PERMIT'],
        unwaived: ['PROPOSAL'],
      });
      await grant(project(), '2022-08-15', 'ENERGY_REVIEW', 'CONSTRUCTION_PERMIT');
      await waive(project(), 'PROPOSAL');
      await start(project(), '2022-08-22');
      const dates = { STRUCTURE_DONE: '2022-09-01' };
      await give(keeper, 'ScheduleMilestones', project(), { occurredOn: '2022-08-22', dates });
    });
  });
}

/** A verified project that began in October without one of its statutory approvals. */
export function verifiedStart(): void {
  describe('a project that is verified', () => {
    it('is planned while the structure of another is overdue, until that stands', async () => {
      await on('2022-09-06');
      await plan(reserve.verified, '2022-09-06', '2022-10-10', '2023-05-31');
      expect((await now('inbox?kind=MilestoneOverdue')).body.items).toMatchObject([
        { project: project(), data: { milestone: 'STRUCTURE_DONE', plannedOn: '2022-09-01' } },
      ]);
      const met = { occurredOn: '2022-09-05', milestone: 'STRUCTURE_DONE', document };
      await give(keeper, 'RecordMilestoneMet', project(), met);
      expect((await now(`projects/${project()}`)).body.milestonesMet).toEqual({ STRUCTURE_DONE: '2022-09-05' });
    });

    it('starts irregularly, which the auditor finds', async () => {
      await on('2022-10-10');
      await grant(reserve.verified, '2022-10-08', 'VERIFICATION', 'LAND_PREREVIEW_SITE', 'EIA', ...BEFORE_PERMIT);
      await grant(reserve.verified, '2022-10-08', 'CONSTRUCTION_PERMIT');
      await waive(reserve.verified, 'TENDER');
      await start(reserve.verified, '2022-10-10');
      expect((await now('irregular-starts', auditor)).body.items).toMatchObject([
        { project: reserve.verified, missing: ['WATER_SOIL'] },
      ]);
      expect((await now(`approvals?project=${cast.newStart}`)).body.items).toMatchObject([
        { kind: 'CONSTRUCTION_PERMIT', status: 'EXPIRED' },
      ]);
    });
  });
}
