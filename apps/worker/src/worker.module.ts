import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Feed, Leaves } from '#libs/feed';
import {
  BusModule,
  type Check,
  consumerConnection,
  HealthModule,
  producerConnection,
  type Runtime,
} from '#libs/platform';
import { watchCalendar } from './calendar-watch.js';
import { DeadlinesProcessor } from './deadlines.processor.js';
import { Publications } from './publications.js';
import { DueWatch } from './due-watch.js';
import { ReadExpiry } from './read-expiry.js';
import { Reactions } from './reactions.js';
import { DEADLINES, WEBHOOKS } from './queue.js';
import { Sealer } from './sealer.js';
import { Sweep } from './sweep.js';
import { Webhooks } from './webhooks.js';
import { WebhooksProcessor } from './webhooks.processor.js';

const CONNECTIONS = Symbol('redis connections');

/** Turns passing time into commands, and events of one stream into commands on others. */
@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(@Inject(CONNECTIONS) private readonly connections: readonly Redis[]) {}

  /** The queue leaves connections open that it was given. */
  onApplicationShutdown(): void {
    for (const connection of this.connections) connection.disconnect();
  }

  static with(runtime: Runtime): DynamicModule {
    const { redisUrl } = runtime.config;
    const redis = producerConnection(redisUrl);
    const consumer = consumerConnection(redisUrl);
    const due = new DueWatch();
    const dueIsRecorded: Check = async () => due.requireRecorded();
    const redisAnswers: Check = async () => void (await redis.ping());
    return {
      module: WorkerModule,
      imports: [
        BusModule.with(runtime),
        HealthModule.with(runtime, { redis: redisAnswers, deadlines: dueIsRecorded, calendar: watchCalendar }),
        // While Redis is away the sweep waits with its one tick; it is found again in full when Redis is back.
        BullModule.forRoot({ connection: consumer }),
        BullModule.registerQueue({
          name: WEBHOOKS,
          // The lanes say what is left to do, and the next turn hands it out.
          defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
        }),
        BullModule.registerQueue({
          name: DEADLINES,
          defaultJobOptions: {
            attempts: 3,
            backoff: { type: 'exponential', delay: 1_000 },
            removeOnComplete: { age: 3_600, count: 10_000 },
            removeOnFail: { age: 7 * 24 * 3_600, count: 10_000 },
          },
        }),
      ],
      providers: [
        Sweep,
        { provide: DueWatch, useValue: due },
        DeadlinesProcessor,
        Sealer,
        ReadExpiry,
        Reactions,
        Publications,
        Leaves,
        Feed,
        Webhooks,
        WebhooksProcessor,
        { provide: CONNECTIONS, useValue: [redis, consumer] },
      ],
    };
  }
}
