import type { Unit } from '../cells/amount.js';
import type { Merge, Sheet, SheetRow } from '../workbook/cell.js';
import type { ColumnSpec } from './column.js';
import { type Label, labelOf, unitAbove } from './label.js';

export interface FoundColumn {
  readonly at: number;
  readonly unit: Unit | 'OTHER' | undefined;
  /** The labels above it, joined by `/`. */
  readonly path: string;
}

/** Where a sheet's header was found, and what stands in which column. */
export interface Header<Name extends string> {
  readonly top: number;
  readonly bottom: number;
  readonly columns: ReadonlyMap<Name, FoundColumn>;
  /** Headers of columns that no one asked for. */
  readonly others: readonly { readonly at: number; readonly text: string }[];
  /** Texts above the header: title, date, unit. */
  readonly above: readonly string[];
}

/** A sheet is of another kind, or its header lacks a column. */
export interface NoHeader {
  readonly missing: readonly string[];
}

const SEARCHED_ROWS = 30;
const DEEPEST = 4;

/** The header of a sheet: the block of rows around the cell that reads `anchor`, with every required column. */
export function findHeader<Name extends string>(
  sheet: Sheet,
  specs: readonly ColumnSpec<Name>[],
  anchor: RegExp,
): Header<Name> | NoHeader {
  const rows = new Map(sheet.rows.slice(0, SEARCHED_ROWS).map((row) => [row.number, row]));
  let missing: readonly string[] | undefined;
  for (const row of rows.values()) {
    const at = row.cells.findIndex((cell) => typeof cell?.value === 'string' && anchor.test(labelOf(cell.value).text));
    if (at < 0) continue;
    const block = blockAround(row.number, at, rows, sheet.merges);
    const found = columnsIn(block, rows, sheet.merges, specs);
    const lacking = specs.filter(({ name, isRequired }) => isRequired && !found.columns.has(name));
    if (lacking.length === 0) return { ...block, ...found, above: textsAbove(block.top, rows) };
    missing ??= lacking.map(({ name }) => name);
  }
  return { missing: missing ?? specs.filter(({ isRequired }) => isRequired).map(({ name }) => name) };
}

type Rows = ReadonlyMap<number, SheetRow>;

const covering = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);

/** The text over a place: its own, or that of the cells with which it is merged. */
function textAt(row: number, column: number, rows: Rows, merges: readonly Merge[]): string {
  const merge = covering(merges, row, column);
  const cell = rows.get(merge?.top ?? row)?.cells[merge?.left ?? column];
  return typeof cell?.value === 'string' ? cell.value : typeof cell?.value === 'number' ? String(cell.value) : '';
}

/** The anchor's own rows, and those above and below it in which it is empty and which hold headers of groups or parts. */
function blockAround(row: number, column: number, rows: Rows, merges: readonly Merge[]) {
  const anchor = covering(merges, row, column);
  let [top, bottom] = [anchor?.top ?? row, anchor?.bottom ?? row];
  while (bottom - top < DEEPEST && isPartOfHeader(rows.get(bottom + 1), column, merges)) bottom++;
  while (bottom - top < DEEPEST && isGroupRow(rows.get(top - 1), column, merges)) top--;
  return { top, bottom };
}

/** Below the anchor: at least two texts, no number, nothing in the anchor's column. */
function isPartOfHeader(row: SheetRow | undefined, column: number, merges: readonly Merge[]): boolean {
  if (!row || row.cells[column] || covering(merges, row.number, column)) return false;
  const values = row.cells.flatMap((cell) => (cell ? [cell.value] : []));
  return values.length >= 2 && values.every((value) => typeof value === 'string');
}

/** Above the anchor: a group's header over some of the columns, not a title and not the unit. */
function isGroupRow(row: SheetRow | undefined, column: number, merges: readonly Merge[]): boolean {
  if (!row || row.cells[column] || covering(merges, row.number, column)) return false;
  return merges.some(({ top, left, right }) => {
    const cell = top === row.number && right > left ? row.cells[left] : undefined;
    return typeof cell?.value === 'string' && /投资|资金|计划|完成|责任|审批/.test(labelOf(cell.value).text);
  });
}

function columnsIn<Name extends string>(
  { top, bottom }: { top: number; bottom: number },
  rows: Rows,
  merges: readonly Merge[],
  specs: readonly ColumnSpec<Name>[],
) {
  const widest = Math.max(...[...rows.values()].map(({ cells }) => cells.length));
  const general = unitAbove(textsAbove(top, rows));
  const columns = new Map<Name, FoundColumn>();
  const others: { at: number; text: string }[] = [];
  for (let at = 1; at < widest; at++) {
    const labels: Label[] = [];
    for (let row = top; row <= bottom; row++) {
      const text = textAt(row, at, rows, merges);
      if (text !== '' && labelOf(text).text !== labels.at(-1)?.text) labels.push(labelOf(text));
    }
    if (labels.length === 0) continue;
    const path = labels.map(({ text }) => text).join('/');
    const unit = labels.findLast((label) => label.unit !== undefined)?.unit ?? general;
    const spec = specs.find(({ name, path: pattern }) => !columns.has(name) && pattern.test(path));
    if (spec) columns.set(spec.name, { at, unit, path });
    else others.push({ at, text: path });
  }
  for (const { name, unitOf } of specs) {
    const [column, other] = [columns.get(name), unitOf && columns.get(unitOf as Name)];
    if (column && other && column.unit === undefined) columns.set(name, { ...column, unit: other.unit });
  }
  return { columns, others };
}

const textsAbove = (top: number, rows: Rows): string[] =>
  [...rows.values()]
    .filter(({ number }) => number < top)
    .flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell?.value === 'string' ? [cell.value] : [])));
