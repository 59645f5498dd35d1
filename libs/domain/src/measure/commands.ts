import type { DocumentRef } from '../facts.js';
import type { Command } from '../shapes.js';
import type { Effect, Targets } from './events.js';

export type MeasureCommand =
  | Command<'ProposeMeasure', { title: string; content: string; effect: Effect; targets: Targets }>
  | Command<'SignOffMeasure', { opinion: string }>
  /** effectiveFrom: tomorrow at the earliest. document: the decision of the approving body. */
  | Command<'AdoptMeasure', { effectiveFrom: string; document: DocumentRef }>
  | Command<'WithdrawMeasure', { reason: string }>;
