import type { Directory } from '#libs/directory';
import type { Documents } from '#libs/event-sourcing';
import type { ApprovalKind, PreparationNode, TaskStatus } from '#libs/domain';
import { type Assignment, assignmentsOn } from '#libs/read-models';
import type { AssignedProject } from '#libs/sheets';
import { allPages, MILESTONE, PAGE } from './rows.js';

const APPROVAL: Readonly<Record<ApprovalKind, string>> = {
  PROPOSAL: '项目建议书',
  FEASIBILITY: '可行性研究报告',
  VERIFICATION: '核准',
  FILING: '备案',
  LAND_PREREVIEW_SITE: '用地预审与选址意见书',
  EIA: '环评',
  ENERGY_REVIEW: '节能审查',
  PRELIM_DESIGN_ESTIMATE: '初步设计及概算',
  CONSTRUCTION_PERMIT: '施工许可证',
  WATER_SOIL: '水土保持方案',
  LAND_PERMIT: '建设用地规划许可证',
  WORKS_PERMIT: '建设工程规划许可证',
  TENDER: '招标',
};
const STEP: Readonly<Record<PreparationNode['step'], string>> = { REVIEW: '技术审查', APPROVAL: '审批' };
const TASK: Readonly<Record<TaskStatus, string>> = {
  ASSIGNED: '已交办',
  REPORTED: '已反馈',
  CLOSED: '已销号',
  CANCELLED: '已撤销',
};

/** Every project of a year's plan, or of those in which a unit holds a place, with what its persons, by name, answer for. */
export async function assignedOn(
  documents: Documents,
  directory: Directory,
  year: number,
  unit?: string,
): Promise<AssignedProject[]> {
  const items = await allPages((after) =>
    assignmentsOn(documents, { year, ...(unit !== undefined && { unit }), limit: PAGE, ...after }),
  );
  const projects = items.map(assignedOf);
  const names = await directory.namesOf(
    projects.flatMap(({ personInCharge, linkedLeader, reporter }) => [personInCharge, linkedLeader, reporter]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names[id] ?? id));
  return projects.map((project) => ({
    ...project,
    personInCharge: nameOf(project.personInCharge),
    linkedLeader: nameOf(project.linkedLeader),
    reporter: nameOf(project.reporter),
  }));
}

const assignedOf = ({ responsibilities, milestones, nodes, tasks, ...item }: Assignment): AssignedProject => ({
  ...item,
  name: item.name ?? '',
  responsibleUnit: responsibilities?.responsibleUnit ?? null,
  legalEntity: responsibilities?.legalEntity ?? null,
  leadAuthority: responsibilities?.leadAuthority ?? null,
  supportingUnits: responsibilities?.supportingUnits ?? [],
  reporter: responsibilities?.reporter ?? null,
  dates: [
    ...milestones.map(({ milestone, plannedOn }) => ({ what: MILESTONE[milestone], on: plannedOn })),
    ...nodes.map(({ approval, step, dueOn }) => ({ what: `${APPROVAL[approval]}${STEP[step]}`, on: dueOn })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1)),
  tasks: tasks.map(({ text, unit, dueOn, status }) => ({ text, unit, dueOn, status: TASK[status] })),
});
