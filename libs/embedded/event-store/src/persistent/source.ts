import { setImmediate as nextTurn } from 'node:timers/promises';
import { readForwards } from '../log/read.js';
import { compileFilter, type Filter } from '../read/filter.js';
import { isHiddenFromAll } from '../read/hidden.js';
import { rangeOf } from '../read/range.js';
import { readRevisions } from '../read/stream.js';
import type { Store } from '../store.js';
import { parseRecord } from '../wire/recorded-event.js';
import { ALL, type GroupKey, type GroupSettings } from './settings.js';

/** A record that was looked at; `hidden` is what the server keeps for itself, `other` what the filter leaves out. */
export interface Considered {
  record: Buffer;
  at: number;
  verdict: 'wanted' | 'other' | 'hidden';
}

/** Where a group's events come from: a cursor that can wait at the end. */
export interface Source {
  /** The next records, none at the end. */
  next(limit: number): Promise<Considered[]>;
  /** Resolves when there is more, or the signal aborts. */
  more(signal: AbortSignal): Promise<void>;
}

/** A source that goes on at a place (a revision or a position), inclusive. */
export function openSource(store: Store, { stream }: GroupKey, settings: GroupSettings, from: number): Source {
  const filter = settings.filter && compileFilter(settings.filter);
  return stream === ALL ? new AllSource(store, filter, from) : new StreamSource(store, stream, from);
}

class StreamSource implements Source {
  constructor(
    private readonly store: Store,
    private readonly name: string,
    private cursor: number,
  ) {}

  next(limit: number): Promise<Considered[]> {
    const range = rangeOf(this.store, this.name);
    if (range.kind !== 'visible') return Promise.resolve([]);
    const from = Math.max(this.cursor, range.first);
    const size = Math.min(limit, range.last - from + 1);
    if (size <= 0) return Promise.resolve([]);
    this.cursor = from + size;
    const records = readRevisions(this.store, range, from, size);
    return Promise.resolve(
      records.map((record) => ({ record, at: Number(parseRecord(record).revision), verdict: 'wanted' })),
    );
  }

  async more(signal: AbortSignal): Promise<void> {
    const range = rangeOf(this.store, this.name);
    const isWaiting = range.kind === 'visible' && range.last >= Math.max(this.cursor, range.first);
    if (isWaiting) await nextTurn();
    else await this.store.commits.ofStream(this.name, signal);
  }
}

class AllSource implements Source {
  private cursor: number;

  constructor(
    private readonly store: Store,
    private readonly filter: Filter | undefined,
    from: number,
  ) {
    this.cursor = store.log.ordinalAt(from);
  }

  async next(limit: number): Promise<Considered[]> {
    const { log } = this.store;
    const start = this.cursor;
    const records = await readForwards(log, start, limit);
    this.cursor += records.length;
    return records.map((record, index) => ({
      record,
      at: log.position(start + index),
      verdict: this.judge(record),
    }));
  }

  private judge(record: Buffer): Considered['verdict'] {
    if (isHiddenFromAll(record)) return 'hidden';
    return !this.filter || this.filter(record) ? 'wanted' : 'other';
  }

  more(signal: AbortSignal): Promise<void> {
    return this.store.commits.beyond(this.cursor, signal);
  }
}
