import { status } from '@grpc/grpc-js';
import type { Caller } from '../access/guard.js';
import { type BidiCall, type Door, fail } from '../service/calls.js';
import { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import { type BatchChunk, readBatchChunk, type Target } from '../wire/append-requests.js';
import { type BatchError, batchErrors, batchResponse } from '../wire/append-responses.js';
import { CallError } from '../wire/errors.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { append } from './append.js';
import { EventCollector, MAX_APPEND_SIZE } from './collector.js';
import { ANY } from './decide.js';
import { WriteTimedOut, withTimeout } from './timeout.js';

/** What the unfinished and unanswered appends of one call may occupy before its sender has to wait. */
const CALL_MEMORY = 64 * 1024 * 1024;

/** An append whose chunks are still coming in. */
interface Open {
  target: Target;
  collected: EventCollector;
  answered: boolean;
}

const NO_TARGET: Target = { stream: '', expected: ANY, deadline: Infinity };

/** `Streams.BatchAppend`: one long call in which the chunks of many appends interleave; each id is answered once. */
export function batchAppend(store: Store, door: Door): (call: BidiCall) => void {
  return (call) => {
    const out = new Outlet(call);
    const open = new Map<string, Open>();
    const caller = door.guard(call.metadata);
    let pending = 0;
    let memory = 0;
    let ended = false;
    const finish = async (correlation: string, { target, collected }: Open) => {
      pending++;
      const result = await outcome(store, await caller, target, collected);
      const full = out.send(batchResponse(correlation, target.stream, target.expected, result));
      if (full) call.pause();
      await full;
      if (full) call.resume();
      pending--;
      memory -= collected.memory;
      if (ended && pending === 0) call.end();
    };
    const take = (chunk: BatchChunk) => {
      const entry = open.get(chunk.correlation) ?? begin(chunk);
      const before = entry.collected.memory;
      for (const proposal of chunk.proposals) entry.collected.add(proposal);
      memory += entry.collected.memory - before;
      if (chunk.final) open.delete(chunk.correlation);
      else open.set(chunk.correlation, entry);
      // A faulty append is answered at once; its later chunks are swallowed, as a second answer crashes the client.
      if (entry.answered || (!chunk.final && !entry.collected.fault)) return;
      entry.answered = true;
      finish(chunk.correlation, entry).catch((error: unknown) => fail(call, error, door));
    };
    caller.catch((error: unknown) => fail(call, error, door));
    call.on('data', (bytes: Buffer) => {
      try {
        take(readBatchChunk(bytes));
        if (memory > CALL_MEMORY)
          throw new CallError(status.RESOURCE_EXHAUSTED, 'Too many unfinished appends in one call.');
      } catch (error) {
        call.removeAllListeners('data').resume();
        fail(call, error, door);
      }
    });
    call.on('end', () => {
      ended = true;
      if (pending === 0) call.end();
    });
  };
}

function begin({ target }: BatchChunk): Open {
  const collected = new EventCollector();
  if (target !== undefined && !(target instanceof InvalidRequest)) return { target, collected, answered: false };
  collected.fault = 'target';
  return { target: NO_TARGET, collected, answered: false };
}

async function outcome(
  store: Store,
  caller: Caller,
  { stream, expected, deadline }: Target,
  { events, fault }: EventCollector,
): Promise<{ revision: number; position: number | undefined } | BatchError> {
  if (fault === 'too large') return batchErrors.tooLarge(MAX_APPEND_SIZE);
  if (fault) return batchErrors.badRequest(`An append without valid ${fault}.`);
  const left = deadline - Date.now();
  if (left < 0) return batchErrors.timeout();
  try {
    caller.demand('$w', stream);
    const result = await withTimeout(append(store, stream, expected, events), left);
    if (result.kind === 'deleted') return batchErrors.streamDeleted(stream);
    return result.kind === 'wrong' ? batchErrors.wrongVersion(result.current, expected) : result;
  } catch (error) {
    if (error instanceof CallError) return batchErrors.accessDenied();
    return error instanceof WriteTimedOut ? batchErrors.timeout() : batchErrors.unknown((error as Error).message);
  }
}
