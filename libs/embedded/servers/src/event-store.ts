import { createInterface } from 'node:readline';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { untilAnswered } from './answer.js';
import type { EventStoreAddresses } from './addresses.js';
import { addressAs, EVENT_STORE_USERS, openEventStoreKeys } from './event-store-keys.js';
import { grantRights } from './event-store-rights.js';
import { launch, type Launched } from './launch.js';
import { compiled } from './places.js';

/** Starts the embedded event store with TLS and a user for each part of the product, each with its own address. */
export async function startEventStore(data: string, signal: AbortSignal) {
  signal.throwIfAborted();
  const dir = join(data, 'event-store');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const keys = await openEventStoreKeys(data);
  signal.throwIfAborted();
  const main = compiled('libs/embedded/event-store/src/main.js');
  const args = [
    ...[main, '--port', '0', '--data', dir, '--exit-with-stdin', '--users', keys.users],
    ...['--tls-certificate', keys.tls.certificate, '--tls-key', keys.tls.key],
  ];
  const launched = launch({ data, name: 'event-store', command: process.execPath, args, watchesStdin: true });
  try {
    // By name: a certificate's check is not meant for bare addresses.
    const at = (await listening(launched, signal)).replace('127.0.0.1', 'localhost');
    await untilAnswered(launched, () => prepare(addressAs('admin', at, keys)), signal);
    const users = Object.fromEntries(EVENT_STORE_USERS.map((user) => [user, addressAs(user, at, keys)]));
    return { address: addressAs('api', at, keys), users: users as EventStoreAddresses, launched };
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

async function prepare(address: string): Promise<void> {
  const client = EventStoreDBClient.connectionString([address] as unknown as TemplateStringsArray);
  try {
    await grantRights(client);
  } finally {
    await client.dispose();
  }
}
