import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Role } from '#libs/domain';
import { type Position, type Recorded, SteppedClock } from '#libs/event-sourcing';
import { readConfig } from '#libs/platform';
import { startStandalone } from '../../apps/standalone/src/standalone.js';

export interface Person {
  readonly role: Role;
  readonly unit: string | null;
  readonly subject: string;
}

export const office: Person = { role: 'LG_OFFICE', unit: 'unit-office', subject: 'person-office-1' };
export const colleague: Person = { ...office, subject: 'person-office-2' };
export const reporter: Person = { role: 'REPORTER', unit: 'unit-owner', subject: 'person-reporter' };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Each test says which fields it expects.
  readonly body: any;
}

export interface Asked {
  readonly as?: Person | null;
  /** Instead of the token that `as` gets. */
  readonly token?: string;
  /** A fresh one if left out; null sends none. */
  readonly key?: string | null;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The bytes of the body, instead of `body` as JSON. */
  readonly raw?: string;
}

/** The whole product on servers of its own, with a clock that stands until it is told to move. */
export interface World {
  readonly url: string;
  readonly data: string;
  readonly redisUrl: string;
  tokenOf(person: Person): Promise<string>;
  /** Where the log ends. */
  end(): Promise<Position>;
  /** All that was recorded, in its order. */
  log(): AsyncIterable<Recorded>;
  /** Waits until nothing is left to do, and says where the log ends then; a refused request must not move it. */
  restingEnd(): Promise<Position>;
  get(path: string, asked?: Asked): Promise<Answer>;
  post(path: string, body: unknown, asked?: Asked): Promise<Answer>;
  /** Posts, and throws unless it is done. */
  done(path: string, body: unknown, asked?: Asked): Promise<Answer>;
  /** Moves the clock and waits until all that falls due by then has happened and shows. */
  at(instant: string): Promise<void>;
  /** Stops the product as an operator does, and starts it on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Servers of its own rather than the shared ones: default rules hold from the day on which the first clock stands. */
export async function openWorld(begin: string, from?: string): Promise<World> {
  const data = from ?? (await mkdtemp(join(tmpdir(), 'taizhang-acceptance-')));
  const clock = new SteppedClock(new Date(begin));
  const environment = {
    ...{ TAIZHANG_DATA: data, MONGODB_DB: 'acceptance', PORT: '0', LOG_LEVEL: 'silent' },
    TAIZHANG_WEBHOOK_NETWORKS: '127.0.0.0/8',
  };
  const config = readConfig(environment, { startsServers: true });
  const start = () => startStandalone({ config, clock, say: () => undefined, onServerExit: () => undefined });
  let product = await start();
  await product.runtime.files.take(Readable.from([Buffer.from(EVIDENCE)]), office.subject);
  const tokenOf = (person: Person) => product.issuer!.sign({ ...person, lifetime: 3_600 });

  async function ask(method: string, path: string, asked: Asked): Promise<Answer> {
    const { as = office, key = randomUUID(), ifMatch, body, raw } = asked;
    const token = asked.token ?? (as && (await tokenOf(as)));
    const headers = {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(method === 'POST' && key !== null && { 'idempotency-key': key }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
      ...asked.headers,
    };
    const sent = raw ?? (method === 'POST' ? JSON.stringify(body) : undefined);
    const address = path.startsWith('/') ? `${product.url}${path}` : `${product.url}/api/v1/${path}`;
    const response = await fetch(address, { method, headers, ...(sent !== undefined && { body: sent }) });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  const post = (path: string, body: unknown, asked: Asked = {}) => ask('POST', path, { ...asked, body });
  return {
    get url() {
      return product.url;
    },
    data,
    get redisUrl() {
      return product.runtime.config.redisUrl!;
    },
    tokenOf,
    end: () => product.runtime.store.end(),
    async restingEnd() {
      await product.settle();
      return product.runtime.store.end();
    },
    log: () => product.runtime.store.readAll(),
    get: (path, asked = {}) => ask('GET', path, asked),
    post,
    async done(path, body, asked) {
      const answer = await post(path, body, asked);
      if (answer.status !== 200 && answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      return answer;
    },
    async at(instant) {
      await clock.advanceTo(new Date(instant));
      await product.settle();
    },
    async restart() {
      await product.stop();
      product = await start();
    },
    async stop() {
      await product.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The file behind every document of the specs, there from the start. */
const EVIDENCE = '%PDF-1.4\n%%EOF\n';
export const document = { title: '示例文件', sha256: createHash('sha256').update(EVIDENCE).digest('hex') };
export const registration = (name = '示例项目', status = 'UNDER_CONSTRUCTION') => ({
  occurredOn: '2022-01-01',
  details: { name, sector: 'TRANSPORT', town: '示例镇' },
  status,
});
export const responsibilities = {
  responsibleUnit: 'unit-responsible',
  legalEntity: 'unit-owner',
  leadAuthority: 'unit-authority',
  supportingUnits: [],
  reporter: reporter.subject,
};

/** A project with units and a reporter; `etag` is that of its last revision. */
export async function assignedProject(
  world: World,
  body: object = registration(),
): Promise<{ id: string; etag: string }> {
  const { body: answer, headers } = await world.done('projects', body);
  const { id } = answer as { id: string };
  const assigned = await world.done(
    `projects/${id}/assign-responsibilities`,
    { occurredOn: '2022-01-01', responsibilities },
    { ifMatch: headers.get('etag')! },
  );
  return { id, etag: assigned.headers.get('etag')! };
}
