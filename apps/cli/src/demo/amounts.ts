import { FEN_PER_YI } from '#libs/domain';

/** 一万元 in 分: the precision in which plans are written. */
export const WAN = 1_000_000;

/** 亿元 with two decimals, exactly in 分. */
export const yi = (amount: number): number => Math.round(amount * 100) * (FEN_PER_YI / 100);

export const inWan = (amount: number): number => Math.round(amount / WAN) * WAN;

/** Shares in whole 万元 by weight; the last one with a weight takes what rounding left, so that the sum is exact. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((total * (weight / whole)) / WAN) * WAN);
  const last = weights.findLastIndex((weight) => weight > 0);
  shares[last]! += total - shares.reduce((sum, share) => sum + share, 0);
  return shares;
}

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
