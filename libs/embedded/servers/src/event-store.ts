import { createInterface } from 'node:readline';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BACKWARDS, END, EventStoreDBClient } from '@eventstore/db-client';
import { untilAnswered } from './answer.js';
import { launch, type Launched } from './launch.js';
import { compiled } from './places.js';

export async function startEventStore(data: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const dir = join(data, 'event-store');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const main = compiled('libs/embedded/event-store/src/main.js');
  const args = [main, '--port', '0', '--data', dir, '--exit-with-stdin'];
  const launched = launch({ data, name: 'event-store', command: process.execPath, args, watchesStdin: true });
  try {
    const address = `esdb://${await listening(launched, signal)}?tls=false`;
    await untilAnswered(launched, () => ask(address), signal);
    return { address, launched };
  } catch (error) {
    await launched.stop();
    throw error;
  }
}

/** Its first line on stdout says where it listens, once it has read its log. */
async function listening(server: Launched, signal: AbortSignal): Promise<string> {
  let address: string | undefined;
  const lines = createInterface({ input: server.stdout! });
  lines.on('line', (line) => (address ??= /"listening":"([^"]+)"/.exec(line)?.[1]));
  await untilAnswered(
    server,
    async () => (address ? undefined : Promise.reject(new Error('still reading its log'))),
    signal,
  );
  return address!;
}

async function ask(address: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(address);
  try {
    for await (const _ of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 })) break;
  } finally {
    await client.dispose();
  }
}
