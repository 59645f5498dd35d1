import type { Category } from '../plan/entries.js';

/** 开工, 进度, 入统, 支付, 前期: what each project is judged by at a month's end. */
export const DIMENSIONS = ['START', 'PROGRESS', 'STATISTICS', 'PAYMENT', 'PRELIMINARY'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The better ones first. */
export const COLOURS = ['GREEN', 'YELLOW', 'RED'] as const;
export type Colour = (typeof COLOURS)[number];

/** 序时进度, 月度目标, or not judged at all. */
export const LIGHT_BASES = ['TIME_PROGRESS', 'MONTHLY_TARGETS', 'NONE'] as const;
export type LightBasis = (typeof LIGHT_BASES)[number];

/** 红黄绿灯 */
export interface LightRules {
  /** Month's ends without a start, that of the planned month counted. */
  readonly start: { readonly yellowFrom: number; readonly redFrom: number };
  /** Percentage points of the annual plan by which a project is behind; behind by less it is green with a note. */
  readonly progress: {
    readonly yellowFrom: number;
    readonly redAbove: number;
    readonly basis: Readonly<Record<Category, LightBasis>>;
  };
  /** Months since the start without an entry into the statistics. */
  readonly statistics: { readonly yellowFrom: number; readonly redAbove: number };
  /** Months by which a node of the preparation plan is overdue; below it is yellow. */
  readonly preliminary: { readonly redAbove: number };
}
