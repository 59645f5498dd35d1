import type { DocumentRef } from '../../facts.js';
import type { FundingSource, FundingUse } from '../../resources.js';
import type { Dated, Event } from '../../shapes.js';

/** 国家, 市级. */
export const SUPPORT_LEVELS = ['NATIONAL', 'MUNICIPAL'] as const;
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

/** A sum of one funding line; 分. */
interface Moved extends Dated {
  readonly line: string;
  readonly amount: number;
}

/** A line is money of one source for one use; amounts are 分. */
export type FundingEvent =
  /** Money was asked for; the line begins with it. */
  | Event<'FundingApplied', Moved & { source: FundingSource; use: FundingUse }>
  /** 下达: whoever has the money said in writing that so much of it is for this project. */
  | Event<'FundingAllocated', Moved & { document: DocumentRef }>
  /** 到位: the money arrived. */
  | Event<'FundingReceived', Moved & { document: DocumentRef | null }>
  /** So much is to be paid on a day, instead of what was planned for that day before; 0 is nothing. */
  | Event<'PaymentScheduled', { line: string; dueOn: string; amount: number }>
  /** 支付: the project paid out of the line. */
  | Event<'FundingPaid', Moved & { document: DocumentRef | null }>
  /** The model by which the project is financed from a day on; a code of policy data. */
  | Event<'FinancingModelSet', Dated & { model: string }>
  /** 争取支持: the country or the municipality was asked for support of another kind than money of a line. */
  | Event<'SupportApplied', Dated & { support: string; level: SupportLevel; subject: string }>
  /** The support was granted. */
  | Event<'SupportGranted', Dated & { support: string; level: SupportLevel; document: DocumentRef }>;
