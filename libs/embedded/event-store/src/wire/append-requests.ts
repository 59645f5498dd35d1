import { ANY, type Expected, NO_STREAM, STREAM_EXISTS } from '../append/decide.js';
import { InvalidRequest, readStreamName, readUuid, required } from './identifiers.js';
import { MessageReader } from './protobuf.js';
import type { ProposedEvent } from './recorded-event.js';

const NOTHING = Buffer.alloc(0);

/** The stream an append or delete is for, and what it expects there. */
export interface Target {
  stream: string;
  expected: Expected;
  /** Milliseconds since the Unix epoch after which a batch append is not wanted any more. */
  deadline: number;
}

/** A proposed event may lack what an event must have; that is told to the client in the reply, not as a broken call. */
export type Proposal = ProposedEvent | { missing: 'id' | 'type' | 'content-type' };

/** Reads `AppendReq`, `BatchAppendReq`, `DeleteReq` and `TombstoneReq` options, whose fields 1-5 are the same. */
export function readTarget(options: MessageReader): Target {
  let stream: string | undefined;
  let expected: Expected = ANY;
  let deadline = Infinity;
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) stream = readStreamName(options.bytes());
    else if (field === 2) expected = options.uint64();
    else if (field === 3) expected = emptyFor(options, NO_STREAM);
    else if (field === 4) expected = emptyFor(options, ANY);
    else if (field === 5) expected = emptyFor(options, STREAM_EXISTS);
    else if (field === 6) deadline = readTimestamp(options.message());
    else if (field === 7) deadline = Date.now() + readTimestamp(options.message());
    else options.skip();
  }
  if (stream === undefined) throw new InvalidRequest('The stream name is missing.');
  return { stream, expected, deadline };
}

function emptyFor(options: MessageReader, expected: Expected): Expected {
  options.bytes();
  return expected;
}

/** Milliseconds of a `google.protobuf.Timestamp` or `Duration`. */
function readTimestamp(message: MessageReader): number {
  let milliseconds = 0;
  for (let field = message.field(); field !== 0; field = message.field())
    if (field === 1) milliseconds += Number(message.int64()) * 1000;
    else if (field === 2) milliseconds += message.int32() / 1e6;
    else message.skip();
  return milliseconds;
}

/** Reads a `ProposedMessage` of either append path. */
export function readProposal(message: MessageReader): Proposal {
  let id: string | undefined;
  let data: Buffer = NOTHING;
  let metadata: Buffer = NOTHING;
  const entries = { type: undefined as string | undefined, 'content-type': undefined as string | undefined };
  for (let field = message.field(); field !== 0; field = message.field()) {
    if (field === 1) id = readUuid(message.bytes());
    else if (field === 2) readEntry(message.message(), entries);
    else if (field === 3) metadata = message.bytes();
    else if (field === 4) data = message.bytes();
    else message.skip();
  }
  if (entries.type === undefined || entries.type === '') return { missing: 'type' };
  if (entries['content-type'] === undefined) return { missing: 'content-type' };
  if (id === undefined) return { missing: 'id' };
  return { id, type: entries.type, json: entries['content-type'] === 'application/json', data, metadata };
}

function readEntry(entry: MessageReader, entries: Record<string, string | undefined>): void {
  let key = '';
  let value = '';
  for (let field = entry.field(); field !== 0; field = entry.field())
    if (field === 1) key = entry.text();
    else if (field === 2) value = entry.text();
    else entry.skip();
  if (key in entries) entries[key] = value;
}

/** One message of a classic append: the options first, then the events. */
export type AppendMessage = { target: Target } | { proposal: Proposal };

export function readAppendMessage(bytes: Buffer): AppendMessage {
  const reader = new MessageReader(bytes);
  let message: AppendMessage | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 1) message = { target: readTarget(reader.message()) };
    else if (field === 2) message = { proposal: readProposal(reader.message()) };
    else reader.skip();
  return required(message, 'content');
}

/** One chunk of a batch append; the target comes with the first chunk of a correlation id. */
export interface BatchChunk {
  correlation: string;
  target: Target | InvalidRequest | undefined;
  proposals: Proposal[];
  final: boolean;
}

export function readBatchChunk(bytes: Buffer): BatchChunk {
  const reader = new MessageReader(bytes);
  let correlation: string | undefined;
  const chunk: Omit<BatchChunk, 'correlation'> = { target: undefined, proposals: [], final: false };
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) correlation = readUuid(reader.bytes());
    else if (field === 2) chunk.target = readTargetOrFault(reader.message());
    else if (field === 3) chunk.proposals.push(readProposal(reader.message()));
    else if (field === 4) chunk.final = reader.bool();
    else reader.skip();
  }
  return { correlation: required(correlation, 'correlation_id'), ...chunk };
}

/** A bad name spoils one append, not the call that many appends share. */
function readTargetOrFault(options: MessageReader): Target | InvalidRequest {
  try {
    return readTarget(options);
  } catch (error) {
    if (error instanceof InvalidRequest) return error;
    throw error;
  }
}

/** Reads `DeleteReq` and `TombstoneReq`. */
export function readDeleteRequest(bytes: Buffer): Target {
  const reader = new MessageReader(bytes);
  let target: Target | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 1) target = readTarget(reader.message());
    else reader.skip();
  return required(target, 'options');
}
