import { hostname } from 'node:os';
import { type Db, MongoClient } from 'mongodb';
import { Redis } from 'ioredis';
import { type AnyDecider, type Clock, CommandDoor, EventStore, systemClock } from '#libs/event-sourcing';
import { publicationDecider } from '#libs/contracts';
import {
  authorize,
  bulletinDecider,
  governmentPlanDecider,
  leadingGroupDecider,
  fileDecider,
  measureDecider,
  outlineDecider,
  planDecider,
  policyDecider,
  poolDecider,
  projectCodeDecider,
  projectDecider,
  subscriberDecider,
  unitDecider,
  UPCASTS,
} from '#libs/domain';
import { Directory } from '#libs/directory';
import { FileStore } from '#libs/files';
import { HASH_OF, Ledger } from '#libs/ledger';
import { treeHash } from '#libs/verifier';
import type { Config } from './config.js';
import { type Log, openLog } from './log.js';

/** Streams and the rules that decide in them. */
export const DECIDERS: Readonly<Record<string, AnyDecider>> = {
  project: projectDecider,
  plan: planDecider,
  outline: outlineDecider,
  government: governmentPlanDecider,
  policy: policyDecider,
  unit: unitDecider,
  group: leadingGroupDecider,
  code: projectCodeDecider,
  pool: poolDecider,
  measure: measureDecider,
  bulletin: bulletinDecider,
  file: fileDecider,
  public: publicationDecider,
  subscriber: subscriberDecider,
};

/** What the processes of the product share: one connection to each server, one clock, one door for commands. */
export interface Runtime {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly store: EventStore;
  /** Evidence, by hash. */
  readonly files: FileStore;
  /** What is sealed of the log. */
  readonly ledger: Ledger;
  readonly db: Db;
  /** Names and phones behind the ids. */
  readonly directory: Directory;
  readonly door: CommandDoor;
  /** Names this process in leases. */
  readonly owner: string;
  close(): Promise<void>;
}

/** Connects to the servers that the configuration names. */
export function openRuntime(config: Config, name: string, clock: Clock = systemClock): Runtime {
  const log = openLog(config.logLevel, name);
  const store = new EventStore(config.eventStoreUrl, UPCASTS);
  const client = new MongoClient(config.mongoUri, {
    writeConcern: { w: 'majority' },
    readPreference: 'primary',
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
  });
  return {
    config,
    clock,
    log,
    store,
    files: new FileStore(config.files),
    ledger: new Ledger(config.ledger.folder, treeHash(HASH_OF[config.ledger.algorithm])),
    db: client.db(config.mongoDb),
    directory: new Directory(client.db(config.directoryDb)),
    door: new CommandDoor(store, DECIDERS, clock, authorize),
    owner: `${name}@${hostname()}:${process.pid}`,
    async close() {
      await client.close();
      await store.close();
    },
  };
}

/**
 * The same runtime with a connection to the event store of its own, for a part of the process that is another user
 * there. Closing it closes that connection alone.
 */
export function withEventStore(runtime: Runtime, url: string): Runtime {
  const store = new EventStore(url, UPCASTS);
  const door = new CommandDoor(store, DECIDERS, runtime.clock, authorize);
  return { ...runtime, store, door, close: () => store.close() };
}

/** A connection for handing out work: it fails at once rather than queue while Redis is away. */
export const producerConnection = (url: string): Redis =>
  quiet(new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, retryStrategy }));

/** A connection for taking work: it waits for Redis to come back. */
export const consumerConnection = (url: string): Redis =>
  quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy }));

const retryStrategy = (tries: number): number => Math.min(tries * 100, 2_000);

/** Lost connections show in readiness and in the calls that fail; an unheard error event would end the process. */
function quiet(redis: Redis): Redis {
  redis.on('error', () => undefined);
  return redis;
}
