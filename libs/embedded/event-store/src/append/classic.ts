import type { handleClientStreamingCall } from '@grpc/grpc-js';
import { type Door, statusOf } from '../service/calls.js';
import type { Store } from '../store.js';
import { readAppendMessage, type Target } from '../wire/append-requests.js';
import { appendSuccess, appendWrongVersion } from '../wire/append-responses.js';
import { maximumAppendSizeExceeded, missingMetadata, streamDeleted } from '../wire/errors.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { append } from './append.js';
import type { Expected } from './decide.js';
import { EventCollector, MAX_APPEND_SIZE } from './collector.js';
import { WRITE_TIMEOUT_MS, withTimeout } from './timeout.js';

/** `Streams.Append`: the target, then one message for each event, then one reply. */
export function classicAppend(store: Store, door: Door): handleClientStreamingCall<Buffer, Buffer> {
  return (call, callback) => {
    let target: Target | undefined;
    const collected = new EventCollector();
    let answered = false;
    const answer = (error: unknown, response?: Buffer) => {
      if (answered) return;
      answered = true;
      call.removeAllListeners('data').resume();
      if (response) callback(null, response);
      else callback(statusOf(error, door));
    };
    const reply = async ({ stream, expected }: Target) => {
      (await door.guard(call.metadata)).demand('$w', stream);
      return writeAll(store, stream, expected, collected);
    };
    call.on('data', (bytes: Buffer) => {
      try {
        const message = readAppendMessage(bytes);
        if ('target' in message) target = message.target;
        else collected.add(message.proposal);
        if (collected.fault) throw faultError(collected.fault);
      } catch (error) {
        answer(error);
      }
    });
    call.on('end', () => {
      if (answered || call.cancelled) return;
      if (!target) answer(new InvalidRequest('The append has no options.'));
      else void reply(target).then((response) => answer(undefined, response), answer);
    });
    call.on('error', () => undefined);
  };
}

async function writeAll(store: Store, stream: string, expected: Expected, { events }: EventCollector): Promise<Buffer> {
  const result = await withTimeout(append(store, stream, expected, events), WRITE_TIMEOUT_MS);
  if (result.kind === 'deleted') throw streamDeleted(stream);
  if (result.kind === 'wrong') return appendWrongVersion(result.current, expected);
  return appendSuccess(result.revision, result.position);
}

function faultError(fault: NonNullable<EventCollector['fault']>): Error {
  if (fault === 'too large') return maximumAppendSizeExceeded(MAX_APPEND_SIZE);
  if (fault === 'type' || fault === 'content-type') return missingMetadata(fault);
  return new InvalidRequest(`An append without valid ${fault}.`);
}
