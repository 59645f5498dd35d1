import { fenOf, shown, type Unit } from '../cells/amount.js';
import { dayText } from '../cells/day.js';
import { bare, isNothing, tidy } from '../cells/text.js';
import { grouped } from '../grouped.js';
import type { Header } from '../header/find.js';
import type { Problem } from '../problem.js';
import { type Cell, letters, type Sheet, type SheetRow } from '../workbook/cell.js';

/** One row as a kind reads it; what is wrong with a cell is noted and read as nothing. */
export interface RowReading<Name extends string> {
  readonly sheet: string;
  readonly number: number;
  readonly problems: readonly Problem[];
  /** The labels above a column, or undefined if the sheet has none such. */
  path(name: Name): string | undefined;
  /** Null where nothing is said; a text longer than `longest` characters is a problem. */
  text(name: Name, longest?: number): string | null;
  /** 分. */
  amount(name: Name): number | null;
  /** What a cell of days says, serial numbers as days. */
  dayText(name: Name): string | null;
  wrong(name: Name | null, text: string): void;
}

export function readingOf<Name extends string>(
  sheet: Sheet,
  row: SheetRow,
  { columns }: Header<Name>,
  merged: MergedCells,
): RowReading<Name> {
  const problems: Problem[] = [];
  const column = (name: Name | null) => (name === null ? undefined : columns.get(name)?.at);
  const wrong = (name: Name | null, text: string): void => {
    const at = column(name);
    const problem = { sheet: sheet.name, row: row.number, column: at === undefined ? null : letters(at), text };
    // A cell may be looked at more than once.
    if (!problems.some((known) => known.column === problem.column && known.text === text)) problems.push(problem);
  };
  /** The cell that counts for a column, or nothing where it is empty or its formula has no value. */
  const sound = (name: Name, cell: Cell | undefined): Cell | undefined => {
    if (cell?.fault === 'NOT_CALCULATED') wrong(name, '公式没有保存计算结果，请重新计算并保存后再导入');
    if (cell?.fault === 'FAILED') wrong(name, `公式出错：${String(cell.value)}`);
    return cell?.fault === null ? cell : undefined;
  };
  const own = (name: Name) => {
    const at = column(name);
    return at === undefined ? undefined : (row.cells[at] ?? merged.cellAt(row.number, at));
  };
  return {
    sheet: sheet.name,
    number: row.number,
    problems,
    path: (name) => columns.get(name)?.path,
    wrong,
    text(name, longest = 2_000) {
      const value = sound(name, own(name))?.value;
      const text = value === undefined ? '' : tidy(typeof value === 'number' ? shown(value) : String(value));
      if (text.length > longest) wrong(name, `超过 ${longest} 个字`);
      return isNothing(text) || text.length > longest ? null : text;
    },
    amount(name) {
      const at = columns.get(name);
      // An amount is that of the row in which it stands: a merged one would count twice.
      const cell = at && sound(name, row.cells[at.at]);
      if (!cell || (typeof cell.value === 'string' && isNothing(cell.value))) return null;
      const unit = at!.unit === 'OTHER' ? undefined : (at!.unit as Unit | undefined);
      const fen =
        at!.unit === 'OTHER' ? '表头的币种不是人民币' : fenOf(typeof cell.value === 'boolean' ? '' : cell.value, unit);
      if (typeof fen === 'number') return fen;
      wrong(name, fen);
      return null;
    },
    dayText(name) {
      const cell = sound(name, own(name));
      const text = cell ? bare(dayText(cell, sheet.date1904)) : '';
      return isNothing(text) ? null : text;
    },
  };
}

/** Cells that are merged downwards speak for the rows below them as well. */
export interface MergedCells {
  cellAt(row: number, column: number): Cell | undefined;
  covers(row: number, column: number): boolean;
}

export function mergedCells({ merges, rows }: Sheet): MergedCells {
  const downwards = merges.filter(({ top, bottom }) => bottom > top);
  const byColumn = grouped(downwards, ({ left }) => left);
  for (const spans of byColumn.values()) spans.sort((a, b) => a.top - b.top);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const topOf = (row: number, column: number): number | undefined => {
    const spans = byColumn.get(column);
    if (!spans) return undefined;
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.top < row) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    return span && span.bottom >= row ? span.top : undefined;
  };
  return {
    covers: (row, column) => topOf(row, column) !== undefined,
    cellAt(row, column) {
      const top = topOf(row, column);
      return top === undefined ? undefined : byNumber.get(top)?.cells[column];
    },
  };
}
