import type { Logger } from 'pino';
import type { Store } from '../store.js';
import { groupDropped, maximumSubscribersReached } from '../wire/errors.js';
import { Backlog } from './backlog.js';
import type { Consumer } from './consumer.js';
import { type Item, itemOf } from './item.js';
import { park, parkedItems, truncateParked } from './parked.js';
import { Progress } from './progress.js';
import type { GroupKey, GroupSettings } from './settings.js';
import type { Source } from './source.js';
import { strategyOf } from './strategy.js';
import { Throughput } from './throughput.js';

const TICK_MS = 1000;

/** A running persistent subscription: reads ahead of its consumers, sends, and keeps account of the answers. */
export class Group {
  readonly consumers: Consumer[] = [];
  readonly backlog = new Backlog();
  readonly throughput = new Throughput();
  isLive = false;
  readonly progress: Progress;
  private readonly strategy;
  private readonly stopping = new AbortController();
  private ticking: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: Store,
    readonly key: GroupKey,
    readonly settings: GroupSettings,
    private readonly source: Source,
    /** The stored checkpoint, -1 if there is none. */
    checkpoint: number,
    private readonly logger: Logger,
  ) {
    this.progress = new Progress(store, key, settings, checkpoint, logger);
    this.strategy = strategyOf(settings.strategy);
    this.feed().catch((error: unknown) => logger.error({ err: error, ...key }, 'a persistent subscription stopped'));
  }

  /** Throws if no more consumers are allowed. */
  connect(consumer: Consumer): void {
    const { maxSubscriberCount } = this.settings;
    if (maxSubscriberCount > 0 && this.consumers.length >= maxSubscriberCount)
      throw maximumSubscribersReached(this.key);
    this.consumers.push(consumer);
  }

  /** What the consumer did not answer goes to others, however often that happens. */
  disconnect(consumer: Consumer): void {
    const index = this.consumers.indexOf(consumer);
    if (index < 0) return;
    this.consumers.splice(index, 1);
    for (const [id, entry] of this.backlog.outstanding)
      if (entry.consumer === consumer && !entry.parking) this.again(id, entry.item);
    this.pump();
  }

  acknowledge(consumer: Consumer, ids: string[]): void {
    for (const id of ids) {
      consumer.release(id);
      this.backlog.outstanding.delete(id);
    }
    this.progress.mark(false, () => this.backlog.lowest());
    this.pump();
  }

  refuse(
    consumer: Consumer,
    ids: string[],
    action: 'unknown' | 'park' | 'retry' | 'skip' | 'stop',
    reason: string,
  ): void {
    for (const id of ids) {
      consumer.release(id);
      const item = this.backlog.outstanding.get(id)?.item;
      if (!item || action === 'stop') continue;
      if (action === 'skip') this.backlog.outstanding.delete(id);
      else if (action === 'park') this.park(id, item, reason);
      else this.retryOrPark(id, item, reason);
    }
    this.pump();
  }

  /** Sends parked events again, those below `stopAt` of the parked stream. */
  async replayParked(stopAt: bigint | undefined): Promise<void> {
    const batches = parkedItems(this.store, this.key, stopAt);
    let batch = batches.next();
    for (; !batch.done && !this.stopping.signal.aborted; batch = batches.next()) {
      for (const item of batch.value) this.backlog.retry(item);
      this.pump();
      while (this.backlog.retries.length >= this.settings.historyBufferSize) await this.backlog.room();
    }
    if (batch.done) await truncateParked(this.store, this.key, batch.value);
  }

  /** Stops reading and sends the consumers away. */
  stop(): void {
    this.stopping.abort();
    clearInterval(this.ticking);
    this.backlog.makeRoom();
    for (const consumer of this.consumers.splice(0)) consumer.drop(groupDropped(this.key));
  }

  /** Sends as much as the consumers take: retries first, then what was read. */
  pump(): void {
    if (this.stopping.signal.aborted) return;
    if (this.sendFrom(this.backlog.retries)) this.sendFrom(this.backlog.buffer);
    this.backlog.makeRoom();
    if (this.ticking === undefined && this.hasTimeToWatch) {
      this.ticking = setInterval(() => this.tick(), TICK_MS);
      this.ticking.unref();
    }
  }

  private get hasTimeToWatch(): boolean {
    return this.backlog.outstanding.size > 0 || this.progress.isOpen;
  }

  private sendFrom(items: Item[]): boolean {
    for (let index = 0; index < items.length;) {
      const consumer = this.strategy.pick(items[index]!, this.consumers);
      if (!consumer) return false;
      if (consumer === 'later') {
        index++;
        continue;
      }
      const [item] = items.splice(index, 1) as [Item];
      this.throughput.count();
      this.backlog.sent(item, consumer, this.settings.messageTimeout);
      consumer.send(item);
    }
    return true;
  }

  private async feed(): Promise<void> {
    const { signal } = this.stopping;
    const { historyBufferSize, readBatchSize, resolveLinks } = this.settings;
    while (!signal.aborted) {
      while (this.backlog.buffer.length >= historyBufferSize && !signal.aborted) await this.backlog.room();
      const considered = await this.source.next(readBatchSize);
      for (const { record, at, verdict } of considered) {
        const place = this.progress.step(at, verdict !== 'hidden');
        if (verdict === 'wanted') this.backlog.buffer.push(itemOf(this.store, record, resolveLinks, place));
      }
      this.isLive = considered.length === 0;
      this.pump();
      if (this.isLive) await this.source.more(signal);
    }
  }

  private tick(): void {
    for (const { item, consumer } of this.backlog.due(performance.now())) {
      consumer.release(item.id);
      this.retryOrPark(item.id, item, 'The message timed out.');
    }
    this.progress.mark(true, () => this.backlog.lowest());
    this.pump();
    if (this.hasTimeToWatch) return;
    clearInterval(this.ticking);
    this.ticking = undefined;
  }

  private retryOrPark(id: string, item: Item, reason: string): void {
    if (item.retryCount < this.settings.maxRetryCount) this.again(id, item);
    else this.park(id, item, `Reached retry count of ${this.settings.maxRetryCount}. ${reason}`.trim());
  }

  private again(id: string, item: Item): void {
    this.backlog.outstanding.delete(id);
    item.retryCount++;
    this.backlog.retry(item);
  }

  /** The event stays on its way until the link to it is on disk, so that no checkpoint passes it. */
  private park(id: string, item: Item, reason: string): void {
    const entry = this.backlog.outstanding.get(id);
    if (!entry || entry.parking) return;
    entry.parking = true;
    entry.due = Infinity;
    park(this.store, this.key, item, reason).then(
      () => {
        this.backlog.outstanding.delete(id);
        this.progress.mark(false, () => this.backlog.lowest());
      },
      (error: unknown) => {
        this.logger.warn({ err: error, ...this.key }, 'an event could not be parked');
        this.again(id, item);
        this.pump();
      },
    );
  }
}
