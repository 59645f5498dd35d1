import type { DocumentRef } from '../../facts.js';
import type { Dated, Event } from '../../shapes.js';
import type { Status } from '../status.js';

export const NATURES = ['NEW', 'EXPANSION', 'RENOVATION'] as const;

export const INVESTMENT_TYPES = ['GOVERNMENT', 'ENTERPRISE_VERIFIED', 'ENTERPRISE_FILED'] as const;

/** What a project is called and where it belongs; each field holds from the day on which it was so. */
export interface Details {
  readonly name: string;
  readonly description: string | null;
  /** Code of the sector, policy data. */
  readonly sector: string | null;
  /** The one primary town for sums. */
  readonly town: string | null;
  readonly nature: (typeof NATURES)[number] | null;
  readonly investmentType: (typeof INVESTMENT_TYPES)[number] | null;
  /** Who builds it and for whom, as the source names them. */
  readonly managingUnit: string | null;
  readonly clientUnit: string | null;
  /** 建设用地面积 in hundredths of a 亩, 0 or more. */
  readonly landArea: number | null;
  /** 备注 of the plan. */
  readonly remark: string | null;
}

export type DetailsEvent =
  /** A project became known, at the stage where it stood on that day. */
  | Event<
      'ProjectRegistered',
      Dated & {
        details: Details;
        status: Status;
        /** ISO 4217; amounts of different currencies are never summed. */
        currency: string;
        programme: string | null;
      }
    >
  /** Some of its details were otherwise from a day on. */
  | Event<'ProjectDetailsChanged', Dated & { changes: Partial<Details> }>
  /** It had another name from a day on, by a document; former names stay findable. */
  | Event<'ProjectRenamed', Dated & { name: string; document: DocumentRef }>
  /** 项目代码 was given to it; the code's own stream had reserved it. */
  | Event<'ProjectCodeAssigned', { code: string }>
  /** From a day on it belongs to exactly these campaigns and strategies. */
  | Event<'ProjectTagged', Dated & { tags: readonly string[] }>
  /** The total investment was another one from a day on; null where the source became silent. */
  | Event<'TotalInvestmentChanged', Dated & { amount: number | null; reason: string | null }>
  /** The phase as the source names it: a reported fact, never a status. */
  | Event<'SourcePhaseReported', Dated & { phase: string | null }>;
