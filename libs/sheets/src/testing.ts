import ExcelJS from 'exceljs';

export type Value = string | number | Date | null | { formula: string; result?: number };

/** A sheet as tests describe it: rows of values from the first, and what is merged. */
export interface Drawn {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  /** Number formats by address. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** The bytes of a workbook as a spreadsheet program would write it. */
export async function workbookOf(...sheets: readonly Drawn[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], formats = {} } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges) sheet.mergeCells(range);
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
