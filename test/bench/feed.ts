import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { PUBLIC_NAMES, publicStream, publicType } from '#libs/contracts';
import { startServers } from '#libs/embedded/servers';
import { openRuntime, readConfig, type Runtime, sealLog } from '#libs/platform';
import { MOST_STREAMS_OF_ONE } from '../../apps/api/src/feed/stream.js';
import { inParallel } from '../../apps/cli/src/import/in-parallel.js';
import { openStore } from '../../libs/embedded/event-store/src/open.js';
import { toldOfFact } from '../../libs/contracts/src/mappings.js';
import { compiled, environmentOf, freePort, Program } from '../programs.js';
import { numberOf } from '../run-named.js';
import { subscriberEnvelope, subscriberTokens } from '../subscribers.js';
import { askAndTakeNothing, readBare, type Readers, readPages, readStream } from './feed-readers.js';
import { draftOf, historiesOf } from './rebuild-log.js';
import { below, comparison, figure, inTurns, loadOfMachine } from './report.js';

const BENCH = 'feed';
const PAIRS = 5;
const STREAMS = [1, 10, 100];
const IDLE = 400;
/** Streams that are being begun. */
const AT_ONCE = 16;
const SUBSCRIBERS = Array.from({ length: 64 }, (_, number) => `bench-${number}`);
const DELIVERIES = 2_000;
const PAGES_AIM = 1 / 3;
const STREAM_AIM = 1 / 2;
const IDLE_AIM = 100;
const SLOW_AIM = 256;
const ISSUER = 'urn:taizhang:bench';
const RECORDED_AT = '2022-05-16T10:00:00.000+08:00';

/**
 * The feed over pages and to 1, 10 and 100 streams, against a bare read of `$all` with the same events; what idle and
 * slow streams cost the API in memory, and how many events a second an address is told.
 */
