/** Where a row stands in its workbook; with the file's hash it makes the ids of the row's commands. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
}
