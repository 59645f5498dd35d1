import type { Contribution } from '#libs/event-sourcing/pure';

/** What one project adds on a day: the same amounts to each of its cells. A part that is the same object has not changed. */
export interface Share {
  readonly cells: readonly string[];
  readonly parts: readonly Readonly<Record<string, number>>[];
}

type Change = Omit<Contribution, 'sum'>;

/**
 * A value that is asked for on one day after the other, and can change on some days only: it is made anew where one of
 * them was passed.
 */
export function between<T>(days: readonly string[], on: (day: string) => T): (day: string) => T {
  const ahead = [...days].sort();
  let next = 0;
  let value: { readonly held: T } | undefined;
  return (day) => {
    const before = next;
    while (next < ahead.length && ahead[next]! <= day) next++;
    if (!value || next > before) value = { held: on(day) };
    return value.held;
  };
}

/** What a share that changes on some days contributes: on each of them the difference to the day before. */
export function shareSteps(days: Iterable<string>, shareOn: (day: string) => Share | null): Change[] {
  const changes: Change[] = [];
  let previous: Share | null = null;
  for (const day of [...new Set(days)].sort()) {
    const current = shareOn(day);
    const add = (cells: readonly string[], from: Share | null, to: Share | null) => {
      if (cells.length === 0) return;
      const amounts = difference(from, to);
      if (amounts) changes.push({ day, cells, amounts });
    };
    const [old, now] = [previous?.cells ?? NONE, current?.cells ?? NONE];
    if (old === now) add(now, previous, current);
    else {
      add(
        now.filter((cell) => old.includes(cell)),
        previous,
        current,
      );
      add(
        now.filter((cell) => !old.includes(cell)),
        null,
        current,
      );
      add(
        old.filter((cell) => !now.includes(cell)),
        previous,
        null,
      );
    }
    previous = current;
  }
  return changes;
}

const NONE: readonly string[] = [];

function difference(from: Share | null, to: Share | null): Record<string, number> | undefined {
  let amounts: Record<string, number> | undefined;
  for (const [index, part] of (to ?? from)!.parts.entries()) {
    const [old, now] = [from?.parts[index], to?.parts[index]];
    if (old === now) continue;
    for (const name of Object.keys(part)) {
      const amount = (now?.[name] ?? 0) - (old?.[name] ?? 0);
      if (amount !== 0) (amounts ??= {})[name] = amount;
    }
  }
  return amounts;
}
