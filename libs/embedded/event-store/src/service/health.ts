import { type ServiceDefinition, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Store } from '../store.js';
import { CallError } from '../wire/errors.js';
import { MessageReader, varintField } from '../wire/protobuf.js';
import { type Door, method, serverStreaming, unary } from './calls.js';
import type { Outlet } from './outlet.js';

const PATH = '/grpc.health.v1.Health';
const SERVING = 1;
const NOT_SERVING = 2;
const SERVICES = ['', 'event_store.client.streams.Streams'];
const WATCH_MS = 1000;

/** The gRPC health service (grpc.health.v1): NOT_SERVING once the disk has failed and only a restart can help. */
export const healthService: ServiceDefinition = {
  check: method(`${PATH}/Check`, false, false),
  watch: method(`${PATH}/Watch`, false, true),
};

export function healthHandlers(store: Store, door: Door): UntypedServiceImplementation {
  return {
    check: unary(door, (request) => {
      requireKnown(request);
      return varintField(1, statusOf(store));
    }),
    watch: serverStreaming(door, (request, out) => {
      requireKnown(request);
      return watch(store, out);
    }),
  };
}

function requireKnown(request: Buffer): void {
  const reader = new MessageReader(request);
  const service = reader.field() === 1 ? reader.text() : '';
  if (!SERVICES.includes(service)) throw new CallError(status.NOT_FOUND, `The service ${service} is not known.`);
}

const statusOf = (store: Store) => (store.log.writer.isBroken ? NOT_SERVING : SERVING);

async function watch(store: Store, out: Outlet): Promise<void> {
  for (let told: number | undefined; !out.signal.aborted;) {
    const now = statusOf(store);
    if (now !== told) await out.send(varintField(1, now));
    told = now;
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS).unref());
  }
}
