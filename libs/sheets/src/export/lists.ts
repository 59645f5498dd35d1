import { bookOf, type ExportSheet, type ExportValue, inWan } from './book.js';

/** A project on one of the three lists, or in a unit's ledger. */
export interface ListedProject {
  readonly name: string;
  readonly town: string | null;
  readonly commencement: string | null;
  readonly completion: string | null;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  /** 分 from January on, as far as it was accepted. */
  readonly completed: number;
  /** 4 decimals; null without a plan. */
  readonly completionRate: number | null;
  readonly responsibleUnit: string | null;
}

const columns: ExportSheet['columns'] = [
  { header: '序号', width: 6 },
  { header: '项目名称', width: 36 },
  { header: '建设地点', width: 14 },
  { header: '责任单位', width: 24 },
  { header: '计划开工时间', width: 14 },
  { header: '计划竣工时间', width: 14 },
  { header: '总投资（万元）', width: 14 },
  { header: '年度计划投资（万元）', width: 14 },
  { header: '当年累计完成投资（万元）', width: 16 },
  { header: '当年投资完成率（%）', width: 12 },
];

/** 三张清单, a sheet for each. */
export const exportLists = (
  year: number,
  lists: readonly { readonly name: string; readonly projects: readonly ListedProject[] }[],
): Promise<Buffer> =>
  bookOf(
    lists.map(({ name, projects }) => ({
      name,
      title: `${year}年重点项目${name}清单`,
      columns,
      rows: projects.map(rowOf),
    })),
  );

const rowOf = (project: ListedProject, index: number): ExportValue[] => [
  index + 1,
  project.name,
  project.town,
  project.responsibleUnit,
  project.commencement,
  project.completion,
  inWan(project.totalInvestment),
  inWan(project.annualInvestment),
  inWan(project.completed),
  project.completionRate === null ? null : Number((project.completionRate * 100).toFixed(2)),
];
