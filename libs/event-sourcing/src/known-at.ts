import type { Db, Filter } from 'mongodb';
import { type Checkpoint, readCheckpoint } from './checkpoint.js';
import type { Documents, Page, PageQuery } from './documents.js';
import { BEFORE_ALL, type Position, type Recorded } from './event.js';
import type { EventStore } from './event-store.js';
import { fold, type Load } from './fold.js';
import { MemoryDocuments } from './memory-documents.js';
import { type MonthEnd, type MonthState, monthStatesOf } from './months.js';
import { mergedPage, stateFilter } from './pages.js';
import { Holds, waitingIn } from './parked.js';
import type { AnyView, View } from './view.js';

/** A replay folds many events: more than this many at once wait for their turn. */
const REPLAYS_AT_ONCE = 2;
const CHUNK = 2_000;

let running = 0;
const waiting: (() => void)[] = [];

/** Where the log ends for whoever asks about earlier: with what was known at an instant, or at a position. */
export interface Prefix {
  includes(event: Recorded): boolean;
  /** Whether all that a month end has seen is included. */
  covers(end: MonthEnd): boolean;
}

/** The log before the first event that was recorded after an instant. */
export const knownBy = (instant: string): Prefix => ({
  includes: ({ metadata }) => metadata.recordedAt <= instant,
  covers: ({ at }) => at <= instant.slice(0, 7),
});

/** The log up to a position and with it. */
export const loggedUpTo = (position: Position): Prefix => ({
  includes: (event) => event.position <= position,
  covers: (end) => end.position <= position,
});

/**
 * Answers from an earlier end of the log. Monthly views begin with what the last month end left, so that they fold at
 * most a month; the others fold the log from its first event.
 */
