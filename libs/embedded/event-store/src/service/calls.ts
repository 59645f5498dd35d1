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
import type { Caller, Guard } from '../access/guard.js';
import { WriteTimedOut } from '../append/timeout.js';
import { WriteRefused } from '../log/writer.js';
import { CallError } from '../wire/errors.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { MalformedMessage } from '../wire/protobuf.js';
import { Outlet, type WritableCall } from './outlet.js';

/** What every call needs besides the store. */
export interface Door {
  guard: Guard;
  logger: Logger;
}

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
export function statusOf(error: unknown, { logger }: Door): StatusObject {
  if (error instanceof CallError) return { code: error.code, details: error.details, metadata: error.metadata };
  const metadata = new Metadata();
  const details = error instanceof Error ? error.message : String(error);
  if (error instanceof InvalidRequest) return { code: status.INVALID_ARGUMENT, details, metadata };
  if (error instanceof MalformedMessage)
    return { code: status.INTERNAL, details: `The request cannot be decoded: ${details}.`, metadata };
  if (error instanceof WriteTimedOut) return { code: status.ABORTED, details, metadata };
  if (error instanceof WriteRefused) return { code: status.RESOURCE_EXHAUSTED, details, metadata };
  logger.error({ err: error }, 'a call failed unexpectedly');
  return { code: status.UNKNOWN, details: 'Unexpected failure, see the log of the server.', metadata };
}

export function unary(
  door: Door,
  answer: (request: Buffer, caller: Caller) => Promise<Buffer> | Buffer,
): handleUnaryCall<Buffer, Buffer> {
  return (call, callback) => {
    void (async () => answer(call.request, await door.guard(call.metadata)))().then(
      (response) => callback(null, response),
      (error: unknown) => callback(statusOf(error, door)),
    );
  };
}

export function serverStreaming(
  door: Door,
  answer: (request: Buffer, out: Outlet, caller: Caller) => Promise<void>,
): handleServerStreamingCall<Buffer, Buffer> {
  return (call) => {
    const out = new Outlet(call);
    void (async () => answer(call.request, out, await door.guard(call.metadata)))().then(
      () => call.end(),
      (error: unknown) => fail(call, error, door),
    );
  };
}

/** Ends a streaming call with an error status. */
export function fail(call: WritableCall, error: unknown, door: Door): void {
  call.emit('error', statusOf(error, door));
}

export type BidiCall = Parameters<handleBidiStreamingCall<Buffer, Buffer>>[0];
