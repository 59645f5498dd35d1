import { changesBetween, type FieldChange, plain } from '#libs/event-sourcing/pure';
import type { dashboardOn } from '../dashboard/queries.js';
import type { Sides } from './explained.js';
import { type Contribution, type ContributionPage, isSomething, minus } from './contributions.js';

type Dashboard = Awaited<ReturnType<typeof dashboardOn>>;

/** The day is what was asked: no event made it another one. */
const told = ({ day: _, ...others }: Dashboard) => plain(others);

/** Every field of a dashboard that is another one on the other side; a number says by how much. */
export function dashboardDifference({
  from,
  to,
}: Sides<Dashboard>): (FieldChange & { readonly difference?: number })[] {
  return changesBetween(told(from.answer), told(to.answer)).map((change) =>
    typeof change.from === 'number' && typeof change.to === 'number'
      ? { ...change, difference: change.to - change.from }
      : change,
  );
}

/** What each project added more to a figure on one side than on the other, up to where both pages are known. */
export function contributionDifference({ from, to }: Sides<ContributionPage>, limit: number) {
  const end = firstOf(from.answer.next, to.answer.next);
  const before = upTo(from.answer.items, end);
  const after = upTo(to.answer.items, end);
  const all = [...new Map([...before, ...after]).values()]
    .map(({ id, name, sort }) => {
      const [old, now] = [before.get(id)?.amounts ?? {}, after.get(id)?.amounts ?? {}];
      return { id, name, sort, amounts: minus(now, old) };
    })
    .filter(({ amounts }) => isSomething(amounts))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
  const items = all.slice(0, limit);
  return {
    total: from.answer.total || to.answer.total ? minus(to.answer.total ?? {}, from.answer.total ?? {}) : undefined,
    items,
    next: all.length > limit ? items.at(-1)!.sort : end,
  };
}

/** Behind the place where the first of two pages ends nothing is known of it. */
export const firstOf = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

const upTo = (items: readonly Contribution[], last: string | null): Map<string, Contribution> =>
  new Map(items.filter(({ sort }) => last === null || sort <= last).map((item) => [item.id, item]));
