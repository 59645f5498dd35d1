import type { Position, Recorded } from './event.js';

/** What one document adds to a summary from a day on. */
export interface Contribution {
  /** Key of the summary's document. */
  readonly sum: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly amounts: Readonly<Record<string, number>>;
  /** The amounts count once for each of these, under `<cell>|<amount>`; once under their own names where left out. */
  readonly cells?: readonly string[];
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
  /** What was known at an instant is asked of it often: its documents are kept at the end of each month. */
  readonly monthly?: true;
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

/** A document under its key, as a collection holds it. */
export interface StoredDocument extends Stored {
  readonly _id: string;
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
