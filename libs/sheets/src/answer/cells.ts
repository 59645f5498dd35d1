import { letters } from '../workbook/cell.js';
import { neutral } from './neutral.js';
import { escaped } from './rewrite.js';

/** A cell's XML; `style` is an index into the workbook's styles. */
export function cellXml(row: number, column: number, value: string | number, style?: string): string {
  const place = `r="${letters(column)}${row}"${style === undefined ? '' : ` s="${escaped(style)}"`}`;
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(neutral(value))}</t></is></c>`;
}

/** A sheet of plain rows, from the first. */
export function sheetXml(rows: readonly (readonly (string | number)[])[], widths: readonly number[]): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const lines = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((value, column) => cellXml(at + 1, column + 1, value)).join('')}</row>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}
