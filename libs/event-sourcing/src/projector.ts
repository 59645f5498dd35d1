import { LRUCache } from 'lru-cache';
import type { Db } from 'mongodb';
import type { ActiveView, HeldCheckpoint } from './checkpoint.js';
import { continuity } from './continuity.js';
import type { Position, Recorded } from './event.js';
import type { EventStore } from './event-store.js';
import { whileHolding } from './lease.js';
import { loadAt, type StoredDocument, writeChanges } from './mongo-documents.js';
import { forgetRebuild, readyRebuilds, rebuild, type Rebuilt } from './rebuild.js';
import { follow } from './subscription.js';
import { type AnyView, fold, type Load } from './view.js';

export interface ProjectionSettings {
  readonly db: Db;
  readonly store: EventStore;
  /** Name of the checkpoint. */
  readonly name: string;
  readonly views: readonly AnyView[];
  readonly owner: string;
  /** Told after each batch, also an empty one. */
  readonly onBatch?: (events: number, position: Position) => void;
}

const BATCH = 500;
const REBUILDS_MILLISECONDS = 1_000;
/** Documents that the holder keeps at hand, so that a batch reads only what it has not just written. */
const DOCUMENTS_AT_HAND = 5_000;

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
  private readonly atHand = new LRUCache<string, { position: Position; state: object | null }>({
    max: DOCUMENTS_AT_HAND,
  });
  private rebuildsSoughtAt = 0;

  constructor(
    private readonly settings: ProjectionSettings,
    private readonly held: HeldCheckpoint,
  ) {
    this.views = [continuity, ...settings.views];
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.finishAnnounced();
    await this.buildWhatIsMissing();
    for await (const events of follow(this.settings.store, this.held.position, BATCH, signal)) {
      await this.adoptRebuilds();
      if (events.length > 0) await this.batch(events);
      this.settings.onBatch?.(events.length, this.held.position);
    }
  }

  /** The batch that an earlier holder announced: the same events give the same documents. */
  private async finishAnnounced(): Promise<void> {
    if (this.held.upTo === this.held.position) return;
    const events: Recorded[] = [];
    for await (const event of this.settings.store.readAll(this.held.position)) {
      if (event.position > this.held.upTo) break;
      events.push(event);
    }
    await this.write(events);
    await this.held.finish();
  }

  private async batch(events: readonly Recorded[]): Promise<void> {
    await this.held.announce(events.at(-1)!.position);
    await this.write(events);
    await this.held.finish();
  }

  private async write(events: readonly Recorded[]): Promise<void> {
    await Promise.all(
      this.views
        .filter((view) => this.held.active[view.name]?.version === view.version)
        .map((view) => this.writeView(view, this.held.active[view.name]!.collection, events, this.held.position)),
    );
  }

  private async writeView(view: AnyView, name: string, events: readonly Recorded[], from: Position): Promise<void> {
    const collection = this.settings.db.collection<StoredDocument>(name);
    const changes = await fold(view, events, this.loadAtHand(name, loadAt(collection, from)));
    await writeChanges(collection, changes, this.held.upTo);
    for (const { key, state } of changes) this.atHand.set(`${name}/${key}`, { position: this.held.upTo, state });
  }

  private loadAtHand(collection: string, load: Load): Load {
    return async (keys) => {
      const found = new Map<string, { position: Position; state: object | null }>();
      const missing: string[] = [];
      for (const key of keys) {
        const document = this.atHand.get(`${collection}/${key}`);
        if (document) found.set(key, document);
        else missing.push(key);
      }
      if (missing.length > 0) for (const [key, document] of await load(missing)) found.set(key, document);
      return found;
    };
  }

  /** A view that has no documents of the code's version yet is built before anything else moves. */
  private async buildWhatIsMissing(): Promise<void> {
    for (const view of this.views) {
      if (this.held.active[view.name]?.version === view.version) continue;
      await this.adopt(view, await rebuild(this.settings.db, this.settings.store, view, this.held.position));
    }
  }

  private async adoptRebuilds(): Promise<void> {
    if (Date.now() - this.rebuildsSoughtAt < REBUILDS_MILLISECONDS) return;
    this.rebuildsSoughtAt = Date.now();
    for (const rebuilt of await readyRebuilds(this.settings.db)) {
      const view = this.views.find(({ name, version }) => name === rebuilt.view && version === rebuilt.version);
      if (view && rebuilt.position <= this.held.position) await this.adopt(view, rebuilt);
    }
  }

  /** Brings a rebuilt view up to the checkpoint and shows it to the readers in one write. */
  private async adopt(view: AnyView, rebuilt: Rebuilt): Promise<void> {
    const events: Recorded[] = [];
    if (rebuilt.position < this.held.position)
      for await (const event of this.settings.store.readAll(rebuilt.position)) {
        if (event.position > this.held.position) break;
        events.push(event);
      }
    await this.writeView(view, rebuilt.collection, events, rebuilt.position);
    const active: ActiveView = { collection: rebuilt.collection, version: view.version };
    await this.held.finish({ ...this.held.active, [view.name]: active });
    await forgetRebuild(this.settings.db, rebuilt);
  }
}
