import type { Series } from '#libs/event-sourcing/pure';
import { rate } from '../../money.js';
import type { FundingMovement, FundingStep } from './state.js';

/** Sums in 分, each over the days that were asked about. */
export interface FundingFigures {
  readonly applied: number;
  readonly allocated: number;
  readonly received: number;
  /** To be paid by schedule. */
  readonly scheduled: number;
  readonly paid: number;
}

const FIGURE_OF = {
  APPLIED: 'applied',
  ALLOCATED: 'allocated',
  RECEIVED: 'received',
  SCHEDULED: 'scheduled',
  PAID: 'paid',
} as const satisfies Record<FundingStep, keyof FundingFigures>;

export const NO_FUNDING: FundingFigures = { applied: 0, allocated: 0, received: 0, scheduled: 0, paid: 0 };

/** What moved from one day to another, both included. */
export function fundingBetween(movements: Series<FundingMovement>, from: string, to: string): FundingFigures {
  const figures = { ...NO_FUNDING };
  for (const { on, value } of movements) if (from <= on && on <= to) figures[FIGURE_OF[value.step]] += value.amount;
  return figures;
}

/**
 * 到位率: received / allocated, 4 decimals, half up; null while nothing was allocated. Above 1 where money arrived ahead
 * of the paper: that is the truth, so it is shown and never refused.
 */
export const arrivalRate = ({ received, allocated }: FundingFigures): number | null => rate(received, allocated);

/** 支付率: paid / received, 4 decimals, half up; null while nothing was received, above 1 where it was paid in advance. */
export const paymentRate = ({ paid, received }: FundingFigures): number | null => rate(paid, received);

/** What was to be paid and is not, in 分. */
export const unpaid = ({ scheduled, paid }: FundingFigures): number => Math.max(0, scheduled - paid);
