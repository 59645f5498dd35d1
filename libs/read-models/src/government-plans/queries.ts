import { type Documents, LATEST, valueOn } from '#libs/event-sourcing/pure';
import type { SourcedAmount } from '#libs/domain';
import { listRows } from '../lists/view.js';
import { governmentPlans } from './view.js';

/** The plan with its projects, and the sums by year and source; those of its own year are the annual plan. */
export async function governmentPlan(documents: Documents, year: number) {
  const plan = await documents.get(governmentPlans, String(year));
  if (!plan) return undefined;
  const { lines, ...rest } = plan;
  const rows = await documents.many(listRows, Object.keys(lines));
  return {
    ...rest,
    lines: Object.entries(lines).map(([project, amounts]) => ({
      project,
      name: valueOn(rows.get(project)?.project.details.name ?? [], LATEST) ?? null,
      annualInvestment: sum(amounts.filter((each) => each.year === year)),
      amounts,
    })),
    totals: totalsOf(Object.values(lines).flat()),
  };
}

const sum = (amounts: readonly SourcedAmount[]): number => amounts.reduce((total, { amount }) => total + amount, 0);

/** Year → its total in 分, and what comes from which source. */
function totalsOf(amounts: readonly SourcedAmount[]) {
  const years = [...new Set(amounts.map(({ year }) => year))].sort();
  return years.map((year) => {
    const ofYear = amounts.filter((each) => each.year === year);
    const sources = [...new Set(ofYear.map(({ source }) => source))].sort();
    return {
      year,
      total: sum(ofYear),
      bySource: Object.fromEntries(
        sources.map((source) => [source, sum(ofYear.filter((each) => each.source === source))]),
      ),
    };
  });
}
