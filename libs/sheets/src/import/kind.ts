import type { ReadRows } from '../rows/read-sheets.js';
import type { Workbook } from '../workbook/read.js';
import type { Place } from '../place.js';
import type { ImportDoor, Register } from './door.js';
import type { Directed } from './envelope.js';

/** What an import knows beside the workbook. */
export interface ImportContext {
  readonly hash: string;
  readonly door: ImportDoor;
  readonly register: Register;
  /** YYYY-MM-DD in the district. */
  readonly today: string;
  /** What the person who brings the file adds to it. */
  readonly given: Given;
}

export interface Given {
  /** Of a plan whose title names none. */
  readonly year?: number;
  /** YYYY-MM, of reports whose titles name none. */
  readonly month?: string;
  /** Day from which a plan's facts hold; the year's first if left out. */
  readonly on?: string;
}

/** Why a row is not taken, beyond what the rules say. */
export class RowRefused extends Error {
  constructor(
    readonly column: string | null,
    message: string,
  ) {
    super(message);
  }
}

/** How the rows of a kind become commands. */
export interface Prepared<Row> {
  /** What must be done before the first row, on any stream. */
  readonly before: readonly Directed[];
  /** The project that a row is about; throws `RowRefused`. */
  projectOf(row: Row): Promise<string>;
  /** What the row says that is not known yet; the commands on the project come first. */
  commandsOf(row: Row, project: string): Promise<Directed[]>;
  /** Told to the person at the end. */
  notes(): string[];
}

export interface ImportKind<Row extends { readonly place: Place }> {
  readonly title: string;
  read(workbook: Workbook, given: Given): ReadRows<Row>;
  /** Throws `NothingImported` or `WorkbookRefused` where the workbook as a whole cannot be taken. */
  prepare(read: ReadRows<Row>, context: ImportContext): Promise<Prepared<Row>>;
}

/** The workbook can be read, and yet none of it can be taken; the answer says why. */
export class NothingImported extends Error {}
