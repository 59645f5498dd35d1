import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberOf } from '../run-named.js';
import { fill, stub } from './event-store-fixtures.js';
import { growing } from './event-store-growth.js';
import { appendRate, deliveryTimes, diskRate, type Rate, readRate, type ReadRate } from './event-store-measures.js';
import { ListeningProcess } from './event-store-process.js';
import { below, comparison, figure, loadOfMachine, median } from './report.js';

const BENCH = 'event-store';
const ROUNDS = 5;

/**
 * The embedded event store against the ceilings of client and disk: `npm run bench -- event-store [--events N]`, where
 * N is the largest log of the growth curve. Each comparison takes turns, so that a busy machine slows both sides.
 */
export async function benchEventStore(args: string[] = []): Promise<boolean> {
  const largest = numberOf(args, '--events', 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'bench-event-store-'));
  const met: boolean[] = [];
  try {
    for (const part of [appending, linking, reading]) {
      loadOfMachine(BENCH);
      met.push(...(await part(join(folder, part.name))));
    }
    met.push(...(await growing(BENCH, join(folder, 'grow'), largest)));
    loadOfMachine(BENCH);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return met.every(Boolean);
}

/** Each side once: the store and the stub with many in flight, then the disk, the store and the stub one at a time. */
type Round = Record<'top' | 'many' | 'disk' | 'one' | 'alone', Rate>;

async function appending(folder: string): Promise<boolean[]> {
  mkdirSync(folder, { recursive: true });
  const [store, ceiling] = await Promise.all([ListeningProcess.eventStore(folder), stub()]);
  const [client, ceilingClient] = [store.client(), ceiling.client()];
  await appendRate(client, 3000, 64);
  await appendRate(ceilingClient, 3000, 64);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const top = await appendRate(ceilingClient, 8000, 64);
    const many = await appendRate(client, 8000, 64);
    const disk = diskRate(folder, 1000);
    const one = await appendRate(client, 1000, 1);
    const alone = await appendRate(ceilingClient, 1000, 1);
    rounds.push({ top, many, disk, one, alone });
  }
  const middle = (of: (round: Round) => number) => median(rounds.map(of));
  figure(
    BENCH,
    'appends, 64 in flight',
    middle(({ many }) => many.perSecond),
    '1/s',
  );
  figure(
    BENCH,
    'appends to a stub, 64 in flight',
    middle(({ top }) => top.perSecond),
    '1/s',
  );
  figure(
    BENCH,
    'appends, one at a time',
    middle(({ one }) => one.perSecond),
    '1/s',
  );
  figure(
    BENCH,
    'write and fdatasync, one at a time',
    middle(({ disk }) => disk.perSecond),
    '1/s',
  );
  const ratios = {
    many: middle(({ many, top }) => many.perSecond / top.perSecond),
    one: middle(({ one, disk }) => one.perSecond / disk.perSecond),
  };
  const delivery = await deliveryTimes(client, 1000, 10);
  const met = [
    comparison(BENCH, 'appends, 64 in flight', ratios.many, 'the same client and a stub that stores nothing', 0.6),
    below(
      BENCH,
      'appends, 64 in flight, p99',
      middle(({ many }) => many.p99),
      'ms',
      50,
    ),
    comparison(BENCH, 'appends, one at a time', ratios.one, 'a bare loop of write and fdatasync', 0.5),
    below(BENCH, 'append to delivery at 1,000/s, p99', delivery.p99, 'ms', 20),
  ];
  figure(BENCH, 'append to delivery at 1,000/s, p50', delivery.p50, 'ms');
  await Promise.all([client.dispose(), ceilingClient.dispose()]);
  await Promise.all([store.stop(), ceiling.stop()]);
  return met;
}

/** What the links to categories and types cost the appends. */
async function linking(folder: string): Promise<boolean[]> {
  mkdirSync(folder, { recursive: true });
  const [linked, bare] = await Promise.all([
    ListeningProcess.eventStore(join(folder, 'linked')),
    ListeningProcess.eventStore(join(folder, 'bare'), '--no-categories'),
  ]);
  const [client, bareClient] = [linked.client(), bare.client()];
  const ratios = { many: [] as number[], one: [] as number[] };
  for (const [inFlight, total, into] of [
    [64, 8000, ratios.many],
    [1, 1000, ratios.one],
  ] as const) {
    await appendRate(client, total, inFlight);
    await appendRate(bareClient, total, inFlight);
    for (let round = 0; round < ROUNDS; round++) {
      const other = await appendRate(bareClient, total, inFlight);
      into.push((await appendRate(client, total, inFlight)).perSecond / other.perSecond);
    }
  }
  await Promise.all([client.dispose(), bareClient.dispose()]);
  await Promise.all([linked.stop(), bare.stop()]);
  return [
    comparison(BENCH, 'appends with links, 64 in flight', median(ratios.many), 'appends without links', 0.95),
    comparison(BENCH, 'appends with links, one at a time', median(ratios.one), 'appends without links', 0.95),
  ];
}

async function reading(folder: string): Promise<boolean[]> {
  const events = 60_000;
  fill(folder, events);
  const [store, ceiling] = await Promise.all([ListeningProcess.eventStore(folder), stub()]);
  const [client, ceilingClient] = [store.client(), ceiling.client()];
  await readRate(client, 20_000);
  await readRate(ceilingClient, 20_000);
  const results: { top: ReadRate; own: ReadRate; cpu: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const top = await readRate(ceilingClient, events);
    const before = store.cpu();
    const own = await readRate(client, events);
    results.push({ top, own, cpu: ((store.cpu() - before) * 1000) / own.events });
  }
  const middle = (of: (result: (typeof results)[number]) => number) => median(results.map(of));
  const clientCpu = middle(({ own }) => own.clientCpu);
  figure(
    BENCH,
    'reading $all',
    middle(({ own }) => own.perSecond),
    'events/s',
  );
  figure(
    BENCH,
    'reading from a stub',
    middle(({ top }) => top.perSecond),
    'events/s',
  );
  figure(BENCH, 'client’s CPU for an event read', clientCpu, 'µs');
  await Promise.all([client.dispose(), ceilingClient.dispose()]);
  await Promise.all([store.stop(), ceiling.stop()]);
  const ratio = middle(({ own, top }) => own.perSecond / top.perSecond);
  return [
    comparison(BENCH, 'reading $all', ratio, 'the same client and a stub that streams one encoded event', 0.7),
    below(
      BENCH,
      'server’s CPU for an event read',
      middle(({ cpu }) => cpu),
      'µs',
      clientCpu,
    ),
  ];
}
