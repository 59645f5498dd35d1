import { ANY, type Expected, NO_STREAM, STREAM_EXISTS } from '../append/decide.js';
import { bytesField, varintField } from './protobuf.js';

const NOTHING = Buffer.alloc(0);
const PACKAGE = 'type.googleapis.com/event_store.client.';

/** `AllStreamPosition` and the `Position` messages of the replies: commit and prepare are the same. */
export function position(value: number | bigint): Buffer {
  return Buffer.concat([varintField(1, value), varintField(2, value)]);
}

function streamIdentifier(stream: string): Buffer {
  return bytesField(3, stream);
}

function success(revision: number, at: number | undefined): Buffer {
  const current = revision < 0 ? bytesField(2, NOTHING) : varintField(1, revision);
  return Buffer.concat([current, at === undefined ? bytesField(4, NOTHING) : bytesField(3, position(at))]);
}

/** What was expected and what was found, in the order of fields current, none, expected, any, exists, no stream. */
function wrongVersion(current: number, expected: Expected, first: number): Buffer {
  const found = current < 0 ? bytesField(first + 1, NOTHING) : varintField(first, current);
  const wanted =
    expected === ANY
      ? bytesField(first + 3, NOTHING)
      : expected === STREAM_EXISTS
        ? bytesField(first + 4, NOTHING)
        : expected === NO_STREAM
          ? bytesField(first + 5, NOTHING)
          : varintField(first + 2, expected);
  return Buffer.concat([found, wanted]);
}

/** `AppendResp{success}`; a revision of -1 says that there is no stream. */
export function appendSuccess(revision: number, at: number | undefined): Buffer {
  return bytesField(1, success(revision, at));
}

/** `AppendResp{wrong_expected_version}`, fields 6-11. */
export function appendWrongVersion(current: number, expected: Expected): Buffer {
  return bytesField(2, wrongVersion(current, expected, 6));
}

/** `DeleteResp` and `TombstoneResp`. */
export function deleteSuccess(at: number): Buffer {
  return bytesField(1, position(at));
}

/** Why a batch append failed: the status code of `google.rpc.Status` and the one `Any` in its details. */
export interface BatchError {
  code: number;
  message: string;
  type: string;
  details: Buffer;
}

export const batchErrors = {
  wrongVersion: (current: number, expected: Expected): BatchError => ({
    code: 6,
    message: 'WrongExpectedVersion',
    type: 'WrongExpectedVersion',
    details: wrongVersion(current, expected, 1),
  }),
  streamDeleted: (stream: string): BatchError => ({
    code: 5,
    message: `Event stream '${stream}' is deleted.`,
    type: 'StreamDeleted',
    details: bytesField(1, streamIdentifier(stream)),
  }),
  accessDenied: (): BatchError => ({ code: 7, message: 'Access Denied.', type: 'AccessDenied', details: NOTHING }),
  timeout: (): BatchError => ({ code: 4, message: 'Timeout', type: 'Timeout', details: NOTHING }),
  tooLarge: (limit: number): BatchError => ({
    code: 3,
    message: `Maximum Append Size of ${limit} Exceeded.`,
    type: 'MaximumAppendSizeExceeded',
    details: varintField(1, limit),
  }),
  badRequest: (message: string): BatchError => ({
    code: 3,
    message,
    type: 'BadRequest',
    details: bytesField(1, message),
  }),
  unknown: (message: string): BatchError => ({ code: 2, message, type: 'Unknown', details: NOTHING }),
};

/** `BatchAppendResp`: one for each correlation id, always with the stream it was for. */
export function batchResponse(
  correlation: string,
  stream: string,
  expected: Expected,
  result: { revision: number; position: number | undefined } | BatchError,
): Buffer {
  const outcome =
    'code' in result
      ? bytesField(
          2,
          varintField(1, result.code),
          bytesField(2, result.message),
          bytesField(3, bytesField(1, PACKAGE + result.type), bytesField(2, result.details)),
        )
      : bytesField(3, success(result.revision, result.position));
  const wanted =
    expected === ANY
      ? bytesField(7, NOTHING)
      : expected === STREAM_EXISTS
        ? bytesField(8, NOTHING)
        : expected === NO_STREAM
          ? bytesField(6, NOTHING)
          : varintField(5, expected);
  return Buffer.concat([
    bytesField(1, bytesField(2, correlation)),
    outcome,
    bytesField(4, streamIdentifier(stream)),
    wanted,
  ]);
}
