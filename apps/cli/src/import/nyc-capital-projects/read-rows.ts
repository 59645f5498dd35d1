import { readFile } from 'node:fs/promises';
import { BadCell, dayIn } from './cells.js';
import { type Column, COLUMNS, type Row, rowOf } from './columns.js';
import { recordsOf } from './records.js';

/** The file as a whole is not what it should be; nothing of it is taken. */
export class FileRefused extends Error {}

/** A row that could not be read, of which nothing is taken. */
export interface Problem {
  readonly line: number;
  readonly text: string;
}

export interface RowsRead {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Every row of a file in its order; throws `FileRefused`. */
export async function readRows(file: string): Promise<RowsRead> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefused(`${file} cannot be read: ${error.code ?? error.message}`);
  });
  return rowsIn(textOf(bytes));
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('The file is not UTF-8.');
  }
}

/** The rows of a file's text. They are read before the first is taken: a project begins with its earliest row. */
export function rowsIn(text: string): RowsRead {
  let places: ReadonlyMap<Column, number> | undefined;
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const lineOf = new Map<string, number>();

  for (const record of recordsOf(text, (cells) => isRow(cells, places))) {
    const { line } = record;
    if (!places) {
      if (!('cells' in record)) throw new FileRefused(`The header cannot be read: ${record.problem}.`);
      places = placesIn(record.cells);
    } else if (!('cells' in record)) {
      problems.push({ line, text: record.problem });
    } else {
      const { cells } = record;
      const row = tryRow(line, cells, places);
      const same = typeof row === 'string' ? undefined : lineOf.get(JSON.stringify([row.pid, row.on]));
      if (typeof row === 'string') problems.push({ line, text: row });
      else if (same) problems.push({ line, text: `PID ${row.pid} already has a row of ${row.on}, on line ${same}` });
      else {
        lineOf.set(JSON.stringify([row.pid, row.on]), line);
        rows.push(row);
      }
    }
  }
  if (!places) throw new FileRefused('The file is empty.');
  return { rows, problems };
}

function placesIn(header: readonly string[]): ReadonlyMap<Column, number> {
  const missing = COLUMNS.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new FileRefused(`The file lacks these columns: ${missing.join(', ')}.`);
  return new Map(COLUMNS.map((column) => [column, header.indexOf(column)]));
}

function tryRow(line: number, cells: readonly string[], places: ReadonlyMap<Column, number>): Row | string {
  try {
    return rowOf(line, (column) => cells[places.get(column)!]!);
  } catch (error) {
    if (error instanceof BadCell) return error.message;
    throw error;
  }
}

/** Whether cells are a row beyond doubt: at least all columns, and a reporting date in its place. */
function isRow(cells: readonly string[], places: ReadonlyMap<Column, number> | undefined): boolean {
  if (!places || cells.length < places.size) return false;
  try {
    return dayIn('', cells[places.get('Date Reported As Of')!] ?? '') !== '';
  } catch {
    return false;
  }
}
