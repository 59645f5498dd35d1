/** What a cell shows, and how its number is to be understood. */
export interface Cell {
  readonly value: string | number | boolean;
  /** Whether its number format is one of dates. */
  readonly isDate: boolean;
  /** Decimals that its number format shows; null for the general one. */
  readonly decimals: number | null;
  /** Why it has no value that counts: a formula that was never calculated, or one that failed. */
  readonly fault: 'NOT_CALCULATED' | 'FAILED' | null;
}

/** One row of a sheet; cells are found by their column, from 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** A rectangle of merged cells, from 1 and inclusive; its value is that of its first cell. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** Of the part that holds it. */
  readonly part: string;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** Whether serial numbers of days begin in 1904. */
  readonly date1904: boolean;
}

/** A, B … Z, AA … for columns from 1. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Row and column, from 1, of an address such as `AB12`; undefined if it is none. */
export function placeOf(address: string): { row: number; column: number } | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address);
  if (!parts) return undefined;
  const column = [...parts[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(parts[2]), column };
}
