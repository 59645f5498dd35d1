import { type Job, Queue } from 'bullmq';
import type { Command } from 'commander';
import { producerConnection } from '#libs/platform';
import { type DeadlineJob, DEADLINES } from '../../../worker/src/queue.js';
import { answer, Refused } from '../terminal.js';
import { withRuntime } from '../with-runtime.js';

const LISTED = 100;

export function jobsCommands(program: Command): void {
  const jobs = program
    .command('jobs')
    .description('how many jobs the queue of deadlines holds, and those that failed, the latest first')
    .option('--json', 'answer as JSON', false)
    .action(({ json }: { json: boolean }) => withQueue((queue) => list(queue, json)));

  jobs
    .command('retry [id]')
    .description('let a failed job be tried again, or all of them; a job that is pointless by now changes nothing')
    .action((id: string | undefined) => withQueue((queue) => retry(queue, id)));
}

async function list(queue: Queue<DeadlineJob>, json: boolean): Promise<void> {
  const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
  const failed = (await queue.getFailed(0, LISTED - 1)).map(({ id, data, attemptsMade, failedReason, finishedOn }) => ({
    ...{ id: id!, stream: data.stream, attempts: attemptsMade, reason: failedReason },
    failedAt: new Date(finishedOn!).toISOString(),
  }));
  answer(json, { counts, failed }, [
    Object.entries(counts)
      .map(([state, count]) => `${state} ${count}`)
      .join(', '),
    ...failed.map(({ id, stream, attempts, reason, failedAt }) => {
      return `${id}: ${stream} failed at ${failedAt} after ${attempts} attempts: ${reason}`;
    }),
  ]);
}

async function retry(queue: Queue<DeadlineJob>, id: string | undefined): Promise<void> {
  const failed: Job<DeadlineJob>[] = await queue.getFailed();
  const wanted = id === undefined ? failed : failed.filter((job) => job.id === id);
  if (id !== undefined && wanted.length === 0) throw new Refused(`no failed job ${id}`);
  for (const job of wanted) await job.retry();
  answer(false, wanted.length, [`${wanted.length} jobs are tried again`]);
}

function withQueue(use: (queue: Queue<DeadlineJob>) => Promise<void>): Promise<void> {
  return withRuntime(async ({ config }) => {
    const connection = producerConnection(config.redisUrl);
    // The connection refuses work until it stands.
    await new Promise((resolve) => connection.once('ready', resolve));
    const queue = new Queue<DeadlineJob>(DEADLINES, { connection });
    try {
      await use(queue);
    } finally {
      await queue.close();
      connection.disconnect();
    }
  });
}
