import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { ANY, type Expected } from '../append/decide.js';

/** A call's failure as the protocol tells it: status code, text, and the `exception` trailer that clients map. */
export class CallError extends Error implements StatusObject {
  readonly metadata = new Metadata();
  readonly details: string;

  constructor(
    readonly code: status,
    message: string,
    trailers: Record<string, string> = {},
  ) {
    super(message);
    this.details = message;
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, trailerText(value));
  }
}

/** grpc-js refuses trailers that are not printable ASCII; such names go out percent-encoded. */
function trailerText(value: string): string {
  return /^[ -~]*$/.test(value) ? value : encodeURIComponent(value);
}

export const streamDeleted = (stream: string) =>
  new CallError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** Only deletes and tombstones fail like this; appends answer in band. */
export function wrongExpectedVersion(stream: string, expected: Expected, current: number): CallError {
  const wanted = expected === ANY ? '-2' : String(BigInt.asIntN(64, expected));
  const text = `Stream: ${stream}, Expected version: ${wanted}, Actual version: ${current}`;
  return new CallError(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. ${text}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': wanted,
    'actual-version': String(current),
  });
}

export const maximumAppendSizeExceeded = (limit: number) =>
  new CallError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const missingMetadata = (property: string) =>
  new CallError(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing.`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const invalidArgument = (message: string) => new CallError(status.INVALID_ARGUMENT, message);

type Group = { stream: string; group: string };
const groupTrailers = (exception: string, { stream, group }: Group) => ({
  exception,
  'stream-name': stream,
  'group-name': group,
});

export const groupDoesNotExist = (key: Group) =>
  new CallError(
    status.NOT_FOUND,
    `Subscription group ${key.group} on stream ${key.stream} does not exist.`,
    groupTrailers('persistent-subscription-does-not-exist', key),
  );

export const groupExists = (key: Group) =>
  new CallError(
    status.ALREADY_EXISTS,
    `Subscription group ${key.group} on stream ${key.stream} exists.`,
    groupTrailers('persistent-subscription-exists', key),
  );

export const groupFailed = (key: Group, reason: string) =>
  new CallError(status.INTERNAL, `Subscription group ${key.group} on stream ${key.stream} failed: '${reason}'`, {
    ...groupTrailers('persistent-subscription-failed', key),
    reason,
  });

/** Carries a trailer, because a client takes a bare CANCELLED as a broken connection. */
export const groupDropped = (key: Group) =>
  new CallError(
    status.CANCELLED,
    `Subscription group ${key.group} on stream ${key.stream} was dropped.`,
    groupTrailers('persistent-subscription-dropped', key),
  );

export const maximumSubscribersReached = (key: Group) =>
  new CallError(
    status.FAILED_PRECONDITION,
    `Maximum subscriptions reached for subscription group ${key.group} on stream ${key.stream}.`,
    groupTrailers('maximum-subscribers-reached', key),
  );

export const accessDenied = () =>
  new CallError(status.PERMISSION_DENIED, 'Access Denied.', { exception: 'access-denied' });
