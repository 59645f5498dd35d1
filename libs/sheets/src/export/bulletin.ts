import type { BulletinFigures, BulletinLine, Category } from '#libs/domain';
import { bookOf, type ExportValue, inWan } from './book.js';

/** A bulletin as it was frozen; `month` is YYYY-MM. */
export interface SaidInBulletin {
  readonly title: string;
  readonly month: string;
  readonly content: string;
  readonly docNo: string | null;
  readonly figures: BulletinFigures;
}

const CATEGORY: Readonly<Record<Category, string>> = {
  NEW_START: '计划新开工',
  CARRIED_OVER: '续建',
  PRELIMINARY: '前期',
};

/** 通报: its text, the plan by category (项目类别), and the construction projects by town (镇街). */
export function exportBulletin({ title, month, content, docNo, figures }: SaidInBulletin): Promise<Buffer> {
  const { construction, byCategory, byTown } = figures;
  const through = `1—${Number(month.slice(5))}月`;
  const heading = `${title}（截至${figures.through}）`;
  return bookOf([
    {
      name: '通报',
      title,
      columns: [
        { header: '文号', width: 24 },
        { header: '内容', width: 100 },
      ],
      rows: [[docNo, content]],
    },
    {
      name: '项目类别',
      title: heading,
      columns: [
        { header: '项目类别', width: 16 },
        { header: '项目数量', width: 12 },
        { header: '年度计划投资（万元）', width: 16 },
        { header: `${through}完成投资（万元）`, width: 18 },
        { header: '完成率（%）', width: 12 },
        { header: '本月已审核月报', width: 14 },
      ],
      rows: [
        ...byCategory.map((line) => categoryRow(CATEGORY[line.category], line)),
        categoryRow('建设项目合计', construction),
      ],
    },
    {
      name: '镇街',
      title: heading,
      columns: [
        { header: '镇街', width: 20 },
        { header: '项目个数', width: 12 },
        { header: '总投资（万元）', width: 16 },
        { header: '年度计划投资（万元）', width: 16 },
        { header: '累计投资（万元）', width: 16 },
        { header: '完成百分比（%）', width: 14 },
        { header: '本期新增投资（万元）', width: 16 },
      ],
      rows: [...byTown.map((line) => townRow(line.town ?? '未明确', line)), townRow('合计', construction)],
    },
  ]);
}

const categoryRow = (name: string, line: BulletinLine): ExportValue[] => [
  name,
  line.projects,
  inWan(line.annualInvestment),
  inWan(line.completed),
  percent(line.completionRate),
  `${line.covered}/${line.projects}`,
];

const townRow = (name: string, line: BulletinLine): ExportValue[] => [
  name,
  line.projects,
  inWan(line.totalInvestment),
  inWan(line.annualInvestment),
  inWan(line.completed),
  percent(line.completionRate),
  inWan(line.added),
];

const percent = (rate: number | null): number | null => (rate === null ? null : Number((rate * 100).toFixed(2)));
