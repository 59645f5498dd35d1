import type { Category, Details } from '#libs/domain';
import { bookOf, type ExportSheet, type ExportValue, inWan } from './book.js';

/** A project with its line in a plan; amounts in 分, units by name or id. */
export interface PlanLine {
  readonly code: string | null;
  readonly details: Details;
  readonly category: Category;
  readonly totalInvestment: number;
  readonly annualInvestment: number;
  readonly monthlyTargets: readonly number[] | null;
  readonly commencement: string | null;
  readonly completion: string | null;
  readonly responsibleUnit: string | null;
  readonly legalEntity: string | null;
  readonly leadAuthority: string | null;
}

export const CATEGORY: Readonly<Record<Category, string>> = {
  NEW_START: '计划新开工',
  CARRIED_OVER: '续建',
  PRELIMINARY: '前期',
};
const NATURE = { NEW: '新建', EXPANSION: '扩建', RENOVATION: '改建' } as const;
const INVESTMENT_TYPE = { GOVERNMENT: '审批', ENTERPRISE_VERIFIED: '核准', ENTERPRISE_FILED: '备案' } as const;

const columns: ExportSheet['columns'] = [
  { header: '序号', width: 6 },
  { header: '项目名称', width: 36 },
  { header: '项目代码', width: 26 },
  { header: '计划类别', width: 12, choices: Object.values(CATEGORY) },
  { header: '项目法人', width: 24 },
  { header: '建设性质', width: 10, choices: Object.values(NATURE) },
  { header: '投资类型', width: 10, choices: Object.values(INVESTMENT_TYPE) },
  { header: '项目类型', width: 14 },
  { header: '建设地点', width: 14 },
  { header: '主要建设内容及规模', width: 50 },
  { header: '建设用地面积（亩）', width: 14 },
  { header: '计划开工时间', width: 14 },
  { header: '计划竣工时间', width: 14 },
  { header: '总投资（万元）', width: 14 },
  { header: '本年度计划投资（万元）', width: 14 },
  { header: '责任单位', width: 24 },
  { header: '行业主管部门', width: 24 },
  ...Array.from({ length: 12 }, (_, month) => ({ header: `${month + 1}月（万元）`, width: 10 })),
  { header: '备注', width: 30 },
];

/** 年度计划, in headers that an import of it reads. */
export const exportPlan = (year: number, lines: readonly PlanLine[]): Promise<Buffer> =>
  bookOf([{ name: '年度计划', title: `${year}年重点项目年度计划表`, columns, rows: lines.map(rowOf) }]);

const rowOf = (line: PlanLine, index: number): ExportValue[] => {
  const { details } = line;
  return [
    index + 1,
    details.name,
    line.code,
    CATEGORY[line.category],
    line.legalEntity ?? details.managingUnit,
    details.nature && NATURE[details.nature],
    details.investmentType && INVESTMENT_TYPE[details.investmentType],
    details.sector,
    details.town,
    details.description,
    details.landArea === null ? null : details.landArea / 100,
    line.commencement,
    line.completion,
    inWan(line.totalInvestment),
    line.category === 'PRELIMINARY' ? null : inWan(line.annualInvestment),
    line.responsibleUnit ?? details.clientUnit,
    line.leadAuthority,
    ...Array.from({ length: 12 }, (_, month) => inWan(line.monthlyTargets?.[month] ?? null)),
    details.remark,
  ];
};
