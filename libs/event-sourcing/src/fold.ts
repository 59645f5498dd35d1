import type { Position, Recorded } from './event.js';
import { Holds } from './parked.js';
import type { AnyView, Contribution, Sum } from './view.js';

/** Documents touched by a batch, before and after. */
export interface Change {
  readonly key: string;
  readonly before: { readonly position: Position; readonly state: object | null } | null;
  readonly state: object | null;
}

/** The documents of one view as they stand before a batch. */
export type Load = (keys: string[]) => Promise<Map<string, { position: Position; state: object | null }>>;

/**
 * Folds a batch of events into a view: each document and each summary once, whatever the number of events.
 * `anew` has documents that were folded from the first event on, because they had been parked.
 */
export async function fold(
  view: AnyView,
  events: readonly Recorded[],
  load: Load,
  holds: Holds = new Holds(view),
  anew: ReadonlyMap<string, object | null> = new Map(),
): Promise<Change[]> {
  const concerned = events.map((event) => ({ event, keys: holds.keysOf(event) }));
  const keys = [...new Set([...anew.keys(), ...concerned.flatMap(({ keys }) => keys)])];
  if (keys.length === 0) return [];
  const before = await load(keys);
  const after = new Map(keys.map((key) => [key, anew.has(key) ? anew.get(key)! : (before.get(key)?.state ?? null)]));
  for (const { event, keys } of concerned)
    for (const key of keys) after.set(key, holds.evolve(after.get(key) ?? null, event, key));

  const eventsOf = (key: string) => concerned.filter(({ keys }) => keys.includes(key)).map(({ event }) => event);
  const differences = new SumDifferences();
  const changes = keys.map((key): Change => {
    const old = before.get(key) ?? null;
    const state = after.get(key) ?? null;
    if (!view.contributions) return { key, before: old, state };
    const contributions = holds.contributionsOf(state, key, () => eventsOf(key));
    if (!contributions) return { key, before: old, state: old?.state ?? null };
    const was = old?.state ? (contributed.get(old.state) ?? view.contributions(old.state)) : [];
    differences.move(was, contributions);
    if (state) contributed.set(state, contributions);
    return { key, before: old, state };
  });
  return [...changes, ...(await sums(differences, load))];
}

/** What each state that is still at hand contributed when it came about: it is what the next batch moves on from. */
const contributed = new WeakMap<object, readonly Contribution[]>();

/** Moves each summary by the difference between what its documents contributed before and after. */
async function sums(differences: SumDifferences, load: Load): Promise<Change[]> {
  const touched = differences.touched();
  if (touched.length === 0) return [];
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

  /** From what a document contributed to what it contributes: an event changes few of its days, the others cost nothing. */
  move(before: readonly Contribution[], after: readonly Contribution[]): void {
    const shorter = Math.min(before.length, after.length);
    let first = 0;
    while (first < shorter && isEqual(before[first]!, after[first]!)) first++;
    let last = 0;
    while (last < shorter - first && isEqual(before.at(-1 - last)!, after.at(-1 - last)!)) last++;
    this.add(before.slice(first, before.length - last), -1);
    this.add(after.slice(first, after.length - last), 1);
  }

  add(contributions: readonly Contribution[], sign: 1 | -1): void {
    for (const { sum, day, amounts, cells } of contributions) {
      const days = getOrCreate(this.bySum, sum, () => new Map<string, Map<string, number>>());
      const differences = getOrCreate(days, day, () => new Map<string, number>());
      for (const [name, amount] of Object.entries(amounts))
        for (const key of cells?.map((cell) => `${cell}|${name}`) ?? [name])
          differences.set(key, (differences.get(key) ?? 0) + sign * amount);
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

function isEqual(a: Contribution, b: Contribution): boolean {
  if (a === b) return true;
  if (a.sum !== b.sum || a.day !== b.day || a.cells?.length !== b.cells?.length) return false;
  if (a.cells !== b.cells && a.cells?.some((cell, at) => cell !== b.cells![at])) return false;
  const names = Object.keys(a.amounts);
  return names.length === Object.keys(b.amounts).length && names.every((name) => a.amounts[name] === b.amounts[name]);
}

const isDifferent = (differences: Map<string, number>): boolean => [...differences.values()].some((n) => n !== 0);

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
