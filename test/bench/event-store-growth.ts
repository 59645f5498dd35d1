import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fill } from './event-store-fixtures.js';
import { appendRate, readRate } from './event-store-measures.js';
import { ListeningProcess } from './event-store-process.js';
import { below, comparison, figure, loadOfMachine } from './report.js';

const SMALLEST = 10_000;
const APPENDS = 6_000;
/** What an event of a filled log takes on disk, with some room to spare. */
const BYTES_ON_DISK = 1_400;
const START_SECONDS = 10;

/** Start time, memory and cost of an append as the log grows tenfold from 10,000 events to `largest`. */
export async function growing(bench: string, folder: string, largest: number): Promise<boolean[]> {
  const empty = await ListeningProcess.eventStore(`${folder}-empty`);
  const baseline = empty.rss();
  await empty.stop();
  const met: boolean[] = [];
  let smallest: number | undefined;
  for (let events = SMALLEST; events <= largest; events *= 10) {
    if (!hasRoomFor(events)) {
      process.stderr.write(`${bench}: no room on the disk for ${events} events\n`);
      return [...met, false];
    }
    fill(folder, events);
    loadOfMachine(bench);
    const at = (metric: string) => `${metric} at ${events.toLocaleString('en')} events`;
    const store = await ListeningProcess.eventStore(folder);
    figure(bench, at('start, wall clock'), store.startedIn / 1000, 's');
    met.push(below(bench, at('start, CPU'), store.cpu() / 1000, 's', START_SECONDS));
    if (events >= 1_000_000) {
      const index = ((store.rss() - baseline) * 1024 * 1024) / events;
      met.push(below(bench, at('memory of the index for an event'), index, 'bytes', 100));
    }
    const client = store.client();
    await appendRate(client, 2000, 64);
    const before = store.cpu();
    const { perSecond, p99 } = await appendRate(client, APPENDS, 64);
    const cost = ((store.cpu() - before) * 1000) / APPENDS;
    smallest ??= cost;
    figure(bench, at('appends, 64 in flight'), perSecond, '1/s');
    figure(bench, at('appends, 64 in flight, p99'), p99, 'ms');
    figure(bench, at('server’s CPU for an append'), cost, 'µs');
    if (events > SMALLEST)
      met.push(comparison(bench, at('appends for a second of CPU'), smallest / cost, 'those at 10,000 events', 0.8));
    await readRate(client, 100_000);
    const memory = at('memory after appends and a read of 100,000');
    if (events <= 1_000_000) met.push(below(bench, memory, store.rss(), 'MiB', 300));
    else figure(bench, memory, store.rss(), 'MiB');
    await client.dispose();
    await store.stop();
  }
  return met;
}

function hasRoomFor(events: number): boolean {
  const { bavail, bsize } = statfsSync(tmpdir());
  return events * BYTES_ON_DISK < bavail * bsize * 0.8;
}
