import { Command } from 'commander';
import { backup, RefusesToStart, restore, startEventStore, type Verified, verify } from '#libs/embedded/event-store';
import { answer, Refused, say } from '../terminal.js';

export function eventstoreCommand(program: Command): void {
  const command = program
    .command('eventstore')
    .description('run the embedded event store alone, or look after its log')
    .option('--port <number>', 'port to listen at; a free one if left out', '0')
    .option('--data <folder>', 'folder that holds its log')
    .option('--no-categories', 'show no links in $ce-<category> and $et-<type>')
    .action(({ port, data, categories }: { port: string; data?: string; categories: boolean }) => {
      if (data === undefined) command.error('error: --data <folder> is missing');
      return run(data!, Number(port), categories);
    });

  const maintain = (name: string, description: string, work: (from: string, to: string) => Verified, to?: string) => {
    const sub = new Command(name).description(description).option('--json', 'answer as JSON', false);
    if (to !== undefined) sub.argument('<to>', to);
    sub.action((...parts: unknown[]) => {
      const { data, json } = sub.optsWithGlobals<{ data?: string; json: boolean }>();
      if (data === undefined) sub.error('error: --data <folder> is missing');
      const found = refusing(() => work(data!, String(parts[0])));
      answer(json, found, [
        Object.entries(found)
          .map(([what, value]) => `${what}: ${String(value)}`)
          .join(', '),
      ]);
    });
    command.addCommand(sub);
  };
  maintain('verify', 'check every checksum of the log in --data', (data) => verify(data));
  maintain('backup', 'copy the log in --data, running or not', (data, to) => backup(data, to), 'an empty folder');
  maintain('restore', 'put a backup into --data, an empty folder', (data, from) => restore(from, data), 'the backup');
}

async function run(data: string, port: number, categories: boolean): Promise<void> {
  const store = await startEventStore({ data, host: '127.0.0.1', port, categories }).catch((error: unknown) => {
    throw asRefused(error);
  });
  say(`esdb://127.0.0.1:${store.port}?tls=false`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await store.close();
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asRefused(error);
  }
}

/** Damage or a folder in use is an answer, not a failure of the command. */
const asRefused = (error: unknown): unknown => (error instanceof RefusesToStart ? new Refused(error.message) : error);
