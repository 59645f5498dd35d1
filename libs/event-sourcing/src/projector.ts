import type { Db } from 'mongodb';
import type { ActiveView, HeldCheckpoint } from './checkpoint.js';
import { continuity } from './continuity.js';
import { BEFORE_ALL, type Position, type Recorded } from './event.js';
import type { EventStore } from './event-store.js';
import { whileHolding } from './lease.js';
import { byMonth, keepMonth, type MonthEnd, monthStatesOf } from './months.js';
import { Holds, MustStop, type Parked } from './parked.js';
import { type Beside, forgetBeside, listBeside, putBeside, rebuild } from './rebuild.js';
import { repair, type Repaired } from './repair.js';
import { follow } from './subscription.js';
import type { AnyView } from './view.js';
import { type Folded, ViewWriter } from './view-writer.js';

export interface ProjectionSettings {
  readonly db: Db;
  readonly store: EventStore;
  /** Name of the checkpoint. */
  readonly name: string;
  readonly views: readonly AnyView[];
  readonly owner: string;
  /** Told after each batch, also an empty one. */
  readonly onBatch?: (events: number, position: Position, parked: readonly Parked[]) => void;
  /** Told while views that were not of the code's version are built. */
  readonly onBuilding?: (position: Position, events: number) => void;
}

const isAmong = (parked: readonly Parked[], view: string, key: string): boolean =>
  parked.some((each) => each.view === view && each.key === key);

const BATCH = 500;
const CHUNK = 2_000;
const REBUILDS_MILLISECONDS = 1_000;
/** The checkpoint is not of this log: it was set by hand, or the log was put back from a copy that is older. */
export class CheckpointAstray extends MustStop {}

/**
 * Keeps every view from one ordered subscription, as long as it holds the lease; waits for it otherwise.
 * Returns when aborted; throws on whatever it must not pass over, after which a fresh start takes the batch up again.
 */
export async function project(settings: ProjectionSettings, signal: AbortSignal): Promise<void> {
  const { db, name, owner } = settings;
  await whileHolding(db, name, owner, signal, (held) => new Holder(settings, held).run(signal));
}

class Holder {
  private readonly views: readonly AnyView[];
  private readonly documents: ViewWriter;
  private rebuildsSoughtAt = 0;

  constructor(
    private readonly settings: ProjectionSettings,
    private readonly held: HeldCheckpoint,
  ) {
    this.views = [continuity, ...settings.views];
    this.documents = new ViewWriter(settings.db);
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.requireLog();
    // Documents that are wrong may be what keeps the announced batch from being finished: those built anew come first.
    await this.adoptRebuilds();
    // What an announced batch may have left half written of other versions is kept beside as it was ahead of the batch.
    await this.showThisVersion();
    await this.finishAnnounced();
    // What it had to drop is built anew.
    await this.showThisVersion();
    // A fresh holder may have other code: what is parked is tried again with its first batch.
    let repairs = this.held.parked.length > 0;
    for await (const events of follow(this.settings.store, this.held.position, BATCH, signal)) {
      await this.adoptRebuilds();
      for (const run of byMonth(events, this.month)) {
        if (run.month !== this.month) await this.beginMonth(run.month);
        await this.keep(run.events, repairs);
        if (repairs) await this.showThisVersion();
        repairs = false;
      }
      this.settings.onBatch?.(events.length, this.held.position, this.held.parked);
    }
  }

  /** What a log that ends ahead of the checkpoint will hold there one day would be passed over. */
  private async requireLog(): Promise<void> {
    const end = await this.settings.store.end();
    const { upTo } = this.held;
    if (upTo > end) throw new CheckpointAstray(`the checkpoint stands at ${upTo}, and the log ends at ${end}`);
  }

  /** The month in which the log stands at the checkpoint. */
  private get month(): string {
    return this.held.monthEnds.at(-1)?.at ?? '';
  }

