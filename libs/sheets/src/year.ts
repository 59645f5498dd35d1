import { bare } from './cells/text.js';

/** The year of a title such as 2022年重点项目年度计划表, or of a column such as 2022年计划投资. */
export function yearIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const year = /(?<!\d)(20\d{2})年/.exec(bare(text))?.[1];
    if (year) return Number(year);
  }
  return undefined;
}
