import type { Unit } from '../cells/amount.js';
import type { ColumnSpec } from '../header/column.js';
import type { Header } from '../header/find.js';
import { LIMITS } from '../limits.js';
import type { Problem } from '../problem.js';
import { WorkbookRefused } from '../refusals.js';
import type { Sheet } from '../workbook/cell.js';
import { kindOf } from './kind.js';
import { mergedCells, readingOf, type RowReading } from './reading.js';
import { type AmountColumn, type SummedRow, wrongSums } from './sums.js';

/** A data row and the headings above it, the nearest last. */
export interface DataRow<Name extends string> {
  readonly reading: RowReading<Name>;
  readonly sections: readonly string[];
}

export interface Table<Name extends string> {
  readonly rows: readonly DataRow<Name>[];
  /** Of sums that do not add up; those of rows are with their readings. */
  readonly problems: readonly Problem[];
  readonly skipped: { readonly sums: number; readonly sections: number; readonly notes: number };
}

/** The data rows below a header; sums, headings and remarks between them are set apart, and the sums are checked. */
export function readTable<Name extends string>(
  sheet: Sheet,
  header: Header<Name>,
  specs: readonly ColumnSpec<Name>[],
  name: Name,
  serial: Name,
  nameSpansRows: boolean,
): Table<Name> {
  const amounts = specs.filter(({ isAmount }) => isAmount).flatMap((spec) => columnOf(spec.name, header));
  const nameAt = header.columns.get(name)!.at;
  const serialAt = header.columns.get(serial)?.at;
  const merged = mergedCells(sheet);
  const rows: DataRow<Name>[] = [];
  const summed: SummedRow[] = [];
  const problems: Problem[] = [];
  const skipped = { sums: 0, sections: 0, notes: 0 };
  let sections: string[] = [];

  for (const row of sheet.rows) {
    if (row.number <= header.bottom) continue;
    const isContinuation = row.cells[nameAt] === undefined && merged.covers(row.number, nameAt);
    const known = kindOf(row, serialAt, nameAt, !isContinuation);
    const reading = readingOf(sheet, row, header, merged);
    if (known.kind === 'NOTE') {
      skipped.notes++;
      continue;
    }
    const values = amounts.map(({ column, at }) => [at, amountOf(reading, column)] as const);
    summed.push({ number: row.number, known, amounts: new Map(values) });
    if (known.kind === 'DATA') {
      if (rows.length === LIMITS.dataRows) throw new WorkbookRefused('IMPORT_TOO_LARGE', `第 ${row.number} 行仍有数据`);
      if (isContinuation && !nameSpansRows) reading.wrong(null, '项目名称与上一行合并，无法判断本行属于哪个项目');
      rows.push({ reading, sections });
      continue;
    }
    problems.push(...reading.problems);
    if (known.kind === 'SUBTOTAL' || known.kind === 'TOTAL') skipped.sums++;
    else {
      skipped.sections++;
      sections = known.kind === 'SECTION' ? [known.title] : [...sections.slice(0, 1), known.title];
    }
  }
  return { rows, problems: [...problems, ...wrongSums(sheet.name, summed, amounts)], skipped };
}

function columnOf<Name extends string>(column: Name, header: Header<Name>): (AmountColumn & { column: Name })[] {
  const found = header.columns.get(column);
  if (!found) return [];
  return [{ column, at: found.at, unit: found.unit === 'OTHER' ? undefined : (found.unit as Unit | undefined) }];
}

/** Undefined where the cell could not be read. */
function amountOf<Name extends string>(reading: RowReading<Name>, column: Name): number | null | undefined {
  const before = reading.problems.length;
  const amount = reading.amount(column);
  return reading.problems.length > before ? undefined : amount;
}
