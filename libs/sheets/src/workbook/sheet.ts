import type { Readable } from 'node:stream';
import { LIMITS } from '../limits.js';
import { WorkbookRefused } from '../refusals.js';
import { type Cell, type Merge, placeOf, type SheetRow } from './cell.js';
import { type Format, GENERAL } from './formats.js';
import { TextGatherer } from './texts.js';
import { followXml } from './xml.js';

/** What the sheets of a workbook share. */
interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly Format[];
}

/** What is left of the cells that one workbook may hold. */
export class Budget {
  private cells: number = LIMITS.cells;

  takeCell(): void {
    if (this.cells-- === 0) throw new WorkbookRefused('IMPORT_TOO_LARGE', `超过 ${LIMITS.cells} 个单元格`);
  }
}

const MOST_ROWS = LIMITS.dataRows + LIMITS.otherRows;

/** The rows of a sheet that hold something, and its merged cells. */
export async function readSheet(
  stream: Readable,
  shared: Shared,
  budget: Budget,
): Promise<{ rows: SheetRow[]; merges: Merge[] }> {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const gatherer = new TextGatherer();
  let row = { number: 0, cells: [] as (Cell | undefined)[] };
  let raw: RawCell | undefined;
  let column = 0;
  let into: 'value' | undefined;

  await followXml(stream, {
    open(name, attributes) {
      if (name === 'row') {
        row = { number: attributes.r === undefined ? row.number + 1 : Number(attributes.r), cells: [] };
        column = 0;
      } else if (name === 'c') {
        column = (attributes.r && placeOf(attributes.r)?.column) || column + 1;
        raw = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', hasFormula: false };
      } else if (name === 'f' && raw) raw.hasFormula = true;
      else if (name === 'v') into = 'value';
      else if (name === 'mergeCell') {
        budget.takeCell();
        merges.push(...mergeOf(attributes.ref));
      } else gatherer.open(name);
    },
    close(name) {
      if (name === 'v') into = undefined;
      else if (name === 'c' && raw) {
        const cell = cellOf(raw, gatherer.take(), shared);
        raw = undefined;
        if (!cell) return;
        budget.takeCell();
        row.cells[column] = cell;
      } else if (name === 'row') {
        if (row.cells.length === 0) return;
        if (rows.length === MOST_ROWS) throw new WorkbookRefused('IMPORT_TOO_LARGE', `第 ${row.number} 行仍有内容`);
        rows.push(row);
      } else gatherer.close(name);
    },
    text(text) {
      if (into === 'value' && raw) raw.value += text;
      else gatherer.add(text);
    },
  });
  return { rows, merges };
}

interface RawCell {
  readonly type: string;
  readonly style: number;
  value: string;
  hasFormula: boolean;
}

function cellOf(raw: RawCell, inline: string, { texts, formats }: Shared): Cell | undefined {
  const format = formats[raw.style] ?? GENERAL;
  const cell = (value: Cell['value'], fault: Cell['fault'] = null): Cell => ({ value, ...format, fault });
  if (raw.type === 'inlineStr') return inline === '' ? undefined : cell(inline);
  if (raw.value === '') return raw.hasFormula && raw.type !== 'str' ? cell('', 'NOT_CALCULATED') : undefined;
  switch (raw.type) {
    case 's': {
      const text = texts[Number(raw.value)];
      if (text === undefined) throw new WorkbookRefused('WORKBOOK_DAMAGED', `没有第 ${raw.value} 个文本`);
      return text === '' ? undefined : cell(text);
    }
    case 'b':
      return cell(raw.value === '1');
    case 'e':
      return cell(raw.value, 'FAILED');
    case 'n': {
      const number = Number(raw.value);
      if (!Number.isFinite(number)) throw new WorkbookRefused('WORKBOOK_DAMAGED', `数值 ${raw.value.slice(0, 20)}`);
      return cell(number);
    }
    default:
      return cell(raw.value);
  }
}

function mergeOf(ref: string | undefined): Merge[] {
  const [from, to] = (ref ?? '').split(':').map(placeOf);
  if (!from || !to) return [];
  return [{ top: from.row, left: from.column, bottom: to.row, right: to.column }];
}
