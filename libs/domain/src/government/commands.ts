import type { DocumentRef } from '../facts.js';
import type { Command } from '../shapes.js';
import type { SourcedAmount } from './events.js';

/** Amounts: 分 by year and source; those of the plan's own year are the annual investment plan. */
export type GovernmentPlanCommand =
  | Command<'DraftGovernmentPlan'>
  | Command<'SetGovernmentLine', { project: string; amounts: readonly SourcedAmount[] }>
  | Command<'RemoveGovernmentLine', { project: string }>
  | Command<'PublishGovernmentPlan', { approvedBy: string; document: DocumentRef }>
  | Command<
      'AdjustGovernmentLine',
      {
        project: string;
        amounts: readonly SourcedAmount[];
        reason: string;
        approvedBy: string;
        document: DocumentRef;
      }
    >;