export async function benchFeed(args: string[]): Promise<boolean> {
  const events = numberOf(args, '--events', 50_000);
  const folder = mkdtempSync(join(tmpdir(), 'bench-feed-'));
  await fillPublic(join(folder, 'event-store'), events);
  const servers = await startServers({ data: folder, given: {} });
  const { jwks, tokenOf } = await subscriberTokens(folder, ISSUER);
  const port = await freePort();
  const environment = environmentOf(servers, {
    ...{ TAIZHANG_DATA: join(folder, 'data'), TAIZHANG_JWKS: jwks, TAIZHANG_ISSUER: ISSUER, PORT: String(port) },
    TAIZHANG_WEBHOOK_NETWORKS: '127.0.0.0/8',
  });
  const programs = (['api', 'worker'] as const).map((name) => {
    const own = name === 'api' ? environment : { ...environment, PORT: '0' };
    return new Program(name, [compiled(`apps/${name}/src/main.js`)], own, join(folder, `${name}.log`));
  });
  const [api, worker] = programs as [Program, Program];
  const runtime = openRuntime(readConfig(environment, { startsServers: false }), BENCH);
  try {
    // As it lies with a log that is not of this minute: what is far behind is numbered by the ledger.
    await sealLog(runtime, new AbortController().signal);
    for (const subscriber of SUBSCRIBERS)
      await runtime.door.handle(
        subscriberEnvelope(subscriber, { type: 'GrantSubscription', types: PUBLIC_NAMES, units: null }),
      );
    api.start();
    const tokens = await Promise.all(SUBSCRIBERS.map(tokenOf));
    const readers = { url: `http://127.0.0.1:${port}`, tokens };
    while (!(await fetch(`${readers.url}/health/live`).catch(() => null))?.ok) await pause(100);
    const met = [
      // First, while what other readers cost has not widened the memory of the process already.
      await idle(readers, api, events),
      await pages(readers, servers.eventStoreUrl, events),
      ...(await streams(readers, servers.eventStoreUrl, events)),
      await slow(readers, api, events),
    ];
    await deliveries(runtime, worker);
    loadOfMachine(BENCH);
    return met.every(Boolean);
  } catch (error) {
    for (const program of programs) process.stderr.write(`${program.lastLines()}\n`);
    throw error;
  } finally {
    await runtime.close();
    await Promise.all(programs.map((program) => program.stop()));
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What became of histories outside, each project in one append; the leaves are 0 to `events` - 1. */
async function fillPublic(folder: string, events: number): Promise<void> {
  const histories = historiesOf(100, 15).map((history) => history.flatMap((event) => toldOfFact(event) ?? []));
  mkdirSync(folder, { recursive: true });
  const store = openStore(folder, pino({ level: 'silent' }));
  for (let n = 0, left = events; left > 0; n++) {
    const project = randomUUID();
    const history = histories[n % histories.length]!.slice(0, left);
    const drafts = history.map(({ name, data }, index) => {
      const told = { type: publicType(name), data: { project, recordedAt: RECORDED_AT, ...data, units: ['unit-1'] } };
      return draftOf(publicStream(project), told, RECORDED_AT, index === history.length - 1);
    });
    await store.write(drafts).done;
    left -= history.length;
  }
  await store.close();
}

const rateOf = async (events: number, read: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await read();
  return (events / (performance.now() - began)) * 1_000;
};

async function bare(eventStoreUrl: string, events: number): Promise<number> {
  return rateOf(events, async () => {
    const found = await readBare(eventStoreUrl);
    if (found !== events) throw new Error(`the log has ${found} public events`);
  });
}

async function pages(readers: Readers, eventStoreUrl: string, events: number): Promise<boolean> {
  const own = () =>
    rateOf(events, async () => {
      const found = await readPages(readers, events - 1);
      if (found !== events) throw new Error(`the pages have ${found} events`);
    });
  const result = await inTurns(`${BENCH}, pages`, PAIRS, own, () => bare(eventStoreUrl, events));
  figure(BENCH, 'events over pages', result.own, '1/s');
  figure(BENCH, 'bare read of $all', result.other, '1/s');
  return comparison(BENCH, 'events/s over pages', result.ratio, 'a bare read of $all', PAGES_AIM);
}

/** One reads all of it; of many each reads the end, as those do who were away for a while. */
async function streams(readers: Readers, eventStoreUrl: string, events: number): Promise<boolean[]> {
  const met: boolean[] = [];
  for (const count of STREAMS) {
    const each = Math.floor(events / count);
    const own = () =>
      rateOf(each * count, async () => {
        const begun = Array.from({ length: count }, (_, number) =>
          readStream(readers, number, events - 1 - each, each),
        );
        for (const { came, end } of await Promise.all(begun)) await came.finally(end);
      });
    const name = `${count} ${count === 1 ? 'stream' : 'streams'}`;
    const result = await inTurns(`${BENCH}, ${name}`, PAIRS, own, () => bare(eventStoreUrl, events));
    figure(BENCH, `events to ${name}, together`, result.own, '1/s');
    met.push(comparison(BENCH, `events/s to ${name}`, result.ratio, 'a bare read of $all', STREAM_AIM));
  }
  return met;
}

async function idle(readers: Readers, api: Program, events: number): Promise<boolean> {
  const open = async (streams: number) => {
    const ends: (() => void)[] = [];
    const numbers = Array.from({ length: streams }, (_, number) => number);
    await inParallel(AT_ONCE, numbers, async (number) => {
      const { came, end } = await readStream(readers, number, events - 1, 0);
      await came;
      ends.push(end);
    });
    return ends;
  };
  // The first ones bring in code and pools that the others share.
  const first = await open(IDLE / 10);
  const before = memoryOf(api);
  const others = await open(IDLE);
  const after = memoryOf(api);
  for (const end of [...first, ...others]) end();
  return below(BENCH, 'memory for each idle stream', ((after - before) * 1_024) / IDLE, 'KiB', IDLE_AIM);
}

/** Almost as many as there may be take nothing of what they asked for, and another one is told all of it. */
async function slow(readers: Readers, api: Program, events: number): Promise<boolean> {
  const [prompt, ...others] = readers.tokens as [string, ...string[]];
  const before = memoryOf(api);
  const sockets = others.flatMap((token) =>
    Array.from({ length: MOST_STREAMS_OF_ONE }, () => askAndTakeNothing(readers.url, token)),
  );
  const own = { url: readers.url, tokens: [prompt] };
  const rate = await rateOf(events, async () => {
    const { came, end } = await readStream(own, 0, -1, events);
    await came.finally(end);
  });
  figure(BENCH, `events to 1 stream beside ${sockets.length} slow ones`, rate, '1/s');
  const memory = ((memoryOf(api) - before) * 1_024) / sockets.length;
  for (const socket of sockets) socket.destroy();
  return below(BENCH, 'memory for each slow stream', memory, 'KiB', SLOW_AIM);
}

/** Resident memory in MiB. */
const memoryOf = ({ pid }: Program): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024;

/** An address that takes everything at once, from its first event on. */
async function deliveries(runtime: Runtime, worker: Program): Promise<void> {
  const times: number[] = [];
  const endpoint = createServer((request, response) => {
    request.resume().on('end', () => {
      times.push(performance.now());
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
  const terms = { types: null, project: null, signature: 'v1', after: null } as const;
  await runtime.door.handle(subscriberEnvelope(SUBSCRIBERS[0]!, { type: 'RegisterWebhook', url, ...terms }));
  worker.start();
  while (times.length < DELIVERIES) await pause(100);
  figure(BENCH, 'deliveries of a webhook', (DELIVERIES - 1) / ((times[DELIVERIES - 1]! - times[0]!) / 1_000), '1/s');
  await worker.stop('SIGKILL');
  endpoint.close().closeAllConnections();
}
