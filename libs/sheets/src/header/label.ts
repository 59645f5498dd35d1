import type { Unit } from '../cells/amount.js';
import { bare } from '../cells/text.js';

/** A header's text without unit and brackets, and the unit that it names. */
export interface Label {
  readonly text: string;
  readonly unit: Unit | 'OTHER' | undefined;
}

/** FOREIGN currencies are no amount that a plan counts. */
const FOREIGN = /(美|欧|港|日|外币)元|美金/;

export function labelOf(text: string): Label {
  const whole = bare(text);
  const unit = FOREIGN.test(whole) ? 'OTHER' : (/(亿元|万元|千元|元)/.exec(whole)?.[1] as Unit | undefined);
  const label = whole
    // A unit of area stays: a column in another one than its kind reads is not that column.
    .replace(/\((?!(?:亩|公顷|平方米|m2)\))[^()]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[:,]?(单位:?)?(亿|万|千)?元$/, '')
    .replace(/[*:,、]+$/, '');
  return { text: label, unit };
}

/** The unit that stands above a table for all its amounts: 单位：万元. */
export function unitAbove(texts: readonly string[]): Unit | undefined {
  for (const text of texts) {
    const unit = /(?:金额)?单位:?\(?(亿元|万元|千元|元)/.exec(bare(text))?.[1];
    if (unit) return unit as Unit;
  }
  return undefined;
}
