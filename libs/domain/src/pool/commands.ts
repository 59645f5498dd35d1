import type { FundingSource, Resource } from '../resources.js';
import type { Command } from '../shapes.js';
import type { LandPriority, PoolContents } from './events.js';

/** Amounts: whole 分 of funds, hundredths of the unit of an element. Periods: YYYY or YYYY-MM, as the pool counts. */
export type PoolCommand =
  | Command<
      'OpenPool',
      {
        name: string;
        contents: PoolContents;
        source: FundingSource | null;
        /** Only for materials; everything else has its unit. */
        unit: string | null;
        per: 'YEAR' | 'MONTH';
      }
    >
  /** capacity: all that there is in the period, promised or not. */
  | Command<'SupplyPool', { period: string; capacity: number; reason: string }>
  | Command<'ProposeMatch', { project: string; period: string; amount: number }>
  | Command<'RequestLandQuota', { project: string; period: string; amount: number; priority: LandPriority }>
  | Command<'ConfirmMatch', { match: string }>
  | Command<'ReleaseMatch', { match: string; reason: string }>
  /** needs: all of them; the unit only for materials. */
  | Command<
      'PlaceProject',
      {
        project: string;
        needs: readonly { resource: Resource; unit: string | null; year: number; amount: number }[];
      }
    >
  | Command<'WithdrawProject', { project: string; reason: string }>
  | Command<'ClosePool', { reason: string }>;
