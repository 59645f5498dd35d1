import { bare } from '../cells/text.js';
import type { ColumnSpec } from '../header/column.js';
import { findHeader, type Header } from '../header/find.js';
import { grouped } from '../grouped.js';
import type { Problem } from '../problem.js';
import { WorkbookRefused } from '../refusals.js';
import { letters, type Sheet } from '../workbook/cell.js';
import type { Workbook } from '../workbook/read.js';
import type { RowReading } from './reading.js';
import { type DataRow, readTable } from './table.js';

/** What a kind of workbook looks like, and how one of its rows is read. */
export interface SheetKind<Name extends string, Row> {
  /** 年度计划, 月报, 前期. */
  readonly title: string;
  readonly columns: readonly ColumnSpec<Name>[];
  readonly name: Name;
  readonly serial: Name;
  /** Whether a name that is merged over several rows has several facts, or one row too many. */
  readonly nameSpansRows: boolean;
  /** Undefined where something is wrong, which the reading then says. */
  rowOf(row: DataRow<Name>, header: Header<Name>, sheet: Sheet): Row | undefined;
  /** What no two rows may have in common; null for what may be repeated. */
  readonly unique: readonly { readonly what: string; readonly column: Name; of(row: Row): string | null }[];
}

/** What became of a sheet with the kind's header. */
export interface SheetRead {
  readonly name: string;
  readonly part: string;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly lastColumn: number;
  /** Letters of the columns that the kind knows, by their names. */
  readonly columns: ReadonlyMap<string, string>;
  readonly dataRows: readonly number[];
  readonly skipped: { readonly sums: number; readonly sections: number; readonly notes: number };
  /** The labels above every column. */
  readonly headings: readonly string[];
  /** Columns of people's names and numbers, which nobody read. */
  readonly personal: readonly string[];
  /** Columns that are not imported. */
  readonly ignored: readonly string[];
  /** Title and other texts above the header. */
  readonly above: readonly string[];
  /** Where an earlier answer wrote its errors. */
  readonly errorColumn: number | undefined;
}

export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** Problems of sums: nobody knows in which of the rows the mistake is. */
  readonly wrongSums: readonly Problem[];
  readonly sheets: readonly SheetRead[];
}

export const ERROR_HEADING = '错误';
const ANCHOR = /^(项目|工程)名称$/;

/** The rows of every sheet of a workbook that has the kind's header; throws `WorkbookRefused` if none has. */
export function readSheets<Name extends string, Row>(workbook: Workbook, kind: SheetKind<Name, Row>): ReadRows<Row> {
  const read: { row: Row; reading: RowReading<Name> }[] = [];
  const readings: RowReading<Name>[] = [];
  const wrongSums: Problem[] = [];
  const sheets: SheetRead[] = [];
  const lacking: string[] = [];
  for (const sheet of workbook.sheets) {
    const header = findHeader(sheet, kind.columns, ANCHOR);
    if ('missing' in header) {
      lacking.push(`“${sheet.name}”没有${kind.title}的表头`);
      continue;
    }
    const table = readTable(sheet, header, kind.columns, kind.name, kind.serial, kind.nameSpansRows);
    for (const data of table.rows) {
      const row = kind.rowOf(data, header, sheet);
      readings.push(data.reading);
      if (row) read.push({ row, reading: data.reading });
    }
    wrongSums.push(...table.problems);
    sheets.push({ ...told(sheet, header, kind.columns), dataRows: table.rows.map(numberOf), skipped: table.skipped });
  }
  if (sheets.length === 0) throw new WorkbookRefused('SHEET_MISSING', lacking.slice(0, 5).join('；'));
  const twice = duplicates(read, kind);
  return {
    rows: read.filter(({ reading }) => !twice.has(reading)).map(({ row }) => row),
    problems: readings.flatMap((reading) => reading.problems),
    wrongSums,
    sheets,
  };
}

const numberOf = <Name extends string>({ reading }: DataRow<Name>): number => reading.number;

function told<Name extends string>(sheet: Sheet, header: Header<Name>, specs: readonly ColumnSpec<Name>[]) {
  const personal = specs.flatMap(({ name, isPersonal }) => (isPersonal ? (header.columns.get(name)?.path ?? []) : []));
  return {
    name: sheet.name,
    part: sheet.part,
    headerTop: header.top,
    headerBottom: header.bottom,
    columns: new Map<string, string>([...header.columns].map(([name, { at }]) => [name, letters(at)])),
    lastColumn: Math.max(...header.others.map(({ at }) => at), ...[...header.columns.values()].map(({ at }) => at)),
    headings: [...[...header.columns.values()].map(({ path }) => path), ...header.others.map(({ text }) => text)],
    personal,
    ignored: header.others.filter(({ text }) => text !== ERROR_HEADING).map(({ text }) => text),
    above: header.above,
    errorColumn: header.others.find(({ text }) => bare(text) === ERROR_HEADING)?.at,
  };
}

/** Rows that say the same thing about the same project; which of them is meant nobody knows, so none is taken. */
function duplicates<Name extends string, Row>(
  read: readonly { row: Row; reading: RowReading<Name> }[],
  { unique }: SheetKind<Name, Row>,
): ReadonlySet<RowReading<Name>> {
  const twice = new Set<RowReading<Name>>();
  for (const { what, column, of } of unique) {
    const byKey = grouped(read, ({ row }) => of(row));
    byKey.delete(null);
    for (const same of byKey.values()) {
      if (same.length === 1) continue;
      const places = same.slice(0, 10).map(({ reading: { sheet, number } }) => `“${sheet}”第 ${number} 行`);
      for (const { reading } of same) {
        reading.wrong(column, `${what}重复：${places.join('、')}`);
        twice.add(reading);
      }
    }
  }
  return twice;
}
