import { spawn, type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { runningServers, startServers, type Addresses, type EventStoreAddresses } from './index.js';
import { isRunning, readMark, type Mark } from './mark.js';
import { standIn } from './mongo.js';
import { compiled } from './places.js';
import { pythonEnvironment } from './python.js';
import { standIns } from './stand-ins.js';

/** Real servers in processes of their own, because what matters here is how processes end. */
const names = ['event-store', 'mongo', 'redis'];
const limit = 300_000;
const data = join(mkdtempSync(join(tmpdir(), 'taizhang-servers-')), 'data');
const launchers: Launcher[] = [];

interface Launcher {
  process: ChildProcess;
  addresses: Promise<Addresses>;
  said: string[];
  exit: Promise<number | null>;
}

function start(folder = data, given: NodeJS.ProcessEnv = {}): Launcher {
  const none = { EVENTSTORE_URL: '', MONGODB_URI: '', REDIS_URL: '' };
  const child = spawn(process.execPath, [compiled('libs/embedded/servers/src/main.js'), '--data', folder], {
    env: { ...process.env, ...none, ...given },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  const line = once(createInterface({ input: child.stdout }), 'line').then(
    ([text]) => JSON.parse(String(text)) as Addresses,
  );
  const failure = exit.then(() => Promise.reject(new Error(said.join('\n'))));
  const addresses = Promise.race([line, failure]);
  addresses.catch(() => undefined);
  const launcher = { process: child, addresses, said, exit };
  launchers.push(launcher);
  return launcher;
}

const marks = (): Mark[] => names.map((name) => readMark(join(data, 'run', `${name}.json`))!);

async function goneWithin(ms: number, processes: Mark[]): Promise<number> {
  for (const deadline = Date.now() + ms; Date.now() < deadline && processes.some(isRunning);) await sleep(20);
  return processes.filter(isRunning).length;
}

async function withClients<T>(
  { eventStoreUrl, mongoUri, redisUrl }: Addresses,
  work: (events: EventStoreDBClient, mongo: MongoClient, redis: Redis) => Promise<T>,
): Promise<T> {
  const events = EventStoreDBClient.connectionString([eventStoreUrl] as unknown as TemplateStringsArray);
  const mongo = new MongoClient(mongoUri);
  const redis = new Redis(redisUrl);
  try {
    return await work(events, mongo, redis);
  } finally {
    await Promise.all([events.dispose(), mongo.close(), redis.quit()]);
  }
}

const write = (addresses: Addresses, n: number) =>
  withClients(addresses, async (events, mongo, redis) => {
    await events.appendToStream('kept', jsonEvent({ type: 'Kept', data: { n } }));
    await mongo
      .db('kept')
      .collection('kept')
      .insertOne({ n }, { writeConcern: { w: 'majority' } });
    await redis.rpush('kept', n);
  });

const read = (addresses: Addresses) =>
  withClients(addresses, async (events, mongo, redis) => {
    const inEvents: unknown[] = [];
    for await (const { event } of events.readStream<{ type: 'Kept'; data: { n: number } }>('kept'))
      inEvents.push(event!.data.n);
    const inMongo = (await mongo.db('kept').collection('kept').find().sort({ n: 1 }).toArray()).map(
      ({ n }) => n as unknown,
    );
    return { events: inEvents, mongo: inMongo, redis: (await redis.lrange('kept', 0, -1)).map(Number) };
  });

afterAll(async () => {
  for (const { process, exit } of launchers) {
    if (process.exitCode === null && process.signalCode === null) process.kill('SIGTERM');
    await exit;
  }
  rmSync(join(data, '..'), { recursive: true, force: true });
}, 60_000);

describe('the servers of one machine, one start after another on one data folder', () => {
  let launcher: Launcher;

  it(
    'answer after the first start, each on loopback, in a folder that only its owner can read',
    async () => {
      launcher = start();
      const addresses = await launcher.addresses;
      expect(addresses).toEqual({
        eventStoreUrl: expect.stringMatching(/^esdb:\/\/api:[^@]+@localhost:\d+/) as string,
        eventStoreUsers: expect.objectContaining({ api: addresses.eventStoreUrl }) as EventStoreAddresses,
        mongoUri: expect.stringMatching(/^mongodb:\/\/127\.0\.0\.1:\d+/) as string,
        redisUrl: expect.stringMatching(/^redis:\/\/127\.0\.0\.1:\d+/) as string,
      });
      await write(addresses, 1);
      expect(await read(addresses)).toEqual({ events: [1], mongo: [1], redis: [1] });
      expect(statSync(data).mode & 0o777).toBe(0o700);
      expect(runningServers(data)).toEqual(addresses);
    },
    limit,
  );

  it('refuse a second start and say who holds the folder', async () => {
    const second = start();
    expect(await second.exit).toBe(1);
    expect(second.said.join('\n')).toContain(`in use by process ${launcher.process.pid}`);
    await expect(startServers({ data })).rejects.toThrow(`in use by process ${launcher.process.pid}`);
  });

  it('stop on SIGTERM, all of them', async () => {
    const running = marks();
    launcher.process.kill('SIGTERM');
    expect(await launcher.exit).toBe(0);
    expect(await goneWithin(0, running)).toBe(0);
    expect(runningServers(data)).toBeUndefined();
  }, 30_000);

  it('are all gone within seconds when their parent is killed', async () => {
    launcher = start();
    await write(await launcher.addresses, 2);
    const running = marks();
    launcher.process.kill('SIGKILL');
    await launcher.exit;
    expect(await goneWithin(6_000, running)).toBe(0);
    expect(runningServers(data)).toBeUndefined();
  }, 60_000);

  it('start again at once after such a kill, with their data, while the last ones are still stopping', async () => {
    launcher = start();
    await write(await launcher.addresses, 3);
    launcher.process.kill('SIGKILL');
    await launcher.exit;
    launcher = start();
    expect(await read(await launcher.addresses)).toEqual({ events: [1, 2, 3], mongo: [1, 2, 3], redis: [1, 2, 3] });
  }, 60_000);

  it('are ended by the next start when parent and guards were killed together', async () => {
    const left = marks();
    for (const { pid } of left.slice(1)) process.kill(parentOf(pid), 'SIGKILL');
    launcher.process.kill('SIGKILL');
    await launcher.exit;
    expect(left.slice(1).filter(isRunning)).toHaveLength(2);
    launcher = start();
    expect(await read(await launcher.addresses)).toEqual({ events: [1, 2, 3], mongo: [1, 2, 3], redis: [1, 2, 3] });
    expect(await goneWithin(0, left)).toBe(0);
  }, 60_000);

  it.each(names)(
    'tell when the %s dies, with the end of its log, and stop the others',
    async (name) => {
      if (launcher.process.exitCode !== null) launcher = start();
      await launcher.addresses;
      const running = marks();
      process.kill(running[names.indexOf(name)]!.pid, 'SIGKILL');
      expect(await launcher.exit).toBe(1);
      expect(launcher.said.join('\n')).toMatch(/has ended\. .*\.log:/);
      expect(await goneWithin(0, running)).toBe(0);
    },
    60_000,
  );
});

describe('a data folder', () => {
  it('goes to one of several starts that find its holder dead', async () => {
    const folder = join(data, '..', 'contested');
    const given = { EVENTSTORE_URL: 'esdb://e', MONGODB_URI: 'mongodb://m', REDIS_URL: 'redis://r' };
    const dead = start(folder, given);
    await dead.addresses;
    dead.process.kill('SIGKILL');
    await dead.exit;
    const several = [1, 2, 3, 4].map(() => start(folder, given));
    const outcomes = await Promise.allSettled(several.map(({ addresses }) => addresses));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }, 60_000);

  it('is free again when a start has failed', async () => {
    const folder = join(data, '..', 'failed');
    const stopped = AbortSignal.abort(new Error('not now'));
    await expect(startServers({ data: folder, given: {}, signal: stopped })).rejects.toThrow('not now');
    const addresses = { eventStoreUrl: 'esdb://e', mongoUri: 'mongodb://m', redisUrl: 'redis://r' };
    const { stop } = await startServers({ data: folder, given: addresses });
    expect(runningServers(folder)).toEqual(addresses);
    await stop();
    expect(runningServers(folder)).toBeUndefined();
  }, 30_000);

  it('that does not exist runs nothing', () => {
    expect(runningServers(join(data, '..', 'nowhere'))).toBeUndefined();
    expect(existsSync(join(data, '..', 'nowhere'))).toBe(false);
  });
});

describe('the private Python environment', () => {
  const path = process.env.PATH;
  afterEach(() => void (process.env.PATH = path));

  it('says what is wrong with the Python at hand and leaves nothing half-made', async () => {
    const folder = join(data, '..', 'python');
    process.env.PATH = '';
    const made = pythonEnvironment(folder, () => undefined, new AbortController().signal);
    await expect(made).rejects.toThrow('no Python is on PATH');
  });

  it('has a stand-in of a release whose pages walk their index', async () => {
    const { python } = await standIns(['MongoDB'], () => undefined, new AbortController().signal);
    expect(() => execFileSync(python, [standIn, '--walks'])).not.toThrow();
  });
});

function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
}
