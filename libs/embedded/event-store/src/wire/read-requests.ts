import { InvalidRequest, readStreamName, required } from './identifiers.js';
import { MessageReader } from './protobuf.js';

/** Where a read or subscription starts: a revision of a stream, or a commit position of `$all`. */
export type From = 'start' | 'end' | bigint;

/** `FilterOptions`: an event passes if the expression matches its stream name or its type. */
export interface FilterRequest {
  on: 'stream' | 'type';
  /** Empty if prefixes are given. */
  regex: string;
  prefixes: string[];
  /** A checkpoint is due after this many considered events. */
  checkpointEvery: number;
}

/** A decoded `ReadReq`. */
export interface ReadRequest {
  /** Undefined for `$all`. */
  stream: string | undefined;
  from: From;
  backwards: boolean;
  resolveLinks: boolean;
  /** Undefined for a subscription. */
  count: number | undefined;
  filter: FilterRequest | undefined;
  structuredIds: boolean;
}

const DEFAULT_WINDOW = 32;

/** Throws MalformedMessage or InvalidRequest. */
export function readReadRequest(bytes: Buffer): ReadRequest {
  const outer = new MessageReader(bytes);
  let request: ReadRequest | undefined;
  for (let field = outer.field(); field !== 0; field = outer.field())
    if (field === 1) request = readOptions(outer.message());
    else outer.skip();
  return required(request, 'options');
}

function readOptions(options: MessageReader): ReadRequest {
  let source: { stream: string | undefined; from: From } | undefined;
  const rest: Omit<ReadRequest, 'stream' | 'from'> = {
    backwards: false,
    resolveLinks: false,
    count: 0,
    filter: undefined,
    structuredIds: false,
  };
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) source = readStreamOptions(options.message());
    else if (field === 2) source = { stream: undefined, from: readAllFrom(options.message()) };
    else if (field === 3) rest.backwards = options.number() === 1;
    else if (field === 4) rest.resolveLinks = options.bool();
    else if (field === 5) rest.count = Number(options.uint64());
    else if (field === 6) rest.count = subscribed(options);
    else if (field === 7) rest.filter = readFilter(options.message());
    else if (field === 9) rest.structuredIds = options.message().field() === 1;
    else options.skip();
  }
  return { ...required(source, 'stream_option'), ...rest };
}

function subscribed(options: MessageReader): undefined {
  options.bytes();
}

function readStreamOptions(options: MessageReader): { stream: string; from: From } {
  let stream: string | undefined;
  let from: From = 'start';
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) stream = readStreamName(options.bytes());
    else if (field === 2) from = options.uint64();
    else if (field === 4) from = 'end';
    if (field > 2) options.skip();
  }
  if (stream === undefined) throw new InvalidRequest('The stream name is missing.');
  return { stream, from };
}

/** Reads `AllOptions` as far as reads and persistent subscriptions share them. */
export function readAllFrom(options: MessageReader): From {
  let from: From = 'start';
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) from = readPosition(options.message());
    else {
      if (field === 3) from = 'end';
      options.skip();
    }
  }
  return from;
}

export function readPosition(position: MessageReader): bigint {
  let commit = 0n;
  let prepare = 0n;
  for (let field = position.field(); field !== 0; field = position.field())
    if (field === 1) commit = position.uint64();
    else if (field === 2) prepare = position.uint64();
    else position.skip();
  if (prepare > commit) throw new InvalidRequest('The prepare position is beyond the commit position.');
  return commit;
}

/** Throws InvalidRequest for a checkpoint interval of 0. */
export function readFilter(options: MessageReader): FilterRequest {
  const filter: FilterRequest = { on: 'type', regex: '', prefixes: [], checkpointEvery: 0 };
  let window = DEFAULT_WINDOW;
  let multiplier = 0;
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1 || field === 2) readExpression(options.message(), filter, field === 1 ? 'stream' : 'type');
    else if (field === 3) window = options.number();
    else if (field === 5) multiplier = options.number();
    else options.skip();
  }
  if (multiplier === 0) throw new InvalidRequest('The checkpoint interval multiplier must be greater than 0.');
  filter.checkpointEvery = Math.max(1, window * multiplier);
  return filter;
}

function readExpression(expression: MessageReader, filter: FilterRequest, on: 'stream' | 'type'): void {
  filter.on = on;
  for (let field = expression.field(); field !== 0; field = expression.field())
    if (field === 1) filter.regex = expression.text();
    else if (field === 2) filter.prefixes.push(expression.text());
    else expression.skip();
}
