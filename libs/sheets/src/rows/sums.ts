import { inYi, roundedFiguresAgree } from '#libs/domain';
import type { Unit } from '../cells/amount.js';
import type { Problem } from '../problem.js';
import { letters } from '../workbook/cell.js';
import type { KnownRow } from './kind.js';

/** A row with its amounts in 分 by column; null where a cell is empty, undefined where it could not be read. */
export interface SummedRow {
  readonly number: number;
  readonly known: KnownRow;
  readonly amounts: ReadonlyMap<number, number | null | undefined>;
}

export interface AmountColumn {
  readonly at: number;
  readonly unit: Unit | undefined;
}

/** Sums that none of the rows for which they may stand add up to. */
export function wrongSums(sheet: string, rows: readonly SummedRow[], columns: readonly AmountColumn[]): Problem[] {
  return rows.flatMap((row, index) => {
    if (row.known.kind === 'DATA' || row.known.kind === 'NOTE') return [];
    const scopes = scopesOf(rows, index);
    return columns.flatMap((column) => {
      const stated = row.amounts.get(column.at);
      if (stated === null || stated === undefined) return [];
      const sums = scopes.map((scope) => sumOf(scope, column, stated));
      // Where a row could not be read its own problem says so already.
      if (sums.some((sum) => sum === undefined || sum === stated)) return [];
      const difference = sums[0]! - stated;
      const text = `“${row.known.title}”与各行之和不符：表中 ${yuan(stated)}，各行合计 ${yuan(sums[0]!)}，相差 ${yuan(difference)}`;
      return [{ sheet, row: row.number, column: letters(column.at), text }];
    });
  });
}

/** The rows for which a sum may stand, the likeliest first: people put sums below, above and within sections. */
function scopesOf(rows: readonly SummedRow[], index: number): SummedRow[][] {
  const { kind } = rows[index]!.known;
  const data = (from: number, to: number) => rows.slice(from, to).filter(({ known }) => known.kind === 'DATA');
  const isHead = (row: SummedRow) => row.known.kind === 'SECTION' || row.known.kind === 'SUBSECTION';
  const before = (test: (row: SummedRow) => boolean) => rows.findLastIndex((row, at) => at < index && test(row)) + 1;
  const after = (test: (row: SummedRow) => boolean) => {
    const found = rows.findIndex((row, at) => at > index && test(row));
    return found < 0 ? rows.length : found;
  };
  const isTotal = (row: SummedRow) => row.known.kind === 'TOTAL';
  const isSubtotal = (row: SummedRow) => row.known.kind === 'SUBTOTAL';
  switch (kind) {
    case 'TOTAL':
      return [data(0, rows.length), data(before(isTotal), index), data(index, after(isTotal))];
    case 'SUBTOTAL':
      return [
        data(
          before((row) => isHead(row) || isSubtotal(row)),
          index,
        ),
        data(
          before((row) => row.known.kind === 'SECTION'),
          index,
        ),
        data(
          index,
          after((row) => isHead(row) || isSubtotal(row)),
        ),
      ];
    case 'SECTION':
      return [
        data(
          index,
          after((row) => row.known.kind === 'SECTION'),
        ),
      ];
    case 'SUBSECTION':
      return [data(index, after(isHead))];
    case 'DATA':
    case 'NOTE':
      return [];
  }
}

/** The sum of a scope; what is stated instead where published roundings explain the difference. */
function sumOf(rows: readonly SummedRow[], { at, unit }: AmountColumn, stated: number): number | undefined {
  const amounts = rows.map(({ amounts }) => amounts.get(at));
  if (amounts.includes(undefined)) return undefined;
  const addends = amounts.map((amount) => amount ?? 0);
  if (unit === '亿元' && roundedFiguresAgree(addends, stated)) return stated;
  return addends.reduce((sum, amount) => sum + amount, 0);
}

const yuan = (fen: number): string => {
  const inWan = fen / 1_000_000;
  return Number.isInteger(fen / 10_000) ? `${inWan} 万元` : `${inYi(fen)} 亿元`;
};
