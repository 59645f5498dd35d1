import type { Command } from 'commander';
import { startEventStore } from '#libs/embedded/event-store';
import { say } from '../terminal.js';

export function eventstoreCommand(program: Command): void {
  program
    .command('eventstore')
    .description('run the embedded event store alone')
    .option('--port <number>', 'port to listen at; a free one if left out', '0')
    .requiredOption('--data <folder>', 'folder that holds its log')
    .action(async ({ port, data }: { port: string; data: string }) => {
      const store = await startEventStore({ data, host: '127.0.0.1', port: Number(port) });
      say(`esdb://127.0.0.1:${store.port}?tls=false`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await store.close();
    });
}
