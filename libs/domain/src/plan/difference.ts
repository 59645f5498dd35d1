import { totalsOf } from './control-totals.js';
import type { PlanEntry } from './entries.js';

/** A member in both versions whose line is another one. */
export interface ChangedLine {
  readonly project: string;
  readonly before: PlanEntry;
  readonly after: PlanEntry;
}

/** What of one version of a plan is different in another, with the totals of both. */
export function differenceOf(before: ReadonlyMap<string, PlanEntry>, after: ReadonlyMap<string, PlanEntry>) {
  const changed: ChangedLine[] = [];
  for (const [project, entry] of after) {
    const old = before.get(project);
    if (old && !isSame(old, entry)) changed.push({ project, before: old, after: entry });
  }
  return {
    admitted: [...after.values()].filter(({ project }) => !before.has(project)),
    left: [...before.values()].filter(({ project }) => !after.has(project)),
    changed,
    totals: { before: totalsOf(before.values()), after: totalsOf(after.values()) },
  };
}

const isSame = (a: PlanEntry, b: PlanEntry): boolean =>
  a.category === b.category &&
  a.totalInvestment === b.totalInvestment &&
  a.annualInvestment === b.annualInvestment &&
  (a.monthlyTargets ?? []).join() === (b.monthlyTargets ?? []).join() &&
  (a.monthlyTargets === null) === (b.monthlyTargets === null);
