import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Counter } from 'prom-client';
import type { CloudEvent } from '#libs/contracts';
import { derivedId, Refusal, SYSTEM } from '#libs/event-sourcing';
import { type SubscriberCommand, type SubscriberState, subscriberStream, type Webhook } from '#libs/domain';
import { Feed, isWanted, Leaves, type Sees } from '#libs/feed';
import { metrics, readOrMake, type Runtime, RUNTIME } from '#libs/platform';
import {
  type Attempt,
  attemptOf,
  Attempts,
  deliver,
  type HeldLane,
  isDelivered,
  LaneLost,
  Lanes,
  makeKey,
  networksOf,
  type Outcome,
  Sender,
} from '#libs/webhooks';
import { type WebhookJob, WEBHOOKS } from './queue.js';

/** So many that those that hang, each for as long as a request may take, leave places to the others. */
const WEBHOOKS_AT_ONCE = 64;
const LANES_AT_ONCE = 4;
const NOTED_AT_ONCE = 100;
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

/** One job at work. */
interface Turn extends WebhookJob {
  readonly key: Buffer;
  /** What was sent and is not written yet. */
  readonly noted: Attempt[];
}

/** Works on the lanes of one webhook, a few at once and each in its order, until nothing is due or a request fails. */
@Processor(WEBHOOKS, { concurrency: WEBHOOKS_AT_ONCE, lockDuration: 15_000, stalledInterval: 15_000 })
export class WebhooksProcessor extends WorkerHost {
  private readonly lanes: Lanes;
  private readonly attempts: Attempts;
  private readonly sender: Sender;
  private isStopping = false;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly leaves: Leaves,
    private readonly feed: Feed,
  ) {
    super();
    this.lanes = new Lanes(runtime.db);
    this.attempts = new Attempts(runtime.db);
    this.sender = new Sender(networksOf(runtime.config.webhooks.networks));
  }

  async process({ data }: Job<WebhookJob>): Promise<void> {
    const key = Buffer.from(await readOrMake(this.runtime.config.webhooks.key, makeKey), 'base64');
    const turn: Turn = { ...data, key, noted: [] };
    const take = this.lanes.taker(data.webhook);
    let hasFailed = false;
    let hasDelivered = false;
    const work = async (): Promise<void> => {
      while (!hasFailed && !this.isStopping) {
        const held = await take();
        if (!held) return;
        try {
          if (await this.tell(held, turn)) hasDelivered = true;
          else hasFailed = true;
        } catch (error) {
          if (!(error instanceof LaneLost)) throw error;
        }
      }
    };
    try {
      await Promise.all(Array.from({ length: LANES_AT_ONCE }, work));
    } finally {
      await this.attempts.note(turn.noted);
    }
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
  private async tell(held: HeldLane, turn: Turn): Promise<boolean> {
    let grants = -1;
    let standing: Standing | undefined;
    do {
      const { stream, revision, leaf: told } = held.lane;
      for await (const numbered of this.leaves.ofStream(stream, revision + 1)) {
        const { leaf, event } = numbered;
        if (leaf <= told) continue;
        if (grants !== this.leaves.grants) {
          ({ grants } = this.leaves);
          standing = await this.standing(turn);
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
        const outcome = await this.request(this.feed.envelope(numbered), terms, turn);
        delivered.inc({ outcome: String(outcome) });
        if (!isDelivered(outcome)) {
          const since = await held.fail(outcome, this.runtime.clock.now());
          // 410 Gone: it wants nothing more.
          if (outcome === 410 || this.failsTooLong(since)) await this.pause(turn, since);
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

  private async request(event: CloudEvent, terms: Webhook, { webhook, key, noted }: Turn): Promise<Outcome> {
    const went = await deliver(this.sender, key, [webhook, terms], event, this.runtime.clock.now());
    noted.push(attemptOf(webhook, event, went));
    if (noted.length >= NOTED_AT_ONCE) await this.attempts.note(noted.splice(0));
    return went.outcome;
  }

  private failsTooLong(since: Date): boolean {
    return this.runtime.clock.now().getTime() - since.getTime() > PATIENCE_MILLISECONDS;
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
