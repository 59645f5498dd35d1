import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import {
  BusModule,
  type Check,
  consumerConnection,
  HealthModule,
  producerConnection,
  type Runtime,
} from '#libs/platform';
import { DeadlinesProcessor } from './deadlines.processor.js';
import { PlanReaction } from './plan-reaction.js';
import { DEADLINES } from './queue.js';
import { Sweep } from './sweep.js';

/** Turns passing time into commands, and events of one stream into commands on others. */
@Module({})
export class WorkerModule {
  static with(runtime: Runtime): DynamicModule {
    const { redisUrl } = runtime.config;
    const redis = producerConnection(redisUrl);
    const redisAnswers: Check = async () => void (await redis.ping());
    return {
      module: WorkerModule,
      imports: [
        BusModule.with(runtime),
        HealthModule.with(runtime, { redis: redisAnswers }),
        // While Redis is away the sweep waits with its one tick; it is found again in full when Redis is back.
        BullModule.forRoot({ connection: consumerConnection(redisUrl) }),
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
      providers: [Sweep, DeadlinesProcessor, PlanReaction],
    };
  }
}
