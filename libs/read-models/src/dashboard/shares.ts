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
    const [old, now] = [previous?.cells ?? [], current?.cells ?? []];
    const kept = now.filter((cell) => old.includes(cell));
    const came = now.length === kept.length ? [] : now.filter((cell) => !kept.includes(cell));
    const gone = old.length === kept.length ? [] : old.filter((cell) => !kept.includes(cell));
    const add = (cells: readonly string[], from: Share<M> | null, to: Share<M> | null) => {
      const amounts = cells.length === 0 ? {} : difference(measures, from, to);
      if (Object.keys(amounts).length > 0) changes.push({ day, cells, amounts });
    };
    add(kept, previous, current);
    add(came, null, current);
    add(gone, previous, null);
    previous = current;
  }
  return changes;
}

function difference<M extends string>(measures: readonly M[], from: Share<M> | null, to: Share<M> | null) {
  const amounts: Record<string, number> = {};
  for (const measure of measures) {
    const amount = (to?.amounts[measure] ?? 0) - (from?.amounts[measure] ?? 0);
    if (amount !== 0) amounts[measure] = amount;
  }
  return amounts;
}
