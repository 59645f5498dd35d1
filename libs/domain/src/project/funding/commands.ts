import type { DocumentRef } from '../../facts.js';
import type { FundingSource, FundingUse } from '../../resources.js';
import type { Command, Dated } from '../../shapes.js';
import type { SupportLevel } from './events.js';

/** amount: 分, more than nothing but in a schedule. line, support: ids of what was applied for. */
export type FundingCommand =
  | Command<'ApplyForFunding', Dated & { source: FundingSource; use: FundingUse; amount: number }>
  | Command<'AllocateFunding', Dated & { line: string; amount: number; document: DocumentRef }>
  | Command<'ReceiveFunding', Dated & { line: string; amount: number; document: DocumentRef | null }>
  /** dueOn: any day, a schedule looks ahead; 0 takes the payment off it. */
  | Command<'SchedulePayment', { line: string; dueOn: string; amount: number }>
  | Command<'PayFunding', Dated & { line: string; amount: number; document: DocumentRef | null }>
  | Command<'SetFinancingModel', Dated & { model: string }>
  | Command<'ApplyForSupport', Dated & { level: SupportLevel; subject: string }>
  | Command<'GrantSupport', Dated & { support: string; document: DocumentRef }>;
