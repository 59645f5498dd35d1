import {
  type Contribution,
  type Documents,
  LATEST,
  steps,
  type Sum,
  sumOn,
  valueOn,
  type View,
} from '#libs/event-sourcing/pure';
import type { ListRow, PlanLines } from '../lists/row.js';

export const balanceSum = (year: number): string => `balance/${year}`;

const MEASURES = ['count', 'preliminary', 'total', 'annual'] as const;

/** A town is free text and an id may hold a dot, so that they are kept out of the way of the marks of keys. */
export const escaped = (text: string): string =>
  text.replace(/[%|.$]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** What a project adds to the balance between sectors and towns, on each day with the line that holds then. */
export function balanceLines(year: number, details: ListRow['project']['details'], plan: PlanLines): Contribution[] {
  const days = [...details.sector, ...details.town, ...plan.lines.slice(1)].map(({ on }) => on);
  return steps(balanceSum(year), [plan.since, ...days.filter((day) => day > plan.since)], (day) => {
    const entry = valueOn(plan.lines, day);
    if (!entry) return {};
    const cell = `${valueOn(details.sector, day) ?? ''}|${escaped(valueOn(details.town, day) ?? '')}`;
    const preliminary = entry.category === 'PRELIMINARY';
    return {
      [`${cell}|count`]: preliminary ? 0 : 1,
      [`${cell}|preliminary`]: preliminary ? 1 : 0,
      [`${cell}|total`]: entry.totalInvestment,
      [`${cell}|annual`]: entry.annualInvestment,
    };
  });
}

/** Sector × town of one year's plan; each project counts in its one primary town, and null is not known. */
export async function balanceOn(documents: Documents, rows: View<Sum>, year: number, day = LATEST) {
  const cells = new Map<string, Record<string, number>>();
  for (const [key, amount] of Object.entries(sumOn(await documents.get(rows, balanceSum(year)), day))) {
    const [sector, town, measure] = key.split('|') as [string, string, string];
    const cell = `${sector}|${town}`;
    cells.set(cell, { ...cells.get(cell), [measure]: amount });
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, amounts]) => {
      const [sector, town] = cell.split('|').map(decodeURIComponent) as [string, string];
      const [construction, preliminary, totalInvestment, annualInvestment] = MEASURES.map(
        (measure) => amounts[measure] ?? 0,
      );
      return {
        sector: sector || null,
        town: town || null,
        ...{ construction, preliminary, totalInvestment, annualInvestment },
      };
    })
    .filter(({ construction, preliminary }) => construction !== 0 || preliminary !== 0);
}
