/** Amounts are integers in 分; one 亿元 is 10^10 of them. */
export const FEN_PER_YI = 10_000_000_000;

/** An amount in 亿元 as people write it, with two decimals. */
export const inYi = (fen: number): string =>
  (Number(roundHalfUp(BigInt(fen) * 100n, BigInt(FEN_PER_YI))) / 100).toFixed(2);

/** A ratio with 4 decimals, half up; null where there is nothing to compare with. Exact for any sum below 2^53. */
export function rate(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const rounded = roundHalfUp(BigInt(part) * 10_000n, BigInt(whole));
  return Number(rounded) / 10_000;
}

/** 序时进度: the share of the year that has passed at the end of a month, or with half a month more in its middle. */
export const timeProgress = (month: number): number => rate(month * 2, 24)!;

/** Completion against time progress in percentage points with 2 decimals, from raw amounts; null without a plan. */
export function gapToTimeProgress(completed: number, annualPlan: number, month: number): number | null {
  if (annualPlan === 0) return null;
  // Scaled by 10^4 and the common denominator, so that nothing is rounded before the end.
  const numerator = (BigInt(completed) * 24n - BigInt(month * 2) * BigInt(annualPlan)) * 10_000n;
  const denominator = BigInt(annualPlan) * 24n;
  return Number(roundHalfUp(numerator, denominator)) / 100;
}

/** numerator / denominator as a whole number, halves up; the denominator is positive. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
}
