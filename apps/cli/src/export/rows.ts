import type { Documents } from '#libs/event-sourcing';
import { type ApprovalKind, currentApproval, type Milestone, type Status, yearToDateBefore } from '#libs/domain';
import { ledgerOf, type List, type ListItem, listOn, type Place, type PlanMember } from '#libs/read-models';
import type { LedgerLine, ListedProject, OwingProject, PlanLine } from '#libs/sheets';

export const PAGE = 500;

export const planLineOf = ({ entry, project }: PlanMember): PlanLine => ({
  ...entry,
  code: project.code,
  details: {
    name: project.name ?? '',
    description: project.description,
    sector: project.sector,
    town: project.town,
    nature: project.nature,
    investmentType: project.investmentType,
    managingUnit: project.managingUnit,
    clientUnit: project.clientUnit,
    landArea: project.landArea,
    remark: project.remark,
  },
  commencement: project.milestones.COMMENCEMENT ?? null,
  completion: project.milestones.COMPLETION ?? null,
  responsibleUnit: project.responsibilities?.responsibleUnit ?? null,
  legalEntity: project.responsibilities?.legalEntity ?? null,
  leadAuthority: project.responsibilities?.leadAuthority ?? null,
});

/** Every project of one of the three lists. */
export async function listedOn(documents: Documents, list: List, year: number): Promise<ListedProject[]> {
  const items = await allPages((after) => listOn(documents, { list, year, limit: PAGE, ...after }));
  return items.map(listedOf);
}

const listedOf = (item: ListItem): ListedProject => ({
  name: item.name ?? '',
  town: item.town,
  commencement: item.plannedCommencement,
  completion: item.plannedCompletion,
  totalInvestment: item.totalInvestment,
  annualInvestment: item.annualInvestment,
  completed: item.completedAccepted,
  completionRate: item.completionRate,
  responsibleUnit: item.responsibilities?.responsibleUnit ?? null,
});

const PLACE: Readonly<Record<Place, string>> = {
  RESPONSIBLE_UNIT: '责任单位',
  LEGAL_ENTITY: '项目法人',
  SECTOR_AUTHORITY: '牵头部门',
  SUPPORTING_UNIT: '配合单位',
};
export const MILESTONE: Readonly<Record<Milestone, string>> = {
  DESIGN_START: '设计启动',
  COMMENCEMENT: '开工',
  STRUCTURE_DONE: '主体完工',
  COMPLETION: '竣工',
  COMMISSIONING: '投产',
};
const STATUS: Readonly<Record<Status, string>> = {
  CONCEIVED: '谋划',
  RESERVED: '储备',
  PRELIMINARY: '前期',
  PLANNED_START: '计划新开工',
  UNDER_CONSTRUCTION: '在建',
  SUSPENDED: '停工',
  COMPLETED: '竣工',
  IN_SERVICE: '投用',
  CANCELLED: '终止',
};

/** Every project in which a unit holds a place. */
export async function ledgerLinesOn(documents: Documents, unit: string): Promise<LedgerLine[]> {
  const items = await allPages((after) => ledgerOf(documents, { unit, limit: PAGE, ...after }));
  return items.map((item) => ({
    name: item.name ?? '',
    places: item.places.map((place) => PLACE[place]),
    status: item.status && STATUS[item.status],
    annualInvestment: item.plan?.annualInvestment ?? null,
    nextMilestone: item.nextMilestone && `${MILESTONE[item.nextMilestone.milestone]} ${item.nextMilestone.plannedOn}`,
    lastReport: item.lastReport,
  }));
}

/** What the projects of a legal entity have to report for a month. */
export const owingOf = (members: readonly PlanMember[], unit: string, month: string): OwingProject[] =>
  members
    .filter(({ project }) => project.responsibilities?.legalEntity === unit)
    .map(({ entry, project, state }) => ({
      name: project.name ?? '',
      code: project.code,
      annualInvestment: entry.annualInvestment,
      yearToDateBefore: yearToDateBefore(state, month),
      approved: entry.category === 'PRELIMINARY' ? approvedOf(state) : null,
    }));

function approvedOf(state: PlanMember['state']): OwingProject['approved'] {
  const isGranted = (kind: ApprovalKind) => currentApproval(state, kind)?.status === 'GRANTED';
  return {
    proposal: isGranted('PROPOSAL'),
    feasibility: isGranted('FEASIBILITY'),
    design: isGranted('PRELIM_DESIGN_ESTIMATE'),
  };
}

/** What all pages have together. */
export async function allPages<T>(
  page: (after: { after?: string }) => Promise<{ items: readonly T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let after: { after?: string } = {}; ;) {
    const { items, next } = await page(after);
    all.push(...items);
    if (next === null) return all;
    after = { after: next };
  }
}
