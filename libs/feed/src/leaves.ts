import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { cursorOf, isPublic } from '#libs/contracts';
import { BEFORE_ALL, follow, keepRunning, type Position, type Recorded, type Running } from '#libs/event-sourcing';
import { isSealed } from '#libs/ledger';
import { type Runtime, RUNTIME } from '#libs/platform';

/** A public event and the number of its leaf. */
export interface Numbered {
  readonly leaf: number;
  readonly event: Recorded;
}

export interface Found {
  readonly events: readonly Numbered[];
  /** The leaf up to which all of them were looked for. */
  readonly upTo: number;
}

/** Public events that are kept in memory for all readers who are near the end. */
const KEPT = 5_000;
/** Leaves that are read from the log at once for readers who are farther behind, and how many such blocks are kept. */
const BLOCK = 1_024;
const KEPT_BLOCKS = 8;
const BATCH = 500;
const CAUGHT_UP_MILLISECONDS = 5_000;

/**
 * Numbers the leaves of the log: of what is sealed the ledger says them, of what lies behind it they are counted on. One
 * follower for all readers of a process.
 */
@Injectable()
export class Leaves {
  /** Number of the first leaf that is counted here, and the positions from it on. */
  private base = 0;
  private positions: Position[] = [];
  /** Id of the last event that is counted here. */
  private lastId: string | undefined;
  /** Up to where is counted. */
  position: Position = BEFORE_ALL;
  /** The last public events, whole from this leaf on. */
  private recent: Numbered[] = [];
  private recentFrom = Infinity;
  /** Public events by the leaves among which they lie: many who read the same past share one read of the log. */
  private readonly blocks = new LRUCache<string, Promise<readonly Numbered[]>>({ max: KEPT_BLOCKS });
  /** Goes up when anything was granted or revoked. */
  grants = 0;
  private running: Running | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  onApplicationBootstrap(): void {
    this.running = keepRunning(
      (signal) => this.count(signal),
      (_reason, err) => this.runtime.log.error({ err }, 'counting of leaves stopped'),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.wake();
    await this.running?.stop();
  }

  /** The last leaf of the log once it has been counted up to where it ended on asking. Throws after five seconds. */
  async last(): Promise<number> {
    await this.countedTo(await this.runtime.store.end());
    return this.lastCounted;
  }

  /** The leaf at the position of an event, once it has been counted. Throws after five seconds. */
  async leafAt(position: Position): Promise<number> {
    await this.countedTo(position);
    const place = this.placeOf(position);
    const leaf = place === undefined ? await this.runtime.ledger.leafAt(position, this.base) : this.base + place;
    if (leaf === undefined) throw new Error(`no leaf lies at position ${position}`);
    return leaf;
  }

  /** What a follower keeps who has all up to a leaf, -1 for none; null where the log has no event at its place. */
  async cursorAt(leaf: number): Promise<string | null> {
    if (leaf < 0) return null;
    if (leaf === this.lastCounted && this.lastId !== undefined) return cursorOf(leaf, this.lastId);
    const position = await this.positionOf(leaf);
    if (position === undefined) throw new Error(`leaf ${leaf} lies nowhere`);
    const event = await this.runtime.store.at(position);
    return event ? cursorOf(leaf, event.id) : null;
  }

  /** Where a leaf lies in the log; undefined if there is none of that number. */
  async positionOf(leaf: number): Promise<Position | undefined> {
    return leaf < this.base ? this.runtime.ledger.positionOf(leaf, this.base) : this.positions[leaf - this.base];
  }

  /** The next public events after a leaf, at most so many; none at the end. -1 is before all. Throws while nothing is counted. */
  async after(leaf: number, limit: number): Promise<Found> {
    await this.until(() => this.recentFrom < Infinity);
    const events: Numbered[] = [];
    let from = leaf + 1;
    while (from < this.recentFrom && events.length < limit) {
      const last = this.blockEnd(from);
      for (const each of await this.block(from, last))
        if (each.leaf >= from && events.length < limit) events.push(each);
      from = last + 1;
    }
    if (events.length < limit) {
      const first = this.recent.findLastIndex((each) => each.leaf < from) + 1;
      events.push(...this.recent.slice(first, first + limit - events.length));
    }
    // In the same breath as the events in memory: of what is counted from now on none is among them.
    return { events, upTo: events.length < limit ? Math.max(leaf, this.lastCounted) : events.at(-1)!.leaf };
  }

  /** The public events of one stream from a revision on, to its end. */
  async *ofStream(stream: string, fromRevision = 0): AsyncGenerator<Numbered> {
    for await (const event of this.runtime.store.read(stream, fromRevision))
      if (isPublic(event)) yield { leaf: await this.leafAt(event.position), event };
  }

  /** Whether all public events after a leaf are in memory. */
  keeps(leaf: number): boolean {
    return leaf + 1 >= this.recentFrom;
  }

  /** The last leaf of the block of a leaf; where not all of it is counted, the last one ahead of what is in memory. */
  private blockEnd(leaf: number): number {
    const last = leaf - (leaf % BLOCK) + BLOCK - 1;
    return last <= this.lastCounted ? last : this.recentFrom - 1;
  }

  private block(leaf: number, last: number): Promise<readonly Numbered[]> {
    const first = leaf - (leaf % BLOCK);
    const name = `${first}-${last}`;
    const kept = this.blocks.get(name);
    if (kept) return kept;
    const read = this.readBlock(first, last);
    this.blocks.set(name, read);
    read.catch(() => this.blocks.delete(name));
    return read;
  }

  private async readBlock(first: number, last: number): Promise<Numbered[]> {
    const leaves = new Map<Position, number>();
    let end = BEFORE_ALL;
    for (let leaf = first; leaf <= last; leaf++) {
      end = (await this.positionOf(leaf))!;
      leaves.set(end, leaf);
    }
    const found: Numbered[] = [];
    const after = first === 0 ? BEFORE_ALL : (await this.positionOf(first - 1))!;
    for await (const event of this.runtime.store.readAll(after, 'public-')) {
      if (event.position > end) break;
      if (isPublic(event)) found.push({ leaf: leaves.get(event.position)!, event });
    }
    return found;
  }

  /** Resolves when anything was recorded, or after so many milliseconds. */
  changed(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.waiting.add(done);
    });
  }

  /** The last leaf that is counted by now; -1 before the first. */
  get lastCounted(): number {
    return this.base + this.positions.length - 1;
  }

  private countedTo(position: Position): Promise<void> {
    return this.until(() => this.position >= position);
  }

  private async until(isSo: () => boolean): Promise<void> {
    const giveUpAt = Date.now() + CAUGHT_UP_MILLISECONDS;
    while (!isSo()) {
      if (Date.now() > giveUpAt) throw new Error('the leaves are not counted up to the end of the log');
      await this.changed(CAUGHT_UP_MILLISECONDS);
    }
  }

  /** Where among those that are counted here a position is; undefined for what the ledger numbers. */
  private placeOf(position: Position): number | undefined {
    let [low, high] = [0, this.positions.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.positions[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return this.positions[low] === position ? low : undefined;
  }

  private async count(signal: AbortSignal): Promise<void> {
    const { store } = this.runtime;
    await this.begin();
    this.wake();
    for await (const events of follow(store, this.position, BATCH, signal)) {
      if (events.length === 0) {
        await this.forgetSealed();
        continue;
      }
      for (const event of events) this.take(event);
      this.position = events.at(-1)!.position;
      this.wake();
    }
  }

  private async begin(): Promise<void> {
    const { ledger } = this.runtime;
    const size = (await ledger.checkpoint())?.size ?? 0;
    const position = size === 0 ? undefined : await ledger.positionOf(size - 1, size);
    // Without the map of positions all is counted from the first event on.
    this.base = position === undefined ? 0 : size;
    this.position = position ?? BEFORE_ALL;
    this.positions = [];
    this.lastId = undefined;
    this.recent = [];
    this.recentFrom = this.base;
    // What was granted while nobody counted is among what is not counted anew.
    this.grants++;
  }

  private take(event: Recorded): void {
    if (!isSealed(event)) return;
    this.positions.push(event.position);
    this.lastId = event.id;
    if (event.stream.startsWith('subscriber-')) this.grants++;
    if (!isPublic(event)) return;
    this.recent.push({ leaf: this.base + this.positions.length - 1, event });
    if (this.recent.length > KEPT) this.recentFrom = this.recent.shift()!.leaf + 1;
  }

  /** Of what has been sealed meanwhile the ledger knows. */
  private async forgetSealed(): Promise<void> {
    const size = (await this.runtime.ledger.checkpoint())?.size ?? 0;
    const sealed = Math.min(size - this.base, this.positions.length);
    if (sealed <= 0 || (await this.runtime.ledger.positionOf(this.base + sealed - 1, size)) === undefined) return;
    this.positions = this.positions.slice(sealed);
    this.base += sealed;
  }

  /** Lets all who wait look again. */
  wake(): void {
    for (const done of [...this.waiting]) done();
  }
}