  private async beginMonth(at: string): Promise<void> {
    const since = this.held.monthEnds.at(-1)?.position ?? BEFORE_ALL;
    for (const view of this.views.filter((each) => each.monthly && this.isShown(each)))
      await keepMonth(this.settings.db, this.held.active[view.name]!.collection, at, since);
    await this.held.beginMonth(at);
  }

  private async keep(events: readonly Recorded[], repairs: boolean): Promise<void> {
    const folded = await this.foldBatch(events, repairs);
    const parked = folded.flatMap((each) => each.parked);
    await this.held.announce(events.at(-1)!.position, repairs, parked);
    await this.write(folded);
    await this.held.finish(parked, this.lackingBehind(parked));
  }

  /** Monthly views of which something waited while a month ended and waits no more: what they keep of it came too early. */
  private lackingBehind(parked: readonly Parked[]): string[] {
    const lastEnd = this.held.monthEnds.at(-1)?.position ?? BEFORE_ALL;
    const repaired = ({ view, key, since }: Parked) => since <= lastEnd && !isAmong(parked, view, key);
    const lacking = new Set([...this.held.lacking, ...this.held.parked.filter(repaired).map(({ view }) => view)]);
    return this.views.filter(({ name, monthly }) => monthly && lacking.has(name)).map(({ name }) => name);
  }

  /** The batch that an earlier holder announced: the same events give the same documents. */
  private async finishAnnounced(): Promise<void> {
    const { position, upTo, repairs, parking } = this.held;
    if (upTo === position) return;
    const events: Recorded[] = [];
    for await (const chunk of this.chunks(position, upTo)) events.push(...chunk);
    const folded = await this.foldBatch(events, repairs, parking);
    const isWorse = ({ parked }: Folded) => parked.some(({ view, key }) => !isAmong(parking, view, key));
    const kept = folded.filter((each) => !isWorse(each));
    // What the announcer could fold and this code cannot may be written already, or not: those views are built anew.
    for (const { view, collection } of folded.filter(isWorse)) await this.drop(view, collection);
    await this.write(kept);
    const parked = kept.flatMap((each) => each.parked);
    await this.held.finish(parked, this.lackingBehind(parked));
  }

  private async foldBatch(
    events: readonly Recorded[],
    repairs: boolean,
    announced: readonly Parked[] = [],
  ): Promise<Folded[]> {
    const { active, position, parked } = this.held;
    const shown = this.views.filter((view) => this.isShown(view));
    const repaired = repairs
      ? await repair(this.settings.store, shown, parked, position, announced)
      : new Map<AnyView, Repaired>();
    return Promise.all(
      shown.map((view) => {
        const { parked: waiting, states } = repaired.get(view) ?? { parked, states: undefined };
        const holds = new Holds(view, waiting, announced);
        return this.documents.fold(view, active[view.name]!.collection, events, position, holds, states);
      }),
    );
  }

  private async write(folded: readonly Folded[]): Promise<void> {
    // One after another: the database of one machine writes less in the same time where several connections contend.
    for (const each of folded) await this.documents.write(each, this.held.upTo);
  }

  /** Views whose documents are not of the code's version are taken from beside, or built in one pass, before all else. */
  private async showThisVersion(): Promise<void> {
    await this.retireUnknown();
    const { db, store, onBuilding } = this.settings;
    const beside = await listBeside(db);
    for (const view of this.views.filter((each) => !this.isShown(each))) {
      const found = beside.filter(({ view: name, version }) => name === view.name && version === view.version);
      const latest = found.sort((a, b) => b.position - a.position)[0];
      if (latest && latest.position <= this.held.position) await this.adopt(view, latest);
    }
    // Documents from before there were month ends have no states for them: what was known then would be folded anew.
    const lacksMonths = this.held.position > BEFORE_ALL && this.held.monthEnds[0]?.position !== BEFORE_ALL;
    const missing = this.views.filter(
      (each) => !this.isShown(each) || (lacksMonths && each.monthly) || this.held.lacking.includes(each.name),
    );
    if (missing.length === 0) return;
    const { built, monthEnds } = await rebuild(db, store, missing, this.held.position, onBuilding);
    for (const each of built)
      await this.adopt(
        missing.find(({ name }) => name === each.view)!,
        each,
      );
    if (lacksMonths) await this.held.keepMonthEnds(monthEnds);
  }

