import { bookOf, inWan } from './book.js';

/** A project in which a unit holds a place. */
export interface LedgerLine {
  readonly name: string;
  readonly places: readonly string[];
  readonly status: string | null;
  /** 分; null where it is in no plan. */
  readonly annualInvestment: number | null;
  readonly nextMilestone: string | null;
  readonly lastReport: { readonly month: string; readonly yearToDate: number } | null;
}

/** 工作台账 of a unit. */
export const exportLedger = (unit: string, lines: readonly LedgerLine[]): Promise<Buffer> =>
  bookOf([
    {
      name: '工作台账',
      title: `${unit}重点项目工作台账`,
      columns: [
        { header: '序号', width: 6 },
        { header: '项目名称', width: 36 },
        { header: '承担职责', width: 24 },
        { header: '项目状态', width: 12 },
        { header: '年度计划投资（万元）', width: 14 },
        { header: '下一节点', width: 24 },
        { header: '最近月报', width: 12 },
        { header: '当年累计完成投资（万元）', width: 16 },
      ],
      rows: lines.map((line, index) => [
        index + 1,
        line.name,
        line.places.join('、'),
        line.status,
        inWan(line.annualInvestment),
        line.nextMilestone,
        line.lastReport?.month ?? null,
        inWan(line.lastReport?.yearToDate ?? null),
      ]),
    },
  ]);
