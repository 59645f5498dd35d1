import { bookOf, inWan } from './book.js';

/** A project that owes a report, with what is known of it before. */
export interface OwingProject {
  readonly name: string;
  readonly code: string | null;
  /** 分. */
  readonly annualInvestment: number;
  /** 分 from January to the end of the month before. */
  readonly yearToDateBefore: number;
}

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
        { header: '形象进度', width: 40 },
        { header: '存在问题及困难', width: 40 },
        { header: '安全隐患', width: 24 },
        { header: '是否开工', width: 10, choices: ['是', '否'] },
        { header: '是否竣工', width: 10, choices: ['是', '否'] },
        { header: '停工或零投资原因', width: 24 },
        { header: '更正原因', width: 24 },
      ],
      rows: projects.map(({ name, code, annualInvestment, yearToDateBefore }, index) => [
        index + 1,
        name,
        code,
        inWan(annualInvestment),
        inWan(yearToDateBefore),
        ...Array<null>(9).fill(null),
      ]),
    },
  ]);
