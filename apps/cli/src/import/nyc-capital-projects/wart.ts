import type { Row } from './columns.js';

/** Something odd about a row that was taken as it is. */
export interface Wart {
  readonly kind: string;
  readonly line: number;
  readonly pid: string;
  readonly on: string;
  readonly text: string;
}

export type Found = (kind: string, row: Row, text: string) => void;
