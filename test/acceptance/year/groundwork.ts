import { DEFAULT_POLICIES } from '#libs/domain';
import { yi } from '../april.js';
import { document, office, responsibilities } from '../world.js';
import { authority, cast, decision, give, keeper, now, on, openCast, reserve, world } from './play.js';

const since = '2022-01-01';
const UNITS = [
  ['unit-office', 'DISTRICT_DEPARTMENT', '区发展改革委'],
  ['unit-authority', 'DISTRICT_DEPARTMENT', '区交通局'],
  ['unit-responsible', 'PARK', '示例园区管委会'],
  ['unit-owner', 'PROJECT_COMPANY', '示例项目公司'],
  ['unit-successor', 'PROJECT_COMPANY', '示例建设公司'],
  ['unit-survey', 'DISTRICT_DEPARTMENT', '示例测绘所'],
  ['unit-land', 'DISTRICT_DEPARTMENT', '区规划自然资源局'],
  ['unit-merged', 'TOWN', '示例街道'],
] as const;

/** Who leads and who is in charge, the rules, and the outline with its reserve. */
export function groundwork(): void {
  describe('before the plan', () => {
    it('units, the leading group and its project groups are formed', async () => {
      for (const [unit, kind, name] of UNITS)
        await give(office, 'RegisterUnit', [], { unit, occurredOn: since, kind, name });
      await give(office, 'RenameUnit', 'unit-land', { occurredOn: '2022-03-01', name: '区规划资源局', document });
      const sectors = { occurredOn: since, sectors: ['TRANSPORT', 'ENERGY'], document };
      await give(office, 'AssignSectors', 'unit-authority', sectors);
      const members = ['unit-office', 'unit-authority'];
      const formed = { occurredOn: since, leader: 'person-head', office: 'unit-office', members, document };
      await give(office, 'FormLeadingGroup', 'leading', formed);
      for (const [group, name] of [
        ['roads', '交通项目组'],
        ['energy', '能源项目组'],
      ] as const)
        await give(office, 'FormProjectGroup', ['leading', group], { occurredOn: since, name, members, document });
      const portfolio = { occurredOn: since, sectors: ['TRANSPORT'], units: [], document };
      await give(office, 'AssignLeaderPortfolio', ['leading', 'person-leader'], portfolio);
      expect((await now('groups/leading/leader?sector=TRANSPORT')).body).toEqual({ leader: 'person-leader' });
      expect((await now('units/unit-land')).body).toMatchObject({ name: '区规划资源局', names: [{}, {}] });
    });

    it('the reserve of the outline is listed, traced, and brought near by an appraisal', async () => {
      const years = { fromYear: 2021, throughYear: 2025, leadUnit: 'unit-authority', document };
      const item = await give(office, 'ListOutlineItem', [], { title: '示例产业强区', ...years });
      await give(office, 'ListOutlineItem', [], { title: '示例轨道交通', ...years });
      reserve.filed = await registered('示例备案项目', 'ENTERPRISE_FILED');
      reserve.government = await registered('示例审批项目', 'GOVERNMENT');
      reserve.verified = await registered('示例核准项目', 'ENTERPRISE_VERIFIED');
      for (const project of Object.values(reserve)) await give(office, 'TraceProject', item, { project });
      await openCast();
      await give(office, 'TraceProject', item, { project: cast.silent });
      await on('2022-03-28');
      await give(office, 'UntraceProject', item, { project: cast.silent, reason: '不属该事项' });
      expect((await now('outline?only=uncovered')).body.items).toMatchObject([{ title: '示例轨道交通' }]);
      for (const project of Object.values(reserve)) await nearer(project);
      expect((await now(`outline/${item}`)).body.projects).toHaveLength(3);
    });

    it('rules are adopted before they hold: days off are known of this year only', async () => {
      const { rules } = DEFAULT_POLICIES.calendar;
      const source = { document: '国务院办公厅关于2022年部分节假日安排的通知', clause: '一' };
      const years = { '2022': rules.years['2022'] };
      await give(office, 'AdoptPolicy', 'calendar', { effectiveFrom: '2022-03-29', rules: { years }, source });
      const permit = { kind: 'CONSTRUCTION_PERMIT', document: decision('示例许可〔2022〕1号', '2022-03-28') };
      await give(authority, 'GrantApproval', cast.newStart, permit);
    });
  });
}

async function registered(name: string, investmentType: string): Promise<string> {
  const details = { name, sector: 'TRANSPORT', town: '示例镇', nature: 'NEW', investmentType };
  return give(office, 'RegisterProject', [], { occurredOn: since, details, status: 'CONCEIVED' });
}

/** From an idea to the reserve and the rolling plan, and once its appraisal is passed to preliminary work. */
async function nearer(project: string): Promise<void> {
  await give(office, 'AssignResponsibilities', project, { occurredOn: since, responsibilities });
  await give(keeper, 'ChangeTotalInvestment', project, { occurredOn: since, amount: yi(4) });
  await give(office, 'ReserveProject', project, { occurredOn: '2022-02-01', document });
  await give(office, 'PromoteProject', project, { to: 'ROLLING', document });
  const early = await world.post(`projects/${project}/promote`, { to: 'ANNUAL', document }, { ifMatch: '"0"' });
  expect(early.status).toBe(412);
  for (const strand of ['SPACE', 'LAND', 'TECHNIQUE'])
    await give(authority, 'AppraiseStrand', project, { occurredOn: '2022-03-20', strand, passed: true, document });
  await give(office, 'PromoteProject', project, { to: 'ANNUAL', document });
  await give(office, 'BeginPreliminaryWork', project, { occurredOn: '2022-03-28', document });
}
