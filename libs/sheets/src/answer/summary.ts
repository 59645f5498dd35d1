import type { Imported } from '../import/import-workbook.js';

/** By which an answer that comes in again is known. */
export const SUMMARY_TITLE = '导入结果汇总';
export const SUMMARY_SHEET = '汇总';
export const SUMMARY_WIDTHS = [24, 12, 12, 80];

/** What the person reads first: counts, what was left out, and every problem with its place. */
export function summaryRows(imported: Imported): (string | number)[][] {
  const { title, refused, rows, unchanged, failed, problems, notes, sheets } = imported;
  return [
    [SUMMARY_TITLE],
    ['类型', title],
    ['结果', refused === null ? (failed === 0 ? '全部导入' : '部分导入') : `未导入：${refused}`],
    ['数据行', rows],
    ['已导入', imported.imported],
    ['与已有信息一致', unchanged],
    ['有误未导入', failed],
    ...sheets.map(({ name, skipped }) => [
      `工作表“${name}”`,
      '',
      '',
      `跳过合计 ${skipped.sums} 行、分组标题 ${skipped.sections} 行、说明 ${skipped.notes} 行`,
    ]),
    ...listed(
      '个人信息列，未读取也未保存',
      sheets.flatMap(({ personal }) => personal),
    ),
    ...listed(
      '未导入的列',
      sheets.flatMap(({ ignored }) => ignored),
    ),
    ...notes.map((note) => ['说明', '', '', note]),
    [],
    ['工作表', '行', '列', '问题'],
    ...problems.map(({ sheet, row, column, text }) => [sheet, row, column ?? '', text]),
  ];
}

const listed = (what: string, columns: readonly string[]): string[][] =>
  columns.length === 0 ? [] : [[what, '', '', [...new Set(columns)].join('、')]];