  private isShown({ name, version }: AnyView): boolean {
    return this.held.active[name]?.version === version;
  }

  /** A view that this release does not keep would go on being shown as it stands: it is put beside for the one that does. */
  private async retireUnknown(): Promise<void> {
    for (const name of Object.keys(this.held.active))
      if (!this.views.some((view) => view.name === name)) await this.show(name, undefined, []);
  }

  private async adoptRebuilds(): Promise<void> {
    if (Date.now() - this.rebuildsSoughtAt < REBUILDS_MILLISECONDS) return;
    this.rebuildsSoughtAt = Date.now();
    for (const beside of await listBeside(this.settings.db)) {
      const view = this.views.find(({ name, version }) => name === beside.view && version === beside.version);
      if (view && !beside.retired && beside.position <= this.held.position) await this.adopt(view, beside);
    }
  }

  /** Brings documents from beside up to the checkpoint, chunk by chunk, and shows them in one write. */
  private async adopt(view: AnyView, beside: Beside): Promise<void> {
    if (this.held.active[view.name]?.collection === beside.collection) return forgetBeside(this.settings.db, beside);
    const { db } = this.settings;
    let { position: from, parked } = beside;
    const ends = this.held.monthEnds.filter(({ position }) => position >= from);
    for (const end of [...ends, { at: undefined, position: this.held.position }]) {
      for await (const events of this.chunks(from, end.position)) {
        const upTo = events.at(-1)!.position;
        const folded = await this.documents.fold(view, beside.collection, events, from, new Holds(view, parked));
        await this.documents.write(folded, upTo);
        ({ parked } = folded);
        from = upTo;
        // Only one chunk lies ahead of what is written here, so that a crash loses nothing.
        await putBeside(db, { ...beside, position: from, parked });
      }
      const since = this.held.monthEnds[this.held.monthEnds.indexOf(end as MonthEnd) - 1]?.position ?? BEFORE_ALL;
      if (end.at !== undefined && view.monthly) await keepMonth(db, beside.collection, end.at, since);
    }
    await this.show(view.name, { collection: beside.collection, version: view.version }, parked);
    await forgetBeside(this.settings.db, beside);
  }

  /** Lets readers see other documents of a view from now on; the former ones are kept beside for an earlier release. */
  private async show(name: string, now: ActiveView | undefined, parked: readonly Parked[]): Promise<void> {
    const { position } = this.held;
    const { [name]: former, ...others } = this.held.active;
    const before = this.held.parked.filter(({ view }) => view === name);
    if (former) await putBeside(this.settings.db, { ...former, view: name, position, retired: true, parked: before });
    const [waiting, parking] = this.parkedButOf(name);
    await this.held.show({ ...others, ...(now && { [name]: now }) }, [...waiting, ...parked], parking);
  }

  private async drop({ name }: AnyView, collection: string): Promise<void> {
    const { [name]: _, ...others } = this.held.active;
    await this.held.show(others, ...this.parkedButOf(name));
    for (const each of [collection, monthStatesOf(this.settings.db, collection).collectionName])
      await this.settings.db.dropCollection(each);
  }

  private parkedButOf(name: string): [Parked[], Parked[]] {
    const others = (parked: readonly Parked[]) => parked.filter(({ view }) => view !== name);
    return [others(this.held.parked), others(this.held.parking)];
  }

  private async *chunks(after: Position, upTo: Position): AsyncGenerator<Recorded[]> {
    if (after >= upTo) return;
    let chunk: Recorded[] = [];
    for await (const event of this.settings.store.readAll(after)) {
      if (event.position > upTo) break;
      chunk.push(event);
      if (chunk.length >= CHUNK && event.metadata.last) yield chunk.splice(0);
    }
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
}
