import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PUBLIC_NAMES, publicStream, publicType } from '#libs/contracts';
import { type NewEvent, NO_STREAM, SYSTEM } from '#libs/event-sourcing';
import { startServers } from '#libs/embedded/servers';
import { openRuntime, readConfig, type Runtime } from '#libs/platform';
import { MOST_STREAMS, MOST_STREAMS_OF_ONE } from '../../apps/api/src/feed/stream.js';
import { askAndTakeNothing, readStream } from '../bench/feed-readers.js';
import { environmentOf, freePort, Program } from '../programs.js';
import { subscriberEnvelope, subscriberTokens } from '../subscribers.js';

const ISSUER = 'urn:taizhang:slow-readers';
/** 7 MB as messages: more than the 4 MB that loopback takes for a reader who takes nothing. */
const BEFORE = 3_000;
const MEANWHILE = 1_000;
const SUBSCRIBERS = MOST_STREAMS / MOST_STREAMS_OF_ONE;
/** Of so many subscribers every stream asks for the whole log and takes nothing of it; 64 streams. */
const BLOCKED = 8;
const PATIENCE_SECONDS = 4;
/** What waits in the process for one who takes nothing: a piece of 32 KiB, the event that fills it up, and framing. */
const WAITING_BYTES = 36_864;
/** What else a stream may cost (connection, request, loop: 100 KiB, as `npm run bench -- feed` has it of idle ones). */
const STREAM_BYTES = 102_400;
/** What the events that come meanwhile may cost once for all readers: read, as messages, and what is not swept yet. */
const MEANWHILE_BYTES = 48 * 1_024 ** 2;

let folder: string;
let servers: Awaited<ReturnType<typeof startServers>>;
let runtime: Runtime;
let api: Program;
let port: number;
let url: string;
let tokens: string[];
const slow: Socket[] = [];
const ESTABLISHED = '01';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-slow-'));
  servers = await startServers({ data: folder, given: {} });
  const { jwks, tokenOf } = await subscriberTokens(folder, ISSUER);
  port = await freePort();
  const environment = environmentOf(servers, {
    ...{ TAIZHANG_DATA: join(folder, 'data'), TAIZHANG_JWKS: jwks, TAIZHANG_ISSUER: ISSUER, PORT: String(port) },
    TAIZHANG_FEED_PATIENCE: String(PATIENCE_SECONDS),
  });
  runtime = openRuntime(readConfig(environment, { startsServers: false }), 'slow-readers');
  const subjects = Array.from({ length: SUBSCRIBERS + 1 }, (_, number) => `subscriber-${number}`);
  const granted = { type: 'GrantSubscription', types: PUBLIC_NAMES, units: null } as const;
  for (const subject of subjects) await runtime.door.handle(subscriberEnvelope(subject, granted));
  tokens = await Promise.all(subjects.map(tokenOf));
  await append(BEFORE);
  url = `http://127.0.0.1:${port}`;
  api = new Program('api', [join(process.cwd(), 'dist/apps/api/src/main.js')], environment, join(folder, 'api.log'));
  api.start();
  while (!(await fetch(`${url}/health/live`).catch(() => null))?.ok) await pause(50);
}, 300_000);
afterAll(async () => {
  for (const socket of slow) socket.destroy();
  await runtime?.close();
  await api?.stop('SIGKILL');
  await servers?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** Public events of 2 KB each: the units that answer for a project are told with each of its events. */
async function append(events: number): Promise<void> {
  const units = Array.from({ length: 100 }, (_, number) => `unit-of-project-${number}`);
  const recordedAt = '2022-05-16T10:00:00.000+08:00';
  for (let left = events; left > 0; left -= 100) {
    const project = randomUUID();
    const renamed = Array.from({ length: 100 }, (_, number): NewEvent => {
      const data = { project, units, recordedAt, occurredOn: '2022-05-01', name: `项目${number}` };
      const id = randomUUID();
      const metadata = { actor: SYSTEM, recordedAt, commandId: id, bodyHash: '', $correlationId: id, $causationId: id };
      return { id, event: { type: publicType('project.renamed'), data }, metadata };
    });
    await runtime.store.append(publicStream(project), NO_STREAM, renamed);
  }
}

const block = (subscriber: number, query = ''): void => {
  slow.push(askAndTakeNothing(url, tokens[subscriber]!, query));
};
const ask = (subscriber: number) =>
  fetch(`${url}/api/v1/feed`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${tokens[subscriber]}` },
  });

/** Connections of those who take nothing, and the bytes that the machine holds for them at both ends. */
function underWay(): { readonly connections: number; readonly bytes: number } {
  const ports = new Set(slow.map(({ localPort }) => localPort));
  let [connections, bytes] = [0, 0];
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1, -1)) {
    const [, local, remote, state, queues] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const [from, to] = [local, remote].map((each) => parseInt(each.split(':')[1]!, 16)) as [number, number];
    const isTheirs = ports.has(from) && to === port;
    if (!isTheirs && !(ports.has(to) && from === port)) continue;
    if (isTheirs && state === ESTABLISHED) connections++;
    for (const queue of queues.split(':')) bytes += parseInt(queue, 16);
  }
  return { connections, bytes };
}
const connections = (): number => underWay().connections;

/** Waits until the machine takes nothing more for those who take nothing. */
async function untilHeldBack(): Promise<number> {
  for (let before = -1; ; await pause(500)) {
    const { bytes } = underWay();
    if (bytes === before) return bytes;
    before = bytes;
  }
}

const memory = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))![1]) * 1_024;
const metric = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${url}/metrics`)).text())![1]);

