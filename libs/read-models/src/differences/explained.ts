import { type FieldChange, type Position, type Step, valueAt } from '#libs/event-sourcing/pure';
import { type Cause, causeOf } from './cause.js';

/** One side of a difference: an answer about a day, as was known at a position of the log. */
export interface Side<T> {
  readonly position: Position;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly answer: T;
}

export interface Sides<T> {
  readonly from: Side<T>;
  readonly to: Side<T>;
}

export interface Explained extends FieldChange {
  /** The events after each of which the difference was another one, in the order of the log. */
  readonly causes: readonly Cause[];
}

/**
 * Gives each changed field the events that changed it. An event that gives both sides the same value is none of them;
 * one that changes what a field was before is, because the difference is another one since.
 */
export async function explained<S>(
  changes: readonly FieldChange[],
  steps: AsyncIterable<Step<S>>,
  answers: { readonly from: (state: S | null) => unknown; readonly to: (state: S | null) => unknown },
): Promise<Explained[]> {
  if (changes.length === 0) return [];
  const fields = changes.map((change) => ({ change, last: SAME, causes: [] as Cause[] }));
  for await (const { event, from, to } of steps) {
    const [before, after] = [answers.from(from), answers.to(to)];
    for (const field of fields) {
      const { field: pointer } = field.change;
      const difference = differenceOf(valueAt(before, pointer), valueAt(after, pointer));
      if (difference !== field.last) field.causes.push(causeOf(event));
      field.last = difference;
    }
  }
  return fields.map(({ change, causes }) => ({ ...change, causes }));
}

const SAME = '';

function differenceOf(from: unknown, to: unknown): string {
  const [before, after] = [JSON.stringify(from), JSON.stringify(to)];
  return before === after ? SAME : `${before} ${after}`;
}
