import type { FundingSource, Resource } from '../resources.js';
import type { Event } from '../shapes.js';

/** 项目池, 资金池 or the pool of one 资源要素. */
export const POOL_CONTENTS = ['PROJECTS', 'FUNDS', 'LAND', 'ENERGY', 'LABOUR', 'MATERIALS'] as const;
export type PoolContents = (typeof POOL_CONTENTS)[number];

/** Key projects come first; the order is the order of granting. */
export const LAND_PRIORITIES = ['KEY_PROJECT', 'OTHER'] as const;
export type LandPriority = (typeof LAND_PRIORITIES)[number];

/** What a project lacks: 分, or hundredths of the element's unit. */
export interface Need {
  readonly resource: Resource;
  readonly unit: string;
  readonly year: number;
  readonly amount: number;
}

/** Amounts: whole 分 of funds, hundredths of the unit of an element. Periods: YYYY or YYYY-MM, as the pool counts. */
export type PoolEvent =
  /** A pool was set up for one kind of contents; its unit and the length of its periods stay. */
  | Event<
      'PoolOpened',
      {
        name: string;
        contents: PoolContents;
        /** Where the money of a pool of funds comes from; null in any other pool. */
        source: FundingSource | null;
        /** 分, 亩, 吨标煤, 人 or the unit of a material; null in a pool of projects. */
        unit: string | null;
        per: 'YEAR' | 'MONTH';
      }
    >
  /** So much is there in a period, instead of what was said before. */
  | Event<'PoolSupplied', { period: string; capacity: number; reason: string }>
  /** A project was suggested for a part of a period's capacity; nothing is promised yet. */
  | Event<'MatchProposed', { match: string; project: string; period: string; amount: number }>
  /** A project asked for land; key projects come first. */
  | Event<
      'LandQuotaRequested',
      { match: string; project: string; period: string; amount: number; priority: LandPriority }
    >
  /** Someone other than the proposer promised the project its part; a land quota is granted by this. */
  | Event<'MatchConfirmed', { match: string }>
  /** The project's part is free again, or was never promised. */
  | Event<'MatchReleased', { match: string; reason: string }>
  /** A project was put into the pool of projects, or what it needs was stated anew. */
  | Event<'ProjectPlaced', { project: string; needs: readonly Need[] }>
  /** A project was taken out of the pool of projects. */
  | Event<'ProjectWithdrawn', { project: string; reason: string }>
  /** The pool takes no more; what was promised stands until it is released. */
  | Event<'PoolClosed', { reason: string }>;
