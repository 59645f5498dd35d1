import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import { clusterInfo } from './service/gossip.js';
import { method, unary } from './service/calls.js';
import { supportedMethods } from './service/server-features.js';
import { streamsHandlers, streamsService } from './service/streams.js';
import type { Store } from './store.js';

/** Above the largest append with its overhead, so that what is too large gets a proper answer. */
const MAX_RECEIVE = 17 * 1024 * 1024;
const KEEPALIVE_MS = 10_000;

/** Serves a store; resolves with the port once calls are answered. Methods that are not here answer UNIMPLEMENTED. */
export async function serve(
  store: Store,
  logger: Logger,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_RECEIVE,
    'grpc.max_send_message_length': -1,
    'grpc.keepalive_time_ms': KEEPALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEPALIVE_MS,
  });
  const instance = randomUUID();
  let bound = port;
  server.addService(streamsService, streamsHandlers(store, logger));
  server.addService(
    { read: method('/event_store.client.gossip.Gossip/Read', false, false) },
    { read: unary(logger, () => clusterInfo(instance, host, bound)) },
  );
  server.addService(
    { get: method('/event_store.client.server_features.ServerFeatures/GetSupportedMethods', false, false) },
    { get: unary(logger, supportedMethods) },
  );
  bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, actual) =>
      error ? reject(error) : resolve(actual),
    );
  });
  return { server, port: bound };
}
