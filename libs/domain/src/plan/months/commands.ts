import type { Command } from '../../shapes.js';

export type MonthCommand =
  | Command<'CloseMonth', { month: string }>
  /** Follows from an issued bulletin. */
  | Command<'NoteBulletin', { month: string; bulletin: string }>;
