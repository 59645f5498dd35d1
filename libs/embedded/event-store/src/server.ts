import { randomUUID } from 'node:crypto';
import { Server, type ServerCredentials } from '@grpc/grpc-js';
import type { Groups } from './persistent/groups.js';
import { type Door, method, unary } from './service/calls.js';
import { clusterInfo } from './service/gossip.js';
import { healthHandlers, healthService } from './service/health.js';
import { persistentHandlers, persistentService } from './service/persistent.js';
import { supportedMethods } from './service/server-features.js';
import { streamsHandlers, streamsService } from './service/streams.js';
import { openGuard } from './access/guard.js';
import type { Store } from './store.js';

/** Above the largest append with its overhead, so that what is too large gets a proper answer. */
const MAX_RECEIVE = 17 * 1024 * 1024;
const KEEPALIVE_MS = 10_000;

export interface Address {
  host: string;
  port: number;
  credentials: ServerCredentials;
}

/** Serves a store; resolves with the port once calls are answered. Methods that are not here answer UNIMPLEMENTED. */
export async function serve(
  store: Store,
  groups: Groups,
  door: Door,
  address: Address,
): Promise<{ server: Server; port: number }> {
  const { host, credentials } = address;
  let { port } = address;
  const server = new Server({
    'grpc.max_receive_message_length': MAX_RECEIVE,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_MS,
  });
  const instance = randomUUID();
  const anybody: Door = { ...door, guard: openGuard };
  server.addService(streamsService, streamsHandlers(store, door));
  server.addService(persistentService, persistentHandlers(store, groups, door));
  server.addService(healthService, healthHandlers(store, anybody));
  server.addService(
    { read: method('/event_store.client.gossip.Gossip/Read', false, false) },
    { read: unary(anybody, () => clusterInfo(instance, host, port)) },
  );
  server.addService(
    { get: method('/event_store.client.server_features.ServerFeatures/GetSupportedMethods', false, false) },
    { get: unary(anybody, supportedMethods) },
  );
  port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, credentials, (error, actual) => (error ? reject(error) : resolve(actual)));
  });
  return { server, port };
}
