import type { Logger } from 'pino';
import { type BidiCall, fail } from '../service/calls.js';
import { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import { type BatchChunk, readBatchChunk, type Target } from '../wire/append-requests.js';
import { type BatchError, batchErrors, batchResponse } from '../wire/append-responses.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { append } from './append.js';
import { EventCollector, MAX_APPEND_SIZE } from './collector.js';
import { ANY } from './decide.js';

/** An append whose chunks are still coming in. */
interface Open {
  target: Target;
  collected: EventCollector;
  answered: boolean;
}

const NO_TARGET: Target = { stream: '', expected: ANY, deadline: Infinity };

/** `Streams.BatchAppend`: one long call in which the chunks of many appends interleave; each id is answered once. */
export function batchAppend(store: Store, logger: Logger): (call: BidiCall) => void {
  return (call) => {
    const out = new Outlet(call);
    const open = new Map<string, Open>();
    let pending = 0;
    let ended = false;
    const finish = async (correlation: string, target: Target, collected: EventCollector) => {
      pending++;
      const result = await outcome(store, target, collected);
      pending--;
      await out.send(batchResponse(correlation, target.stream, target.expected, result));
      if (ended && pending === 0) call.end();
    };
    const take = (chunk: BatchChunk) => {
      const entry = open.get(chunk.correlation) ?? begin(chunk);
      if (!open.has(chunk.correlation)) open.set(chunk.correlation, entry);
      for (const proposal of chunk.proposals) entry.collected.add(proposal);
      if (chunk.final) open.delete(chunk.correlation);
      // A faulty append is answered at once; its later chunks are swallowed, as a second answer crashes the client.
      if (entry.answered || (!chunk.final && !entry.collected.fault)) return;
      entry.answered = true;
      finish(chunk.correlation, entry.target, entry.collected).catch((error: unknown) => fail(call, error, logger));
    };
    call.on('data', (bytes: Buffer) => {
      try {
        take(readBatchChunk(bytes));
      } catch (error) {
        fail(call, error, logger);
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
  { stream, expected, deadline }: Target,
  { events, fault }: EventCollector,
): Promise<{ revision: number; position: number | undefined } | BatchError> {
  if (fault === 'too large') return batchErrors.tooLarge(MAX_APPEND_SIZE);
  if (fault) return batchErrors.badRequest(`An append without valid ${fault}.`);
  if (deadline < Date.now()) return batchErrors.timeout();
  try {
    const result = await append(store, stream, expected, events);
    if (result.kind === 'deleted') return batchErrors.streamDeleted(stream);
    return result.kind === 'wrong' ? batchErrors.wrongVersion(result.current, expected) : result;
  } catch (error) {
    return batchErrors.unknown((error as Error).message);
  }
}
