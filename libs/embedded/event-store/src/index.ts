import { mkdirSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { lockFolder, RefusesToStart } from './log/lock.js';
import { openStore } from './open.js';
import { serve } from './server.js';

export { RefusesToStart };

export interface EventStoreOptions {
  /** Folder of the log; made if missing. One process at a time. */
  data: string;
  /** Address to listen on and to advertise, 127.0.0.1 by default. */
  host?: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Bytes at which a new segment file begins, 64 MiB by default; at least one append. */
  segmentLimit?: number;
  logger?: Logger;
}

export interface RunningEventStore {
  port: number;
  /** Ends all calls, waits for queued writes and frees the folder. */
  close(): Promise<void>;
}

/** Starts a single-node event store in this process. Throws RefusesToStart if the folder is in use or damaged. */
export async function startEventStore(options: EventStoreOptions): Promise<RunningEventStore> {
  const { data, host = '127.0.0.1', port = 0, logger = pino({ level: 'silent' }) } = options;
  mkdirSync(data, { recursive: true });
  const unlock = await lockFolder(data);
  try {
    const store = openStore(data, logger, options.segmentLimit);
    const served = await serve(store, logger, host, port);
    return {
      port: served.port,
      close: async () => {
        served.server.forceShutdown();
        await store.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
