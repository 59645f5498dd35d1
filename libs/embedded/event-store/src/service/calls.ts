import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  type MethodDefinition,
  status,
  type StatusObject,
} from '@grpc/grpc-js';
import type { Logger } from 'pino';
import { WriteRefused } from '../log/writer.js';
import { CallError } from '../wire/errors.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { MalformedMessage } from '../wire/protobuf.js';
import { Outlet, type WritableCall } from './outlet.js';

const same = (bytes: Buffer) => bytes;

/** Messages pass through the gRPC library as bytes; what is in them is read and written in `wire`. */
export function method(
  path: string,
  requestStream: boolean,
  responseStream: boolean,
): MethodDefinition<Buffer, Buffer> {
  return {
    path,
    requestStream,
    responseStream,
    requestSerialize: same,
    requestDeserialize: same,
    responseSerialize: same,
    responseDeserialize: same,
  };
}

/** The status that a failure becomes; what nobody foresaw is logged. */
export function statusOf(error: unknown, logger: Logger): StatusObject {
  if (error instanceof CallError) return { code: error.code, details: error.details, metadata: error.metadata };
  const metadata = new Metadata();
  const details = error instanceof Error ? error.message : String(error);
  if (error instanceof InvalidRequest) return { code: status.INVALID_ARGUMENT, details, metadata };
  if (error instanceof MalformedMessage)
    return { code: status.INTERNAL, details: `The request cannot be decoded: ${details}.`, metadata };
  if (error instanceof WriteRefused) return { code: status.RESOURCE_EXHAUSTED, details, metadata };
  logger.error({ err: error }, 'a call failed unexpectedly');
  return { code: status.UNKNOWN, details: 'Unexpected failure, see the log of the server.', metadata };
}

export function unary(
  logger: Logger,
  answer: (request: Buffer) => Promise<Buffer> | Buffer,
): handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    void (async () => answer(call.request))().then(
      (response) => callback(null, response),
      (error: unknown) => callback(statusOf(error, logger)),
    );
  };
}

export function serverStreaming(
  logger: Logger,
  answer: (request: Buffer, out: Outlet) => Promise<void>,
): handleServerStreamingCall<Buffer, Buffer> {
  return (call) => {
    const out = new Outlet(call);
    void answer(call.request, out).then(
      () => call.end(),
      (error: unknown) => fail(call, error, logger),
    );
  };
}

/** Ends a streaming call with an error status. */
export function fail(call: WritableCall, error: unknown, logger: Logger): void {
  call.emit('error', statusOf(error, logger));
}

export type BidiCall = Parameters<handleBidiStreamingCall<Buffer, Buffer>>[0];
