import ExcelJS from 'exceljs';
import { neutral } from '../answer/neutral.js';
import { letters } from '../workbook/cell.js';

export type ExportValue = string | number | null;

/** A sheet of an export: a title, one row of headers, rows, and columns in which one of some words is chosen. */
export interface ExportSheet {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly {
    readonly header: string;
    readonly width: number;
    readonly choices?: readonly string[];
  }[];
  readonly rows: readonly (readonly ExportValue[])[];
}

/** An amount in 万元: a number where a spreadsheet keeps every digit of it, else a text. */
export function inWan(fen: number | null): ExportValue {
  if (fen === null) return null;
  const digits = String(Math.abs(fen)).padStart(7, '0');
  const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
  return digits.length > 15 ? text : Number(text);
}

/** The bytes of a workbook of these sheets; no text in it is taken for a formula. */
export async function bookOf(sheets: readonly ExportSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, title, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 2, ySplit: 2 }] });
    sheet.addRow([neutral(title)]).font = { bold: true, size: 14 };
    sheet.mergeCells(1, 1, 1, columns.length);
    const header = sheet.addRow(columns.map((column) => column.header));
    header.font = { bold: true };
    header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
    for (const row of rows) sheet.addRow(row.map((value) => (typeof value === 'string' ? neutral(value) : value)));
    columns.forEach(({ width, choices }, at) => {
      sheet.getColumn(at + 1).width = width;
      if (choices) offer(sheet, letters(at + 1), rows.length, choices);
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function offer(sheet: ExcelJS.Worksheet, column: string, rows: number, choices: readonly string[]): void {
  for (let row = 3; row < 3 + rows; row++)
    sheet.getCell(`${column}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
    };
}
