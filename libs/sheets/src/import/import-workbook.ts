import { createHash } from 'node:crypto';
import type { Position } from '#libs/event-sourcing';
import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { SheetRead } from '../rows/read-sheets.js';
import { readWorkbook, type Workbook } from '../workbook/read.js';
import { Course } from './course.js';
import type { ImportKind } from './kind.js';
import type { ImportRequest } from './request.js';

/** What an import did; every data row is counted once. */
export interface Imported {
  readonly title: string;
  /** Why nothing at all was taken, or null. */
  readonly refused: string | null;
  readonly rows: number;
  readonly imported: number;
  /** Rows that said nothing new. */
  readonly unchanged: number;
  readonly failed: number;
  readonly events: number;
  /** Of the last event: what reads after it sees the whole import. */
  readonly position: Position;
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly sheets: readonly SheetRead[];
  readonly workbook: Workbook;
}

/** Imports a workbook row by row, each of them whole or not at all; throws `WorkbookRefused`. */
export async function importWorkbook<Row extends { readonly place: Place }>(
  kind: ImportKind<Row>,
  request: ImportRequest,
): Promise<Imported> {
  const hash = createHash('sha256').update(request.bytes).digest('hex');
  const workbook = await readWorkbook(request.bytes);
  const read = kind.read(workbook, request.given);
  const course = new Course<Row>(read, { hash, actor: request.actor }, request);
  const refused = await course.run(kind, hash);
  const rows = read.sheets.reduce((sum, { dataRows }) => sum + dataRows.length, 0);
  const { imported, unchanged, events, position, notes } = course;
  return {
    title: kind.title,
    refused,
    rows,
    imported,
    unchanged,
    failed: rows - imported - unchanged,
    events,
    position,
    problems: course.problems.sort(byPlace(read.sheets)),
    notes,
    sheets: read.sheets,
    workbook,
  };
}

const byPlace = (sheets: readonly SheetRead[]) => {
  const order = new Map(sheets.map(({ name }, index) => [name, index]));
  return (a: Problem, b: Problem): number => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row;
};
