import type { Category } from '#libs/domain';
import { bookOf, type ExportValue, inWan } from './book.js';
import { CATEGORY } from './plan.js';

/** What a project's persons answer for: its targets by month, its dates, its tasks; people by name, or by id where the directory has none. */
export interface AssignedProject {
  readonly name: string;
  readonly code: string | null;
  readonly category: Category;
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
  readonly supportingUnits: readonly string[];
  readonly personInCharge: string | null;
  readonly linkedLeader: string | null;
  readonly reporter: string | null;
  /** 分 */
  readonly annualInvestment: number;
  /** 分 for each of the 12 months; null for a preliminary project. */
  readonly monthlyTargets: readonly number[] | null;
  readonly dates: readonly { readonly what: string; readonly on: string }[];
  readonly tasks: readonly {
    readonly text: string;
    readonly unit: string;
    readonly dueOn: string;
    readonly status: string;
  }[];
}

const PROJECT = [
  { header: '序号', width: 6 },
  { header: '项目名称', width: 36 },
];

/** 任务书 of a year: who answers for what by month, 时间表, and what coordinations left to do. */
export const exportAssignmentSheet = (title: string, projects: readonly AssignedProject[]): Promise<Buffer> =>
  bookOf([
    {
      name: '责任与目标',
      title,
      columns: [
        ...PROJECT,
        { header: '项目代码', width: 26 },
        { header: '计划类别', width: 12 },
        { header: '责任单位', width: 24 },
        { header: '项目法人', width: 24 },
        { header: '行业主管部门', width: 24 },
        { header: '配合单位', width: 24 },
        { header: '责任人', width: 16 },
        { header: '包联领导', width: 16 },
        { header: '报送专人', width: 16 },
        { header: '本年度计划投资（万元）', width: 14 },
        ...Array.from({ length: 12 }, (_, month) => ({ header: `${month + 1}月（万元）`, width: 10 })),
      ],
      rows: projects.map(targetsOf),
    },
    {
      name: '时间表',
      title: `${title}：时间表`,
      columns: [
        ...PROJECT,
        { header: '节点', width: 30 },
        { header: '完成时限', width: 14 },
        { header: '责任单位', width: 24 },
      ],
      rows: projects
        .flatMap(({ name, dates, responsibleUnit }) => dates.map(({ what, on }) => [name, what, on, responsibleUnit]))
        .map(numbered),
    },
    {
      name: '任务',
      title: `${title}：任务`,
      columns: [
        ...PROJECT,
        { header: '任务', width: 50 },
        { header: '承办单位', width: 24 },
        { header: '完成时限', width: 14 },
        { header: '状态', width: 12 },
      ],
      rows: projects
        .flatMap(({ name, tasks }) => tasks.map(({ text, unit, dueOn, status }) => [name, text, unit, dueOn, status]))
        .map(numbered),
    },
  ]);

const numbered = (row: readonly ExportValue[], index: number): ExportValue[] => [index + 1, ...row];

const targetsOf = (project: AssignedProject, index: number): ExportValue[] => [
  index + 1,
  project.name,
  project.code,
  CATEGORY[project.category],
  project.responsibleUnit,
  project.legalEntity,
  project.leadAuthority,
  project.supportingUnits.join('、') || null,
  project.personInCharge,
  project.linkedLeader,
  project.reporter,
  project.category === 'PRELIMINARY' ? null : inWan(project.annualInvestment),
  ...(project.monthlyTargets ?? []).map(inWan),
];