const busy = { status: 503, retryAfter: '1', title: 'FEED_BUSY' };
async function refusalOf(response: Response): Promise<typeof busy> {
  const { title } = (await response.json()) as { title: string };
  return { status: response.status, retryAfter: response.headers.get('retry-after')!, title };
}

/** How many events the pages have behind a leaf, to their end. */
async function eventsInPages(token: string): Promise<number> {
  let events = 0;
  for (let path = '/api/v1/feed?limit=500'; ;) {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    events += ((await answer.json()) as { events: object[] }).events.length;
    if (answer.headers.get('cache-control') === 'no-store') return events;
    path = /^<([^>]+)>/.exec(answer.headers.get('link')!)![1]!;
  }
}

it('holds back who takes nothing, tells the others at once, refuses who is too many, and frees the places again', async () => {
  const token = tokens[SUBSCRIBERS]!;
  const prompt = { url, tokens: [token] };
  // What all readers share is in memory from here on.
  const first = await readStream(prompt, 0, -1, BEFORE);
  await first.came.finally(first.end);
  const before = memory();

  // Most wait for events that do not come.
  const blocked = BLOCKED * MOST_STREAMS_OF_ONE;
  for (let each = blocked; each < MOST_STREAMS - 1; each++)
    block(Math.floor(each / MOST_STREAMS_OF_ONE), '?types=bulletin.published');
  while (connections() < slow.length) await pause(20);
  const told = await readStream(prompt, 0, -1, BEFORE + MEANWHILE);
  for (let each = 0; each < blocked; each++) block(Math.floor(each / MOST_STREAMS_OF_ONE));
  const held = await untilHeldBack();
  expect(connections()).toBe(MOST_STREAMS - 1);
  expect(await metric('taizhang_feed_streams')).toBe(MOST_STREAMS);
  expect(await metric('taizhang_feed_waiting_bytes')).toBeGreaterThan(0);
  for (const subscriber of [0, SUBSCRIBERS]) expect(await refusalOf(await ask(subscriber))).toEqual(busy);

  await append(MEANWHILE);
  const appendedAt = performance.now();
  await told.came.finally(told.end);
  expect(await eventsInPages(token)).toBe(BEFORE + MEANWHILE);
  expect(performance.now() - appendedAt).toBeLessThan(2_000);
  expect(underWay().bytes).toBe(held);
  expect(await metric('taizhang_feed_waiting_bytes')).toBeLessThan(blocked * WAITING_BYTES);
  const bound = MOST_STREAMS * STREAM_BYTES + blocked * WAITING_BYTES + MEANWHILE_BYTES;
  expect(memory() - before).toBeLessThan(bound);

  while (connections() > MOST_STREAMS - 1 - blocked) await pause(100);
  const again = await ask(0);
  expect(again.status).toBe(200);
  await again.body!.cancel();
}, 30_000);
