import { bookOf, inWan } from './book.js';

/** A project that owes a report, with what is known of it before. */
export interface OwingProject {
  readonly name: string;
  readonly code: string | null;
  /** 分. */
  readonly annualInvestment: number;
  /** 分 from January to the end of the month before. */
  readonly yearToDateBefore: number;
  /** Of a preliminary project, whether it was approved: 立项, 可研, 初设; null for construction. */
  readonly approved: { readonly proposal: boolean; readonly feasibility: boolean; readonly design: boolean } | null;
}

const YES_NO = ['是', '否'];

/** 月报 of a unit's projects, to be filled in and imported; `month` is YYYY-MM. */
export const reportTemplate = (month: string, projects: readonly OwingProject[]): Promise<Buffer> =>
  bookOf([
    {
      name: '月报',
      title: `${month.slice(0, 4)}年${Number(month.slice(5))}月重点项目月报`,
      columns: [
        { header: '序号', width: 6 },
        { header: '项目名称', width: 36 },
        { header: '项目代码', width: 26 },
        { header: '年度计划投资（万元）', width: 14 },
        { header: '上期累计完成投资（万元）', width: 16 },
        { header: '本期完成投资（万元）', width: 14 },
        { header: '当年累计完成投资（万元）', width: 16 },
        { header: '土建工程（万元）', width: 14 },
        { header: '设备安装（万元）', width: 14 },
        { header: '土地等费用（万元）', width: 14 },
        { header: '建设阶段', width: 16 },
        { header: '形象进度', width: 40 },
        { header: '存在问题及困难', width: 40 },
        { header: '安全隐患', width: 24 },
        { header: '是否开工', width: 10, choices: YES_NO },
        { header: '是否竣工', width: 10, choices: YES_NO },
        ...['是否完成立项审批', '是否完成可研审批', '是否完成初设审批'].map((header) => ({
          header,
          width: 12,
          choices: YES_NO,
        })),
        { header: '前期工作经费（万元）', width: 14 },
        { header: '停工或零投资原因', width: 24 },
        { header: '更正原因', width: 24 },
      ],
      rows: projects.map(({ name, code, annualInvestment, yearToDateBefore, approved }, index) => [
        index + 1,
        name,
        code,
        inWan(annualInvestment),
        inWan(yearToDateBefore),
        ...Array<null>(11).fill(null),
        ...[approved?.proposal, approved?.feasibility, approved?.design].map(saidOf),
        ...Array<null>(3).fill(null),
      ]),
    },
  ]);

const saidOf = (approved: boolean | undefined): string | null =>
  approved === undefined ? null : approved ? '是' : '否';
