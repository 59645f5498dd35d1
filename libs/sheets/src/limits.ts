/** What an import takes at most; documented in docs/workbooks.md. */
export const LIMITS = {
  /** Bytes of the file as it comes. */
  fileBytes: 20 * 1_048_576,
  /** Bytes of all its parts once unzipped. */
  unzippedBytes: 200 * 1_048_576,
  /** Unzipped bytes for each byte of the file; real workbooks stay below 60. */
  ratio: 200,
  /** Parts within the file. */
  parts: 2_000,
  /** Rows of one sheet that hold a project or a fact. */
  dataRows: 20_000,
  /** Titles, headers, sums and notes beside them. */
  otherRows: 1_000,
  /** Cells of all sheets that hold something. */
  cells: 2_000_000,
} as const;
