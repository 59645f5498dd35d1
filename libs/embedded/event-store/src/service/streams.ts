import { randomUUID } from 'node:crypto';
import { type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import { batchAppend } from '../append/batch.js';
import { classicAppend } from '../append/classic.js';
import { type DeleteResult, softDelete, tombstone } from '../append/delete.js';
import { readAll, readStream } from '../read/read.js';
import type { Store } from '../store.js';
import { subscribeToAll } from '../subscribe/all.js';
import { subscribeToStream } from '../subscribe/stream.js';
import { readDeleteRequest, type Target } from '../wire/append-requests.js';
import { deleteSuccess } from '../wire/append-responses.js';
import { streamDeleted, wrongExpectedVersion } from '../wire/errors.js';
import { readReadRequest } from '../wire/read-requests.js';
import { readResponses } from '../wire/read-responses.js';
import { method, serverStreaming, unary } from './calls.js';
import type { Outlet } from './outlet.js';

const PATH = '/event_store.client.streams.Streams';

export const streamsService: ServiceDefinition = {
  read: method(`${PATH}/Read`, false, true),
  append: method(`${PATH}/Append`, true, false),
  batchAppend: method(`${PATH}/BatchAppend`, true, true),
  delete: method(`${PATH}/Delete`, false, false),
  tombstone: method(`${PATH}/Tombstone`, false, false),
};

export function streamsHandlers(store: Store, logger: Logger): UntypedServiceImplementation {
  return {
    read: serverStreaming(logger, (request, out) => read(store, request, out)),
    append: classicAppend(store, logger),
    batchAppend: batchAppend(store, logger),
    delete: unary(logger, (request) => end(store, softDelete, readDeleteRequest(request))),
    tombstone: unary(logger, (request) => end(store, tombstone, readDeleteRequest(request))),
  };
}

async function read(store: Store, bytes: Buffer, out: Outlet): Promise<void> {
  const request = readReadRequest(bytes);
  const { stream, count } = request;
  if (count !== undefined)
    return stream === undefined ? readAll(store, out, request) : readStream(store, out, stream, request);
  await out.send(readResponses.confirmation(randomUUID()));
  return stream === undefined ? subscribeToAll(store, out, request) : subscribeToStream(store, out, stream, request);
}

async function end(
  store: Store,
  how: (store: Store, name: string, expected: bigint) => Promise<DeleteResult>,
  { stream, expected }: Target,
): Promise<Buffer> {
  const result = await how(store, stream, expected);
  if (result.kind === 'deleted') throw streamDeleted(stream);
  if (result.kind === 'wrong') throw wrongExpectedVersion(stream, expected, result.current);
  return deleteSuccess(result.position);
}
