/** What is wrong at a place of the workbook; the text is in Chinese and says what was found. */
export interface Problem {
  readonly sheet: string;
  readonly row: number;
  /** Letters of the column; null for the row as a whole. */
  readonly column: string | null;
  readonly text: string;
}
