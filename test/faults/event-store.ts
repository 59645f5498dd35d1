import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ListeningProcess } from '../bench/event-store-process.js';
import { Ledger } from './event-store-ledger.js';
import { cutAnywhere, flipAnywhere } from './event-store-damage.js';
import { randomOf } from './random.js';
import { write } from './event-store-writers.js';

const option = (args: string[], name: string) =>
  args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined;

/**
 * Kills the event store again and again while writers of both append paths are at work, and spoils copies of its files:
 * what was acknowledged is there once and in order, nothing half-written can be seen, positions keep increasing.
 */
export async function faultsEventStore(args: string[] = []): Promise<boolean> {
  const rounds = option(args, '--rounds') ?? 200;
  const seed = option(args, '--seed') ?? Date.now() % 1_000_000;
  console.log(`event-store: ${rounds} rounds, seed ${seed}`);
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'faults-event-store-'));
  const data = join(folder, 'data');
  const ledger = new Ledger();
  try {
    for (let round = 1; round <= rounds; round++) {
      const server = await ListeningProcess.eventStore(data, '--segment-limit', '200000');
      const client = server.client();
      await ledger.compare(client);
      const writing = write(client, ledger, random);
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 200));
      await server.kill();
      await writing;
      await client.dispose();
      if (round % 5 === 0) {
        await cutAnywhere(data, join(folder, 'copy'), ledger, random);
        await flipAnywhere(data, join(folder, 'copy'), ledger, random);
      }
      if (round % 20 === 0) console.log(`  ${round} rounds, ${ledger.summary()}`);
    }
    const server = await ListeningProcess.eventStore(data);
    const client = server.client();
    await ledger.compare(client);
    await client.dispose();
    await server.stop();
    console.log(`event-store: nothing lost, doubled or half-written; ${ledger.summary()}`);
    return true;
  } catch (error) {
    console.error(`event-store: FAILED with seed ${seed}: ${(error as Error).message}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exit((await faultsEventStore(process.argv.slice(2))) ? 0 : 1);
