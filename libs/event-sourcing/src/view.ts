import type { Position, Recorded } from './event.js';

/** What one document adds to a summary from a day on. */
export interface Contribution {
  /** Key of the summary's document. */
  readonly sum: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly amounts: Readonly<Record<string, number>>;
}

/** A summary: for each day the difference that it made, zeros left out; its value on a day is the sum up to it. */
export interface Sum {
  readonly days: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A read model: which documents an event concerns, and how each of them follows it. */
export interface View<S extends object = object> {
  readonly name: string;
  /** Goes up with every change of what `evolve` makes, so that a rebuild is due. */
  readonly version: number;
  /** The documents that an event concerns; none for an event that this view ignores. */
  keys(event: Recorded): string[];
  /** The document after the event; null deletes it. */
  evolve(state: S | null, event: Recorded, key: string): S | null;
  /** What a document adds to the view's summaries, which are kept as sums of exactly these. */
  contributions?(state: S): Contribution[];
  /** Index keys beside `_id` and `position`, as fields of the stored document. */
  readonly indexes?: readonly Readonly<Record<string, 1>>[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a projection holds views of every kind
export type AnyView = View<any>;

/** A document as it is stored: what it is, and what it was ahead of the batch that wrote it. */
export interface Stored<S = object> {
  readonly position: Position;
  readonly state: S | null;
  readonly before: { readonly position: Position; readonly state: S | null } | null;
}

/** Documents touched by a batch, before and after. */
export interface Change {
  readonly key: string;
  readonly before: { readonly position: Position; readonly state: object | null } | null;
  readonly state: object | null;
}

/** The documents of one view as they stand before a batch. */
export type Load = (keys: string[]) => Promise<Map<string, { position: Position; state: object | null }>>;

/** Folds a batch of events into a view: each document and each summary once, whatever the number of events. */
export async function fold(view: AnyView, events: readonly Recorded[], load: Load): Promise<Change[]> {
  const concerned = events.map((event) => ({ event, keys: view.keys(event) }));
  const keys = [...new Set(concerned.flatMap(({ keys }) => keys))];
  if (keys.length === 0) return [];
  const before = await load(keys);
  const after = new Map<string, object | null>(keys.map((key) => [key, before.get(key)?.state ?? null]));
  for (const { event, keys } of concerned)
    for (const key of keys) after.set(key, view.evolve(after.get(key) ?? null, event, key));

  const changes: Change[] = keys.map((key) => ({
    key,
    before: before.get(key) ?? null,
    state: after.get(key) ?? null,
  }));
  return view.contributions ? [...changes, ...(await sums(view, changes, load))] : changes;
}

/** Moves each summary by the difference between what its documents contributed before and after. */
async function sums(view: AnyView, changes: readonly Change[], load: Load): Promise<Change[]> {
  const differences = new SumDifferences();
  for (const { before, state } of changes) {
    if (before?.state) differences.add(view.contributions!(before.state), -1);
    if (state) differences.add(view.contributions!(state), 1);
  }
  const touched = differences.touched();
  const before = await load(touched);
  return touched.map((key) => {
    const old = before.get(key) ?? null;
    const state = differences.appliedTo(key, (old?.state as Sum | null) ?? { days: {} });
    // A summary of nothing is none, as it is where the log is folded from the first event on.
    return { key, before: old, state: Object.keys(state.days).length === 0 ? null : state };
  });
}

/** Differences per summary, day and amount. */
export class SumDifferences {
  private readonly bySum = new Map<string, Map<string, Map<string, number>>>();

  add(contributions: readonly Contribution[], sign: 1 | -1): void {
    for (const { sum, day, amounts } of contributions) {
      const days = getOrCreate(this.bySum, sum, () => new Map<string, Map<string, number>>());
      const differences = getOrCreate(days, day, () => new Map<string, number>());
      for (const [name, amount] of Object.entries(amounts))
        differences.set(name, (differences.get(name) ?? 0) + sign * amount);
    }
  }

  /** The summaries that end up different. */
  touched(): string[] {
    return [...this.bySum].filter(([, days]) => [...days.values()].some(isDifferent)).map(([sum]) => sum);
  }

  appliedTo(key: string, sum: Sum): Sum {
    const days: Record<string, Readonly<Record<string, number>>> = { ...sum.days };
    for (const [day, differences] of this.bySum.get(key) ?? []) {
      const amounts: Record<string, number> = { ...days[day] };
      for (const [name, difference] of differences) {
        const amount = (amounts[name] ?? 0) + difference;
        if (amount === 0) delete amounts[name];
        else amounts[name] = amount;
      }
      if (Object.keys(amounts).length === 0) delete days[day];
      else days[day] = amounts;
    }
    return { days };
  }
}

const isDifferent = (differences: Map<string, number>): boolean => [...differences.values()].some((n) => n !== 0);

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}

/** The amounts of a summary that hold on a day. */
export function sumOn(sum: Sum | null, day: string): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [at, amounts] of Object.entries(sum?.days ?? {}))
    if (at <= day) for (const [name, amount] of Object.entries(amounts)) total[name] = (total[name] ?? 0) + amount;
  return total;
}

/** What a value that changes on some days contributes: on each of them the difference to the day before. */
export function steps(
  sum: string,
  days: Iterable<string>,
  amountsOn: (day: string) => Record<string, number>,
): Contribution[] {
  const contributions: Contribution[] = [];
  let previous: Record<string, number> = {};
  for (const day of [...new Set(days)].sort()) {
    const current = amountsOn(day);
    const amounts: Record<string, number> = {};
    for (const name of new Set([...Object.keys(previous), ...Object.keys(current)])) {
      const difference = (current[name] ?? 0) - (previous[name] ?? 0);
      if (difference !== 0) amounts[name] = difference;
    }
    if (Object.keys(amounts).length > 0) contributions.push({ sum, day, amounts });
    previous = current;
  }
  return contributions;
}
