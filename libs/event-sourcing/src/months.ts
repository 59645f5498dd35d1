import type { Collection, Db } from 'mongodb';
import { SumDifferences } from './fold.js';
import type { EventMetadata, Position, Recorded } from './event.js';
import type { AnyView, Contribution, StoredDocument, Sum } from './view.js';

/** No event up to `position` was recorded in the month `at` (YYYY-MM, UTC) or later; all that follow are behind it. */
export interface MonthEnd {
  readonly at: string;
  readonly position: Position;
}

/** A document as it was at the ends before months `from` ≤ month < `until`; it never changes once `until` is known. */
export interface MonthState {
  readonly _id: string;
  readonly key: string;
  readonly from: string;
  readonly until: string;
  readonly state: object;
}

/** After every month. */
export const STILL = '9999-99';

const BULK = 1_000;

export const monthStatesOf = (db: Db, collection: string): Collection<MonthState> =>
  db.collection<MonthState>(`${collection}-months`);

export async function prepareMonths(db: Db, view: AnyView, collection: string): Promise<void> {
  for (const index of [{ key: 1, until: 1 } as const, { from: 1 } as const, ...(view.indexes ?? [])])
    await monthStatesOf(db, collection).createIndex({ ...index });
}

/** The month in which the log stands after an event: clocks that differ a little never set it back. */
export const monthAfter = (before: string, { recordedAt = '' }: Partial<EventMetadata>): string =>
  recordedAt.slice(0, 7) > before ? recordedAt.slice(0, 7) : before;

/** Runs of events of one month each; `month` is the one in which the log stood before them. */
export function byMonth(events: readonly Recorded[], month: string): { month: string; events: Recorded[] }[] {
  const runs: { month: string; events: Recorded[] }[] = [];
  for (const event of events) {
    month = monthAfter(month, event.metadata);
    const run = runs.at(-1);
    if (run?.month === month) run.events.push(event);
    else runs.push({ month, events: [event] });
  }
  return runs;
}

/** Keeps what changed since the end before as it stands now; a repeat writes the same. */
export async function keepMonth(db: Db, collection: string, at: string, since: Position): Promise<void> {
  const states = monthStatesOf(db, collection);
  let batch: StoredDocument[] = [];
  const flush = async () => {
    const changed = batch.splice(0);
    if (changed.length === 0) return;
    const keys = changed.map(({ _id }) => _id);
    await states.updateMany({ key: { $in: keys }, until: STILL, from: { $lt: at } }, { $set: { until: at } });
    const alive = changed.flatMap(({ _id, state }) => (state ? [monthState(_id, at, STILL, state)] : []));
    const operations = alive.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    }));
    if (operations.length > 0) await states.bulkWrite(operations, { ordered: false });
  };
  for await (const document of db.collection<StoredDocument>(collection).find({ position: { $gt: since } })) {
    batch.push(document);
    if (batch.length === BULK) await flush();
  }
  await flush();
  batch = [];
}

const monthState = (key: string, from: string, until: string, state: object): MonthState => ({
  _id: `${key}@${from}`,
  key,
  from,
  until,
  state,
});

/** The month states of one view while it is folded in memory, its summaries included. */
export class MonthStatesInMemory {
  private readonly changed = new Set<string>();
  private readonly latest = new Map<string, MonthState>();
  private readonly closed: MonthState[] = [];
  /** What those that are open contribute, so that each state is asked once. */
  private readonly contributed = new Map<string, readonly Contribution[]>();

  touch(key: string): void {
    this.changed.add(key);
  }

  keep(
    at: string,
    stateOf: (key: string) => object | null,
    contributionsOf: (key: string) => readonly Contribution[],
  ): void {
    const differences = new SumDifferences();
    for (const key of this.changed) {
      // Asked first: what cannot be summed is parked, and has no state any more.
      const contributions = contributionsOf(key);
      differences.move(this.contributed.get(key) ?? [], contributions);
      this.contributed.set(key, contributions);
      this.put(key, at, stateOf(key));
    }
    for (const key of differences.touched()) {
      const sum = differences.appliedTo(key, (this.latest.get(key)?.state as Sum | undefined) ?? { days: {} });
      this.put(key, at, Object.keys(sum.days).length > 0 ? sum : null);
    }
    this.changed.clear();
  }

  /** Hands over those that are known in full, which never change again. */
  takeClosed(): MonthState[] {
    return this.closed.splice(0);
  }

  /** Those that hold until the document changes. */
  open(): MonthState[] {
    return [...this.latest.values()];
  }

  private put(key: string, at: string, state: object | null): void {
    const before = this.latest.get(key);
    if (before) this.closed.push({ ...before, until: at });
    if (state) this.latest.set(key, monthState(key, at, STILL, state));
    else this.latest.delete(key);
  }
}
