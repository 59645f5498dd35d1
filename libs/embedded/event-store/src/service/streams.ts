import { randomUUID } from 'node:crypto';
import { type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Caller } from '../access/guard.js';
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
import { type Door, method, serverStreaming, unary } from './calls.js';
import type { Outlet } from './outlet.js';

const PATH = '/event_store.client.streams.Streams';

export const streamsService: ServiceDefinition = {
  read: method(`${PATH}/Read`, false, true),
  append: method(`${PATH}/Append`, true, false),
  batchAppend: method(`${PATH}/BatchAppend`, true, true),
  delete: method(`${PATH}/Delete`, false, false),
  tombstone: method(`${PATH}/Tombstone`, false, false),
};

export function streamsHandlers(store: Store, door: Door): UntypedServiceImplementation {
  return {
    read: serverStreaming(door, (request, out, caller) => read(store, request, out, caller)),
    append: classicAppend(store, door),
    batchAppend: batchAppend(store, door),
    delete: unary(door, (request, caller) => end(store, softDelete, readDeleteRequest(request), caller)),
    tombstone: unary(door, (request, caller) => end(store, tombstone, readDeleteRequest(request), caller)),
  };
}

async function read(store: Store, bytes: Buffer, out: Outlet, caller: Caller): Promise<void> {
  const request = readReadRequest(bytes);
  const { stream, count } = request;
  caller.demand('$r', stream ?? '$all');
  if (count !== undefined)
    return stream === undefined ? readAll(store, out, request) : readStream(store, out, stream, request);
  await out.send(readResponses.confirmation(randomUUID()));
  store.counts.subscriptions++;
  try {
    await (stream === undefined ? subscribeToAll(store, out, request) : subscribeToStream(store, out, stream, request));
  } finally {
    store.counts.subscriptions--;
  }
}

async function end(
  store: Store,
  how: (store: Store, name: string, expected: bigint) => Promise<DeleteResult>,
  { stream, expected }: Target,
  caller: Caller,
): Promise<Buffer> {
  caller.demand('$d', stream);
  const result = await how(store, stream, expected);
  if (result.kind === 'deleted') throw streamDeleted(stream);
  if (result.kind === 'wrong') throw wrongExpectedVersion(stream, expected, result.current);
  return deleteSuccess(result.position);
}
