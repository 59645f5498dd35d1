import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Counter } from 'prom-client';
import { derivedId, Refusal, SYSTEM } from '#libs/event-sourcing';
import { type SubscriberCommand, type SubscriberState, subscriberStream, type Webhook } from '#libs/domain';
import { Feed, isWanted, Leaves, type Numbered, type Sees } from '#libs/feed';
import { metrics, readOrMake, type Runtime, RUNTIME } from '#libs/platform';
import { type HeldLane, isDelivered, LaneLost, Lanes, makeKey, networksOf, Sender, signed } from '#libs/webhooks';
import { type WebhookJob, WEBHOOKS } from './queue.js';

const LANES_AT_ONCE = 4;
/** Whoever fails for so long is told nothing more until it asks. */
const PATIENCE_MILLISECONDS = 86_400_000;

const delivered = new Counter({
  name: 'taizhang_webhook_requests_total',
  help: 'Requests to webhooks by how they ended: a status, or why there is none',
  labelNames: ['outcome'],
  registers: [metrics],
});

/** What a webhook is to be told by now: its terms and what its subscriber sees. */
interface Standing {
  readonly terms: Webhook;
  readonly sees: Sees;
}

/** Works on the lanes of one webhook, a few at once and each in its order, until nothing is due or a request fails. */
@Processor(WEBHOOKS, { concurrency: 8, lockDuration: 15_000, stalledInterval: 15_000 })
export class WebhooksProcessor extends WorkerHost {
  private readonly lanes: Lanes;
  private readonly sender: Sender;
  private isStopping = false;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly leaves: Leaves,
    private readonly feed: Feed,
  ) {
    super();
    this.lanes = new Lanes(runtime.db);
    this.sender = new Sender(networksOf(runtime.config.webhooks.networks));
  }

  async process({ data }: Job<WebhookJob>): Promise<void> {
    const key = Buffer.from(await readOrMake(this.runtime.config.webhooks.key, makeKey), 'base64');
    let hasFailed = false;
    let hasDelivered = false;
    const work = async (): Promise<void> => {
      while (!hasFailed && !this.isStopping) {
        const held = await this.lanes.take(data.webhook);
        if (!held) return;
        try {
          if (await this.deliver(held, data, key)) hasDelivered = true;
          else hasFailed = true;
        } catch (error) {
          if (!(error instanceof LaneLost)) throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: LANES_AT_ONCE }, work));
    // One project that is not taken leaves the others alone; where nothing is, the whole address is left alone.
    if (hasDelivered || hasFailed) await this.lanes.rest(data.webhook, hasDelivered);
  }

  /** Finishes what runs before the queues close under it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.worker.close();
    await this.sender.close();
  }

  /** Whether all went well; false where the webhook is to be left alone for now. */
  private async deliver(held: HeldLane, job: WebhookJob, key: Buffer): Promise<boolean> {
    let grants = -1;
    let standing: Standing | undefined;
    do {
      const { stream, revision, leaf: told } = held.lane;
      for await (const numbered of this.leaves.ofStream(stream, revision + 1)) {
        const { leaf, event } = numbered;
        if (leaf <= told) continue;
        if (grants !== this.leaves.grants) {
          ({ grants } = this.leaves);
          standing = await this.standing(job);
        }
        if (!standing || this.isStopping) {
          await held.release();
          return false;
        }
        const { terms, sees } = standing;
        if (!isWanted(terms, event) || !sees(event)) {
          await held.move(leaf, event.revision, null);
          continue;
        }
        held.requireTime();
        const outcome = await this.request(numbered, job.webhook, terms, key);
        delivered.inc({ outcome: String(outcome) });
        if (!isDelivered(outcome)) {
          const since = await held.fail(outcome);
          // 410 Gone: it wants nothing more.
          if (outcome === 410 || Date.now() - since.getTime() > PATIENCE_MILLISECONDS) await this.pause(job, since);
          return false;
        }
        await held.move(leaf, event.revision, outcome);
      }
    } while (!(await held.finish()));
    return true;
  }

  /** Undefined where nothing is to be delivered. */
  private async standing({ webhook, subscriber }: WebhookJob): Promise<Standing | undefined> {
    const { state } = await this.runtime.door.streams.load<SubscriberState>(subscriberStream(subscriber));
    const terms = state.webhooks[webhook];
    if (!terms || terms.paused !== null) return undefined;
    try {
      return { terms, sees: await this.feed.seenBy({ id: subscriber, role: 'SUBSCRIBER', unit: null }) };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  private request(numbered: Numbered, webhook: string, terms: Webhook, key: Buffer) {
    const { signature, generation, formerUntil, url } = terms;
    const now = new Date();
    const isFormerGood = formerUntil !== null && this.runtime.clock.now().toISOString() < formerUntil;
    const generations = isFormerGood ? [generation, generation - 1] : [generation];
    const body = JSON.stringify(this.feed.envelope(numbered));
    return this.sender.post(url, signed({ key, webhook, signature, generations }, numbered.event.id, now, body), body);
  }

  private async pause({ webhook, subscriber }: WebhookJob, since: Date): Promise<void> {
    const command: SubscriberCommand = { type: 'PauseWebhook', webhook };
    const commandId = derivedId('webhook-failing', webhook, since.toISOString());
    await this.runtime.door.handle({
      ...{ stream: subscriberStream(subscriber), command, actor: SYSTEM },
      ...{ commandId, bodyHash: '', correlationId: commandId },
    });
    this.runtime.log.warn({ webhook, subscriber }, 'a webhook that kept failing is paused');
  }
}
