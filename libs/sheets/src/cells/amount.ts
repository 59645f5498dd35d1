import { bare } from './text.js';

/** 分 in one of each unit. */
export const FEN_IN = { 元: 100n, 千元: 100_000n, 万元: 1_000_000n, 亿元: 10_000_000_000n } as const;
export type Unit = keyof typeof FEN_IN;

const WRITTEN = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(亿元|万元|千元|元|亿|万)?$/;
const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** A number as its program shows it: 15 digits, so that 0.1 + 0.2 is 0.3. */
export const shown = (number: number): string => plain.format(Number(number.toPrecision(15)));

/**
 * The whole 分 of an amount, exactly; a unit written in the cell goes before that of the header.
 * A text in Chinese says why there is none.
 */
export function fenOf(value: number | string, unit: Unit | undefined): number | string {
  const text = typeof value === 'number' ? shown(value) : bare(value);
  const parts = WRITTEN.exec(text);
  if (!parts) return `“${text}”不是金额`;
  const [, sign, whole, decimals = '', own] = parts;
  const counted = own ? (own.endsWith('元') ? (own as Unit) : (`${own}元` as Unit)) : unit;
  if (!counted) return '金额没有单位：表头、表上方或单元格须注明元、万元或亿元';
  const scaled = BigInt(whole!.replaceAll(',', '') + decimals) * FEN_IN[counted];
  const scale = 10n ** BigInt(decimals.length);
  if (scaled % scale !== 0n) return `${text}${own ? '' : counted}不是整数分`;
  const fen = Number(scaled / scale);
  if (!Number.isSafeInteger(fen)) return `${text}${own ? '' : counted}超出范围`;
  return sign === '-' ? -fen || 0 : fen;
}
