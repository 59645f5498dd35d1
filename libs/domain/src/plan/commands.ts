import type { BatchCommand } from './batches/commands.js';
import type { DraftCommand } from './draft/commands.js';
import type { MonthCommand } from './months/commands.js';
import type { YearCommand } from './year/commands.js';

export type * from './batches/commands.js';
export type * from './draft/commands.js';
export type * from './months/commands.js';
export type * from './year/commands.js';

/** Amounts: 分. month: YYYY-MM. */
export type PlanCommand = DraftCommand | BatchCommand | MonthCommand | YearCommand;
