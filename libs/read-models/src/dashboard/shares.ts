import type { Contribution } from '#libs/event-sourcing/pure';

/** What one project adds on a day: the same amounts to each of its cells. */
export interface Share<M extends string> {
  readonly cells: readonly string[];
  readonly amounts: Readonly<Record<M, number>>;
}

type Change = Omit<Contribution, 'sum'>;

/** What a share that changes on some days contributes: on each of them the difference to the day before. */
export function shareSteps<M extends string>(
  measures: readonly M[],
  days: Iterable<string>,
  shareOn: (day: string) => Share<M> | null,
): Change[] {
  const changes: Change[] = [];
  let previous: Share<M> | null = null;
  for (const day of [...new Set(days)].sort()) {
    const current = shareOn(day);
    const amounts = difference(measures, previous, current);
    if (Object.keys(amounts).length > 0) changes.push({ day, amounts });
    previous = current;
  }
  return changes;
}

function difference<M extends string>(measures: readonly M[], from: Share<M> | null, to: Share<M> | null) {
  const [old, now] = [from?.cells ?? [], to?.cells ?? []];
  const kept = now.filter((cell) => old.includes(cell));
  const came = now.length === kept.length ? [] : now.filter((cell) => !kept.includes(cell));
  const gone = old.length === kept.length ? [] : old.filter((cell) => !kept.includes(cell));
  const amounts: Record<string, number> = {};
  for (const measure of measures) {
    const [before, after] = [from?.amounts[measure] ?? 0, to?.amounts[measure] ?? 0];
    if (after !== before) for (const cell of kept) amounts[`${cell}|${measure}`] = after - before;
    if (after !== 0) for (const cell of came) amounts[`${cell}|${measure}`] = after;
    if (before !== 0) for (const cell of gone) amounts[`${cell}|${measure}`] = -before;
  }
  return amounts;
}
