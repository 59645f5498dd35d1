import { resolve } from 'node:path';
import { addressesOf, type Addresses, type EventStoreAddresses, shown } from './addresses.js';
import { startEventStore } from './event-store.js';
import { announced, takeHold } from './hold.js';
import { endLeftover, type Launched } from './launch.js';
import { startMongod, startStandIn } from './mongo.js';
import { onPath } from './places.js';
import { startRedis } from './redis.js';
import { messageOf, OutOfReach, standIns } from './stand-ins.js';

export interface StartOptions {
  /** One folder for everything; made when missing, held by one start at a time. */
  data: string;
  /** Servers that run already; what the environment names, unless said otherwise. */
  given?: Partial<Addresses>;
  say?: (line: string) => void;
  /** Ends a start that is still under way; after it, use `stop`. */
  signal?: AbortSignal;
  /** A server ended by itself; the message holds the end of its log. */
  onExit?: (message: string) => void;
}

export interface RunningServers extends Addresses {
  stop(): Promise<void>;
}

interface Server {
  title: string;
  address: string;
  users?: EventStoreAddresses;
  launched?: Launched;
}

/** The addresses of the start that runs on this data folder now, if one does. */
export function runningServers(data: string): Addresses | undefined {
  return announced(resolve(data));
}

/** Brings up every server whose address is not given; resolves when each truly answers. */
export async function startServers(options: StartOptions): Promise<RunningServers> {
  const { given = addressesOf(process.env), say = () => undefined } = options;
  const data = resolve(options.data);
  const hold = takeHold(data);
  const failure = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failure.signal]) : failure.signal;
  let starts: Promise<Server>[] = [];
  try {
    await Promise.all(['event-store', 'mongo', 'redis'].map((name) => endLeftover(data, name)));
    starts = bringUp(data, given, say, signal);
    const servers = await Promise.all(starts);
    const [eventStoreUrl, mongoUri, redisUrl] = servers.map(({ address }) => address) as [string, string, string];
    const eventStoreUsers = servers[0]!.users;
    const addresses = { eventStoreUrl, ...(eventStoreUsers && { eventStoreUsers }), mongoUri, redisUrl };
    hold.announce(addresses);

    let stopping: Promise<void> | undefined;
    for (const { title, launched } of servers) {
      void launched?.gone.then(() => stopping ?? options.onExit?.(`${title} has ended. ${launched.lastLines()}`));
    }
    const stop = async () => {
      await Promise.all(servers.map(({ launched }) => launched?.stop()));
      hold.release();
    };
    return { ...addresses, stop: () => (stopping ??= stop()) };
  } catch (error) {
    failure.abort(error);
    const outcomes = await Promise.allSettled(starts);
    await Promise.all(outcomes.map((one) => (one.status === 'fulfilled' ? one.value.launched?.stop() : undefined)));
    hold.release();
    throw error;
  }
}

/** All at once: event store, MongoDB, Redis; the last two from the stand-ins where the machine has none. */
function bringUp(
  data: string,
  given: Partial<Addresses>,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Server>[] {
  const mongod = onPath('mongod');
  const redisServer = onPath('redis-server', 'valkey-server');
  const missing = [
    ...((given.mongoUri ?? mongod) ? [] : ['MongoDB']),
    ...((given.redisUrl ?? redisServer) ? [] : ['Redis']),
  ];
  const programs = missing.length > 0 ? standIns(missing, say, signal) : undefined;

  const one = async (
    title: string,
    address: string | undefined,
    start: () => Promise<Omit<Server, 'title'>>,
  ): Promise<Server> => {
    if (address) return { title, address };
    const began = Date.now();
    try {
      const started = await start();
      say(`${title} answers at ${shown(started.address)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      return { title, ...started };
    } catch (error) {
      throw error instanceof OutOfReach || signal.aborted ? error : new Error(`${title} ${messageOf(error)}`);
    }
  };
  return [
    one('Event store', given.eventStoreUrl, () => startEventStore(data, signal)),
    one('MongoDB', given.mongoUri, async () =>
      mongod ? startMongod(data, mongod, signal) : startStandIn(data, (await programs!).python, signal),
    ),
    one('Redis', given.redisUrl, async () => startRedis(data, redisServer ?? (await programs!).valkeyServer, signal)),
  ];
}
