import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { appendRate, deliveryTimes, diskRate, readRate, type ReadRate } from './event-store-measures.js';
import { ListeningProcess } from './event-store-process.js';

const script = (name: string) => fileURLToPath(new URL(`./event-store-${name}.js`, import.meta.url));
const stub = () => ListeningProcess.start(script('stub'), []);
const fill = (folder: string, events: number, bytes = 1024) =>
  execFileSync(process.execPath, [script('fill'), folder, String(events), String(bytes)], { stdio: 'inherit' });

/** One line of the result; `aim` says what the figure was held against. */
interface Line {
  what: string;
  figure: string;
  aim?: string;
  met?: boolean;
}

const round = (value: number) => String(Math.round(value));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * The embedded event store against the ceilings of client and disk: `npm run bench -- event-store [--events N]`. Each
 * comparison takes turns, so that a busy machine slows both sides.
 */
export async function benchEventStore(args: string[] = []): Promise<boolean> {
  const largest = Number(args[args.indexOf('--events') + 1] || 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'bench-event-store-'));
  const lines: Line[] = [];
  const report = (line: Line) => {
    lines.push(line);
    const verdict = line.met === undefined ? '' : line.met ? '  (met)' : '  (MISSED)';
    console.log(`${line.what.padEnd(58)} ${line.figure}${line.aim ? `, aim ${line.aim}` : ''}${verdict}`);
  };
  try {
    await appending(join(folder, 'append'), report);
    await reading(join(folder, 'read'), report);
    await growing(join(folder, 'grow'), largest, report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines.every(({ met }) => met !== false);
}

async function appending(folder: string, report: (line: Line) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [store, ceiling] = await Promise.all([ListeningProcess.eventStore(folder), stub()]);
  const [client, ceilingClient] = [store.client(), ceiling.client()];
  const ratios = { many: [] as number[], one: [] as number[], bound: [] as number[] };
  const rates = {
    many: [] as number[],
    ceiling: [] as number[],
    p99: [] as number[],
    one: [] as number[],
    disk: [] as number[],
  };
  await appendRate(client, 3000, 64);
  await appendRate(ceilingClient, 3000, 64);
  for (let round = 0; round < 5; round++) {
    const top = await appendRate(ceilingClient, 8000, 64);
    const many = await appendRate(client, 8000, 64);
    const disk = diskRate(folder, 1000);
    const one = await appendRate(client, 1000, 1);
    const alone = await appendRate(ceilingClient, 1000, 1);
    ratios.many.push(many.perSecond / top.perSecond);
    ratios.one.push(one.perSecond / disk.perSecond);
    ratios.bound.push(one.perSecond * (1 / alone.perSecond + 1 / disk.perSecond));
    rates.many.push(many.perSecond);
    rates.ceiling.push(top.perSecond);
    rates.p99.push(many.p99);
    rates.one.push(one.perSecond);
    rates.disk.push(disk.perSecond);
  }
  const many = median(ratios.many);
  report({
    what: 'appends/s, 64 in flight (client against a stub)',
    figure: `${round(median(rates.many))} (${round(median(rates.ceiling))})`,
  });
  report({ what: '  ratio', figure: many.toFixed(2), aim: '0.60', met: many >= 0.6 });
  const p99 = median(rates.p99);
  report({ what: '  p99 in ms', figure: p99.toFixed(1), aim: 'below 50', met: p99 < 50 });
  const one = median(ratios.one);
  report({
    what: 'appends/s, one at a time (write + fdatasync alone)',
    figure: `${round(median(rates.one))} (${round(median(rates.disk))})`,
  });
  report({ what: '  ratio', figure: one.toFixed(2), aim: '0.50', met: one >= 0.5 });
  report({
    what: '  ratio to what client and disk allow one after the other',
    figure: median(ratios.bound).toFixed(2),
  });
  const delivery = await deliveryTimes(client, 1000, 10);
  report({ what: 'append to delivery at 1,000/s, p50 in ms', figure: delivery.p50.toFixed(1) });
  report({ what: '  p99 in ms', figure: delivery.p99.toFixed(1), aim: 'below 20', met: delivery.p99 < 20 });
  await Promise.all([client.dispose(), ceilingClient.dispose()]);
  await Promise.all([store.stop(), ceiling.stop()]);
}

async function reading(folder: string, report: (line: Line) => void): Promise<void> {
  const events = 60_000;
  fill(folder, events);
  const [store, ceiling] = await Promise.all([ListeningProcess.eventStore(folder), stub()]);
  const [client, ceilingClient] = [store.client(), ceiling.client()];
  await readRate(client, 20_000);
  await readRate(ceilingClient, 20_000);
  const results: { top: ReadRate; own: ReadRate; cpu: number }[] = [];
  for (let round = 0; round < 5; round++) {
    const top = await readRate(ceilingClient, events);
    const before = store.cpu();
    const own = await readRate(client, events);
    results.push({ top, own, cpu: ((store.cpu() - before) * 1000) / own.events });
  }
  const ratio = median(results.map(({ own, top }) => own.perSecond / top.perSecond));
  const rate = (which: 'own' | 'top') => round(median(results.map((result) => result[which].perSecond)));
  report({ what: 'reading $all, events/s (client against a stub)', figure: `${rate('own')} (${rate('top')})` });
  report({ what: '  ratio', figure: ratio.toFixed(2), aim: '0.70', met: ratio >= 0.7 });
  const [server, own] = [median(results.map(({ cpu }) => cpu)), median(results.map(({ own }) => own.clientCpu))];
  report({
    what: '  CPU per event in µs, server',
    figure: server.toFixed(1),
    aim: `below the client's ${own.toFixed(1)}`,
    met: server < own,
  });
  await Promise.all([client.dispose(), ceilingClient.dispose()]);
  await Promise.all([store.stop(), ceiling.stop()]);
}

async function growing(folder: string, largest: number, report: (line: Line) => void): Promise<void> {
  const empty = await ListeningProcess.eventStore(`${folder}-empty`);
  const baseline = empty.rss();
  await empty.stop();
  for (let events = 10_000; events <= largest; events *= 10) {
    const { bavail, bsize } = statfsSync(tmpdir());
    if (events * 1400 > bavail * bsize * 0.8)
      return report({ what: `no room on the disk for ${events} events`, figure: '' });
    fill(folder, events);
    const store = await ListeningProcess.eventStore(folder);
    const cpu = store.cpu() / 1000;
    const started = store.rss();
    const size = events.toLocaleString('en');
    const small = events <= 10_000_000;
    report({
      what: `${size} events: start, s of CPU (s of wall clock)`,
      figure: `${cpu.toFixed(1)} (${(store.startedIn / 1000).toFixed(1)})`,
      ...(small && { aim: 'below 10', met: cpu < 10 }),
    });
    if (events >= 1_000_000) {
      const index = ((started - baseline) * 1024 * 1024) / events;
      report({ what: '  memory per event in bytes', figure: index.toFixed(0), aim: 'below 100', met: index < 100 });
    }
    const client = store.client();
    await appendRate(client, 2000, 64);
    const { perSecond, p99 } = await appendRate(client, 6000, 64);
    report({ what: '  appends/s, 64 in flight (p99 in ms)', figure: `${round(perSecond)} (${p99.toFixed(1)})` });
    await readRate(client, 100_000);
    const rss = store.rss();
    report({
      what: '  MB of memory after appends and a read of 100,000',
      figure: round(rss),
      ...(events <= 1_000_000 && { aim: 'below 300', met: rss < 300 }),
    });
    await client.dispose();
    await store.stop();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exit((await benchEventStore(process.argv.slice(2))) ? 0 : 1);
