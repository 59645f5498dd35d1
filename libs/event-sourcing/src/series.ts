/** A fact of the world: it holds from the day on which it occurred, whenever it was recorded. */
export interface Fact<T> {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly revision: number;
  readonly value: T;
}

/** The facts of one kind, ordered by (day, revision); the current value is the last one not after the day asked for. */
export type Series<T> = readonly Fact<T>[];

/** The day that comes after every other: asking for it gives the latest value known. */
export const LATEST = '9999-12-31';

/** The last day on which what holds until further notice still holds, since a span ends exclusively. */
export const LAST_MOMENT = '9999-12-30';

/** The day on which to look into spans: the last one where the latest value known is asked for. */
export const momentOf = (day = LATEST): string => (day === LATEST ? LAST_MOMENT : day);

/** Puts a fact in its place, so that the order of recording never changes what held on a day. */
export function withFact<T>(series: Series<T>, fact: Fact<T>): Series<T> {
  let at = series.length;
  while (at > 0 && isAfter(series[at - 1]!, fact)) at--;
  return series.toSpliced(at, 0, fact);
}

const isAfter = (a: Fact<unknown>, b: Fact<unknown>): boolean =>
  a.on > b.on || (a.on === b.on && a.revision > b.revision);

/** The fact that holds on a day, or undefined before the first one. */
export function factOn<T>(series: Series<T>, day: string): Fact<T> | undefined {
  for (let at = series.length - 1; at >= 0; at--) if (series[at]!.on <= day) return series[at];
  return undefined;
}

/** The value that holds on a day, or undefined before the first fact. */
export const valueOn = <T>(series: Series<T>, day: string): T | undefined => factOn(series, day)?.value;

/** A dated fact is already done only if the series holds that very day with that value: an equal neighbour may move. */
export function holds<T>(series: Series<T>, on: string, value: T): boolean {
  const fact = factOn(series, on);
  return fact !== undefined && fact.on === on && JSON.stringify(fact.value) === JSON.stringify(value);
}

/** What an event put into a state, and could take out of it again, carries the event's revision, as facts do. */
interface Marked {
  readonly revision: number;
}

const isMarked = (value: unknown): value is Marked =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Marked>).revision === 'number';

/** A state without what the events of these revisions put into it; a part that holds nothing of them stays the same. */
export function withdrawn<S>(state: S, isGone: (revision: number) => boolean): S {
  const gone = (value: unknown): boolean => isMarked(value) && isGone(value.revision);
  if (Array.isArray(state)) {
    const kept = state.filter((value) => !gone(value)).map((value: unknown) => withdrawn(value, isGone));
    return kept.length === state.length && kept.every((value, at) => value === state[at]) ? state : (kept as S);
  }
  if (typeof state !== 'object' || state === null || isMarked(state)) return state;
  const before = Object.entries(state);
  const kept = before.filter(([, value]) => !gone(value)).map(([name, value]) => [name, withdrawn(value, isGone)]);
  const same = kept.length === before.length && kept.every(([, value], at) => value === before[at]![1]);
  return same ? state : (Object.fromEntries(kept) as S);
}
