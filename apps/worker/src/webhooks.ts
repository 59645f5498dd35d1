import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { idOf, keepRunning, type Recorded, type Running, whileHolding } from '#libs/event-sourcing';
import { type SubscriberEvent, type SubscriberState, subscriberStream } from '#libs/domain';
import { Feed, Leaves, type Numbered } from '#libs/feed';
import { type Runtime, RUNTIME } from '#libs/platform';
import { Attempts, type Endpoint, Lanes, type Spread } from '#libs/webhooks';
import { keepReacting } from './keep-reacting.js';
import { type WebhookJob, WEBHOOKS } from './queue.js';

/** Names of the checkpoint of what was registered, and of the lease of whoever spreads the feed. */
const REGISTRATIONS = 'webhook-registrations';
const SPREADING = 'webhook-spreading';

const PAGE = 500;
const TURN_MILLISECONDS = 1_000;
const CUT_MILLISECONDS = 60_000;

/** Spreads the feed over the lanes of each webhook, in the order of leaves, and says where there is work. */
@Injectable()
export class Webhooks {
  private readonly running: Running[] = [];
  private readonly lanes: Lanes;
  private readonly attempts: Attempts;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @InjectQueue(WEBHOOKS) private readonly queue: Queue<WebhookJob>,
    private readonly leaves: Leaves,
    private readonly feed: Feed,
  ) {
    this.lanes = new Lanes(runtime.db);
    this.attempts = new Attempts(runtime.db);
  }

  onApplicationBootstrap(): void {
    const { db, owner, log } = this.runtime;
    const react = (events: readonly Recorded[]) => this.register(events as readonly Recorded<SubscriberEvent>[]);
    this.running.push(
      keepReacting(this.runtime, { name: REGISTRATIONS, react, stopped: 'registering of webhooks stopped' }),
      keepRunning(
        (signal) => whileHolding(db, SPREADING, owner, signal, () => this.spreadAll(signal)),
        (_reason, err) => log.error({ err }, 'spreading to webhooks stopped'),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    const stopped = this.running.map((each) => each.stop());
    this.leaves.wake();
    await Promise.all(stopped);
  }

  private async register(events: readonly Recorded<SubscriberEvent>[]): Promise<void> {
    for (const { type, stream, data, revision } of events)
      if (type === 'WebhookRegistered')
        await this.lanes.begin(data.webhook, idOf(stream), data.after === null ? -1 : Number(data.after), revision);
      else if (type === 'WebhookRemoved')
        await Promise.all([this.lanes.remove(data.webhook), this.attempts.remove(data.webhook)]);
      else if (type === 'WebhookChanged' || (type === 'WebhookResumed' && data.after === null))
        await this.lanes.resume(data.webhook);
      else if (type === 'WebhookResumed')
        await this.lanes.begin(data.webhook, idOf(stream), Number(data.after), revision);
  }

  private async spreadAll(signal: AbortSignal): Promise<void> {
    await this.lanes.prepare();
    for (let cutAt = 0; !signal.aborted;) {
      const { lastCounted } = this.leaves;
      const endpoints = await this.lanes.endpoints.find().toArray();
      let isBehind = false;
      for (const endpoint of endpoints) if (await this.spread(endpoint)) isBehind = true;
      if (Date.now() >= cutAt) {
        cutAt = Date.now() + CUT_MILLISECONDS;
        for (const { _id } of endpoints) await this.attempts.cut(_id);
      }
      if (!isBehind && lastCounted === this.leaves.lastCounted) await this.leaves.changed(TURN_MILLISECONDS);
    }
  }

  /** A page for one webhook, so that none waits for another's past; whether there may be more. */
  private async spread(endpoint: Endpoint): Promise<boolean> {
    const { _id: webhook, subscriber, spread: from } = endpoint;
    if (!endpoint.isCleared) await this.lanes.clear(endpoint);
    const { state } = await this.runtime.door.streams.load<SubscriberState>(subscriberStream(subscriber));
    const terms = state.webhooks[webhook];
    if (!terms || !state.grant) return false;
    const sees = await this.feed.seenBy({ id: subscriber, role: 'SUBSCRIBER', unit: null });
    const { events, next, isFull } = await this.feed.page(from, PAGE, terms, sees);
    if (next > from) await this.lanes.spread(endpoint, next, byStream(events));
    if (terms.paused === null && (await this.lanes.hasWork(endpoint)))
      // One at a time; what it leaves is handed out again at the next turn, also where the queue was lost.
      await this.queue.add('deliver', { webhook, subscriber }, { jobId: webhook });
    return isFull;
  }
}

function byStream(events: readonly Numbered[]): Spread[] {
  const found = new Map<string, Spread>();
  for (const { leaf, event } of events) {
    const first = found.get(event.stream)?.first ?? { leaf, revision: event.revision };
    found.set(event.stream, { stream: event.stream, first, last: leaf });
  }
  return [...found.values()];
}