export async function knownAt<T>(
  { db, store, projection, views }: KnownSettings,
  prefix: Prefix,
  answer: (documents: Documents) => Promise<T>,
): Promise<{ position: Position; waiting: number; result: T }> {
  while (running >= REPLAYS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    const documents = new KnownDocuments(db, store, views, prefix, await readCheckpoint(db, projection));
    await documents.fold();
    const result = await answer(documents);
    return { position: documents.position, waiting: documents.waiting, result };
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Documents that follow one stream alone, as was known at an instant: nothing but that stream is read. */
export async function streamKnownAt(
  store: EventStore,
  views: readonly AnyView[],
  stream: string,
  instant: string,
): Promise<Documents> {
  const documents = new MemoryDocuments(views);
  await store.each(stream, (event) => {
    if (event.metadata.recordedAt > instant) return false;
    documents.apply(event);
    return true;
  });
  return documents;
}

export interface KnownSettings {
  readonly db: Db;
  readonly store: EventStore;
  readonly projection: string;
  readonly views: readonly AnyView[];
}

class KnownDocuments implements Documents {
  position: Position = BEFORE_ALL;
  private readonly base: MonthEnd | undefined;
  /** What has changed since the month end, by view and key. */
  private readonly changed = new Map<AnyView, Map<string, object | null>>();
  private readonly holds = new Map<AnyView, Holds>();
  private replayed: Promise<MemoryDocuments> | undefined;

  constructor(
    private readonly db: Db,
    private readonly store: EventStore,
    private readonly views: readonly AnyView[],
    private readonly prefix: Prefix,
    private readonly checkpoint: Checkpoint | null,
  ) {
    this.base = checkpoint?.monthEnds?.findLast((end) => prefix.covers(end));
    for (const view of views) if (this.isKept(view)) this.holds.set(view, new Holds(view, this.parkedBefore(view)));
  }

  get waiting(): number {
    return waitingIn([...this.holds.values()].flatMap((holds) => holds.list()));
  }

  async fold(): Promise<void> {
    let chunk: Recorded[] = [];
    this.position = this.base?.position ?? BEFORE_ALL;
    for await (const event of this.known(this.position)) {
      chunk.push(event);
      if (chunk.length === CHUNK) await this.foldChunk(chunk.splice(0));
    }
    await this.foldChunk(chunk);
    chunk = [];
  }

  async get<S extends object>(view: View<S>, key: string): Promise<S | null> {
    return (await this.many(view, [key])).get(key) ?? null;
  }

  async many<S extends object>(view: View<S>, keys: readonly string[]): Promise<Map<string, S>> {
    if (!this.isKept(view)) return (await this.replay()).many(view, keys);
    const states = await this.statesOf(view, keys);
    return new Map([...states].flatMap(([key, state]) => (state ? [[key, state as S] as const] : [])));
  }

  async page<S extends object>(view: View<S>, query: PageQuery): Promise<Page<S>> {
    if (!this.isKept(view)) return (await this.replay()).page(view, query);
    const at = this.base?.at ?? '';
    const wanted = stateFilter(query);
    const settled = await this.statesIn(view)
      .find({ ...wanted, from: { $lte: at }, until: { $gt: at } } as Filter<MonthState>)
      .sort({ [`state.${query.order ?? 'sort'}`]: 1 })
      .limit(query.limit)
      .toArray();
    const found = settled.map(({ key, state }) => [key, state] as const);
    return mergedPage<S>(found, [...(this.changed.get(view) ?? [])], query);
  }

  /** Monthly, and shown at the version that this code understands. */
  private isKept(view: AnyView): boolean {
    return view.monthly === true && this.checkpoint?.active[view.name]?.version === view.version;
  }

  private parkedBefore(view: AnyView) {
    const parked = this.checkpoint?.parked ?? [];
    return parked.filter((each) => each.view === view.name && each.since <= (this.base?.position ?? BEFORE_ALL));
  }

  private async foldChunk(events: readonly Recorded[]): Promise<void> {
    if (events.length === 0) return;
    for (const [view, holds] of this.holds) {
      const load: Load = async (keys) => {
        const states = await this.statesOf(view, keys);
        return new Map([...states].map(([key, state]) => [key, { position: this.position, state }]));
      };
      const changed = this.changed.get(view) ?? new Map<string, object | null>();
      for (const { key, state } of await fold(view, events, load, holds)) changed.set(key, state);
      this.changed.set(view, changed);
    }
    this.position = events.at(-1)!.position;
  }

  private async statesOf(view: AnyView, keys: readonly string[]): Promise<Map<string, object | null>> {
    const changed = this.changed.get(view);
    const states = new Map<string, object | null>();
    const others = keys.filter((key) => !changed?.has(key));
    for (const key of keys) if (changed?.has(key)) states.set(key, changed.get(key)!);
    const at = this.base?.at;
    if (at === undefined || others.length === 0) return states;
    const found = await Promise.all(others.map((key) => this.stateAt(view, key, at)));
    for (const [index, state] of found.entries()) if (state) states.set(others[index]!, state);
    return states;
  }

  /** The first that ends later is the one; all of a key at once would be read with every month that it ever had. */
  private async stateAt(view: AnyView, key: string, at: string): Promise<object | null> {
    const wanted = { key, until: { $gt: at } };
    const [first] = await this.statesIn(view).find(wanted).sort({ until: 1 }).limit(1).toArray();
    return first && first.from <= at ? first.state : null;
  }

  private statesIn(view: AnyView) {
    return monthStatesOf(this.db, this.checkpoint!.active[view.name]!.collection);
  }

  private replay(): Promise<MemoryDocuments> {
    this.replayed ??= (async () => {
      const documents = new MemoryDocuments(this.views.filter((view) => !this.isKept(view)));
      for await (const event of this.known(BEFORE_ALL)) documents.apply(event);
      return documents;
    })();
    return this.replayed;
  }

  private async *known(after: Position): AsyncGenerator<Recorded> {
    for await (const event of this.store.readAll(after)) {
      if (!this.prefix.includes(event)) return;
      yield event;
    }
  }
}
