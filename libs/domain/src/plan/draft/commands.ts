import type { DocumentRef } from '../../facts.js';
import type { Command } from '../../shapes.js';
import type { ControlTotals, PlanEntry } from '../entries.js';

export type DraftCommand =
  | Command<'DraftPlan', { declared: ControlTotals }>
  | Command<'IncludeProject', PlanEntry>
  | Command<'RemoveProject', { project: string }>
  | Command<'PublishPlan', { approvedBy: string; document: DocumentRef }>;
