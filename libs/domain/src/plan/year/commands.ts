import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { MemberDisposition, RollingLine } from './events.js';

export type YearCommand =
  | Command<'RecordDispositions', { dispositions: readonly MemberDisposition[] }>
  | Command<'CloseYear'>
  | Command<'AdjustBase', { project: string; toYearEnd: number; reason: string; document: DocumentRef }>
  | Command<'RollPlanForward', { lines: readonly RollingLine[] }>;
