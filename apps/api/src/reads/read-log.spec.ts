import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { EventStore, SteppedClock } from '#libs/event-sourcing';
import { findReads, type HistoryRead, type Runtime } from '#libs/platform';
import { CutDoor } from '../../../../test/faults/cut-door.js';
import { testServers } from '../../../../test/servers.js';
import type { IdentifiedRequest } from '../http/identity.guard.js';
import { ProblemFilter } from '../http/problems.js';
import { ReadLog } from './read-log.js';

const MOST_WAITING = 10_000;
const AT_ONCE = 100;
const PROJECTS = Array.from({ length: MOST_WAITING }, (_, n) => `p${n}`);
const NOBODY_LISTENS = 1;
const today = '2022-01-05';
const subject = randomUUID();

/** What the product's log said. */
const said: { level: number; msg: string; reads?: HistoryRead[] }[] = [];
const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line) as (typeof said)[number]) });
let door: CutDoor;
let port = NOBODY_LISTENS;
let store: EventStore;
let reads: ReadLog;
let api: FastifyInstance;
let url: string;
let up: () => void;

beforeAll(async () => {
  const { eventStoreUrl } = await testServers();
  const { port: listening } = new URL(eventStoreUrl.replace(/^\w+:/, 'http:'));
  door = await CutDoor.open(() => port);
  up = () => (port = Number(listening));
  store = new EventStore(eventStoreUrl.replace(`:${listening}`, door.address.slice(door.address.indexOf(':'))));
  const clock = new SteppedClock(new Date(`${today}T01:00:00.000Z`));
  reads = new ReadLog({ store, clock, log } as unknown as Runtime);
  const problems = new ProblemFilter(log);
  api = fastify();
  api.addHook('onRequest', (request, _reply, done) => {
    (request as IdentifiedRequest).actor = { id: subject, role: 'AUDITOR', unit: null };
    done();
  });
  reads.watch(api);
  api.setErrorHandler((error, _request, reply) => problems.answer(error, reply));
  api.get('/api/v1/projects/:id/history', { config: { showsHistory: true } }, () => ({}));
  api.get('/api/v1/projects/:id', () => ({}));
  url = await api.listen({ port: 0, host: '127.0.0.1' });
}, 300_000);
afterAll(async () => {
  await api?.close();
  await store?.close();
  door?.close();
});

async function ask(path: string) {
  const response = await fetch(`${url}/api/v1/projects/${path}`);
  return { status: response.status, headers: response.headers, body: (await response.json()) as object };
}

async function recorded(): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof findReads>> = await findReads(store, {
      ...{ subject, today, limit: MOST_WAITING },
      ...(after !== '' && { after }),
    });
    found.push(...page.items.map(({ project }) => project!));
    after = page.next;
  }
  return found;
}

describe('while reads cannot be recorded', () => {
  it('histories are shown until as many wait as may, then refused, and everything else is answered', async () => {
    for (let n = 0; n < MOST_WAITING; n += AT_ONCE) {
      const answers = await Promise.all(PROJECTS.slice(n, n + AT_ONCE).map((id) => ask(`${id}/history`)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }
    await reads.flush();
    expect(said).toMatchObject([{ level: 40, msg: 'reads wait to be recorded' }]);
    for (const path of ['late/history', 'late?asOf=2022-01-01', `late?knownAt=${today}T00:00:00Z`]) {
      const refused = await ask(path);
      expect(refused).toMatchObject({ status: 503, body: { title: 'READS_UNRECORDED' } });
      expect(refused.headers.get('retry-after')).toBe('1');
    }
    expect((await ask('late')).status).toBe(200);
  }, 60_000);

  it('they are kept, recorded once each when that works again, and histories are shown again', async () => {
    up();
    for (let tries = 0; (await recorded()).length === 0 && tries < 100; tries++) await reads.flush();
    expect((await recorded()).sort()).toEqual([...PROJECTS].sort());
    expect((await ask('next/history')).status).toBe(200);
    await reads.flush();
    expect((await recorded()).at(-1)).toBe('next');
  }, 60_000);
});

it('a stop that cannot record them says each in the log', async () => {
  port = NOBODY_LISTENS;
  door.close();
  await ask('last/history');
  await reads.onApplicationShutdown();
  expect(said.at(-1)).toMatchObject({ level: 50, reads: [{ project: 'last', reader: { id: subject } }] });
}, 60_000);
