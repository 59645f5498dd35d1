import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { ControlTotals } from '../entries.js';
import type { BatchLine } from './events.js';

export type BatchCommand = Command<
  'ApplyBatch',
  { lines: readonly BatchLine[]; declared: ControlTotals; approvedBy: string; document: DocumentRef }
>;
