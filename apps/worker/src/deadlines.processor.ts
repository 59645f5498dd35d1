import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Job } from 'bullmq';
import { derivedId, SYSTEM } from '#libs/event-sourcing';
import { Send } from '#libs/platform';
import { type DeadlineJob, DEADLINES } from './queue.js';

/** A job is the empty command: the stream decides what is due in it, or that nothing is. */
@Processor(DEADLINES, { concurrency: 16, lockDuration: 15_000, stalledInterval: 15_000 })
export class DeadlinesProcessor extends WorkerHost {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {
    super();
  }

  async process(job: Job<DeadlineJob>): Promise<void> {
    const commandId = derivedId('sweep', job.id!);
    const { stream } = job.data;
    const command = { type: 'Tick' } as const;
    await this.commands.execute(
      new Send({ stream, command, actor: SYSTEM, commandId, bodyHash: '', correlationId: commandId }),
    );
  }

  /** Finishes what runs before the queues close under it. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}
