import { mkdirSync, readFileSync } from 'node:fs';
import { ServerCredentials } from '@grpc/grpc-js';
import { type Logger, pino } from 'pino';
import { openGuard, userGuard } from './access/guard.js';
import { Users } from './access/users.js';
import { lockFolder, RefusesToStart } from './log/lock.js';
import { metricsOf, serveMetrics } from './metrics.js';
import { openStore } from './open.js';
import { Groups } from './persistent/groups.js';
import { serve } from './server.js';

export { makeCertificate } from './access/certificate.js';
export { writeUsers } from './access/users.js';
export { RefusesToStart } from './log/lock.js';
export { backup, restore } from './maintenance/copy.js';
export { type Verified, verify } from './maintenance/verify.js';

export interface EventStoreOptions {
  /** Folder of the log; made if missing. One process at a time. */
  data: string;
  /** Address to listen on and to advertise, 127.0.0.1 by default. */
  host?: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Bytes at which a new segment file begins, 64 MiB by default; at least one append. */
  segmentLimit?: number;
  /** Shows links in `$ce-<category>` and `$et-<type>`; on by default, which takes about 8 bytes of memory an event. */
  categories?: boolean;
  /** PEM files; without them the connection is plain HTTP/2. */
  tls?: { certificate: string; key: string };
  /** A user file (see `writeUsers`); with it, Basic credentials and `$acl` are enforced. */
  users?: string;
  /** Port of an HTTP server with Prometheus metrics at `/metrics`; 0 takes a free one, none by default. */
  metricsPort?: number;
  logger?: Logger;
}

export interface RunningEventStore {
  port: number;
  metricsPort: number | undefined;
  /** Ends all calls, waits for queued writes and frees the folder. */
  close(): Promise<void>;
}

/**
 * Starts a single-node event store in this process. Throws RefusesToStart if the folder is in use or damaged, or if a
 * file that the options name cannot be used.
 */
export async function startEventStore(options: EventStoreOptions): Promise<RunningEventStore> {
  const { data, host = '127.0.0.1', port = 0, logger = pino({ level: 'silent' }) } = options;
  mkdirSync(data, { recursive: true });
  const unlock = await lockFolder(data);
  try {
    const store = openStore(data, logger, options.segmentLimit, options.categories);
    const guard = options.users === undefined ? openGuard : userGuard(store, Users.load(options.users));
    const groups = new Groups(store, logger);
    const metrics = metricsOf(store, groups);
    const served = await serve(store, groups, { guard, logger }, { host, port, credentials: credentialsOf(options) });
    const exposed =
      options.metricsPort === undefined ? undefined : await serveMetrics(metrics, host, options.metricsPort);
    return {
      port: served.port,
      metricsPort: exposed?.port,
      close: async () => {
        served.server.forceShutdown();
        exposed?.close();
        groups.stop();
        await store.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function credentialsOf({ tls }: EventStoreOptions): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const read = (path: string) => {
    try {
      return readFileSync(path);
    } catch (error) {
      throw new RefusesToStart(`${path} cannot be read: ${(error as Error).message}.`);
    }
  };
  return ServerCredentials.createSsl(null, [{ cert_chain: read(tls.certificate), private_key: read(tls.key) }]);
}
