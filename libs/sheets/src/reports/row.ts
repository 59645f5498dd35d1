import type { Figures, ReportDetails } from '#libs/domain';
import { monthNamed } from '../cells/day.js';
import { bare } from '../cells/text.js';
import type { Header } from '../header/find.js';
import type { Place } from '../place.js';
import { codeOf } from '../plan/row.js';
import type { RowReading } from '../rows/reading.js';
import type { SheetKind } from '../rows/read-sheets.js';
import type { DataRow } from '../rows/table.js';
import type { Sheet } from '../workbook/cell.js';
import { yearIn } from '../year.js';
import { detailsIn } from './details.js';
import { REPORT_COLUMNS, type ReportColumn } from './columns.js';

/** One project's report of one month; figures in 分. */
export interface ReportRow extends ReportDetails {
  readonly place: Place;
  readonly code: string | null;
  readonly name: string;
  /** YYYY-MM */
  readonly month: string;
  readonly figures: Figures;
  readonly progress: string;
  readonly correctionReason: string | null;
  readonly nilReason: string | null;
  /** What is not safe, or null. */
  readonly safetyIssue: string | null;
}

/** 月报; `month` holds for rows and titles that name none. */
export const reportsOf = (month: string | undefined): SheetKind<ReportColumn, ReportRow> => ({
  title: '月报',
  columns: REPORT_COLUMNS,
  name: 'name',
  serial: 'serial',
  nameSpansRows: false,
  rowOf: (row, header, sheet) => reportRowOf(row, monthOf(row.reading, header, sheet) ?? month),
  unique: [
    {
      what: '同一项目同一月份的月报',
      column: 'name',
      of: ({ code, name, month }) => `${code ?? bare(name)}|${month}`,
    },
  ],
});

function reportRowOf({ reading }: DataRow<ReportColumn>, month: string | undefined): ReportRow | undefined {
  const name = reading.text('name', 300);
  if (name === null) reading.wrong('name', '缺少项目名称');
  if (month === undefined) reading.wrong('period', '无法判断是哪个月的月报');
  const progress = storyOf(reading);
  if (progress === '') reading.wrong('progress', '缺少形象进度或项目进展情况');
  if (progress.length > 5_000) reading.wrong('progress', '形象进度、进展情况和问题合计超过 5000 个字');
  const row: ReportRow = {
    place: { sheet: reading.sheet, row: reading.number },
    code: codeOf(reading),
    name: name ?? '',
    month: month ?? '',
    figures: { month: requiredAmount(reading, 'month'), yearToDate: requiredAmount(reading, 'yearToDate') },
    progress,
    ...detailsIn(reading),
    correctionReason: reading.text('correctionReason'),
    nilReason: reading.text('nilReason'),
    safetyIssue: reading.text('safetyIssue'),
  };
  return reading.problems.length === 0 ? row : undefined;
}

/** Nothing is not zero: a figure that nobody wrote is missing. */
function requiredAmount(reading: RowReading<ReportColumn>, column: 'month' | 'yearToDate'): number {
  const before = reading.problems.length;
  const amount = reading.amount(column);
  if (amount === null && reading.problems.length === before)
    reading.wrong(column, column === 'month' ? '缺少本期完成投资' : '缺少当年累计完成投资');
  return amount ?? 0;
}

function storyOf(reading: RowReading<ReportColumn>): string {
  const difficulties = reading.text('difficulties', 5_000);
  const parts = [
    reading.text('progress', 5_000),
    reading.text('story', 5_000),
    difficulties && `存在问题及困难：${difficulties}`,
  ];
  return parts.filter((part) => part !== null).join('\n');
}

/** From 期号, else from what stands above the table, else from the sheet's name. */
function monthOf(reading: RowReading<ReportColumn>, { above }: Header<ReportColumn>, sheet: Sheet): string | undefined {
  const titles = [...above, sheet.name];
  const period = reading.dayText('period');
  if (period !== null) {
    const year = yearIn(titles);
    const number = /^第?(\d{1,2})(期|月)$/.exec(bare(period).replace(/^\d{4}年/, ''))?.[1];
    const whole = /^(\d{4})年第/.exec(bare(period))?.[1] ?? year;
    const month =
      monthNamed(period) ??
      monthNamed(period.slice(0, 7)) ??
      (number && whole ? monthNamed(`${whole}-${number}`) : undefined);
    if (month === undefined) reading.wrong('period', `“${period}”不是月份（如 2022年4月）`);
    return month;
  }
  for (const title of titles) {
    const month = /(20\d{2})(?:年|[.-])(\d{1,2})月?/.exec(bare(title));
    if (month) return monthNamed(`${month[1]}-${month[2]}`);
  }
  return undefined;
}
