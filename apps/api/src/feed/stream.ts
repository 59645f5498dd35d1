import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#libs/event-sourcing';
import type { Feed, Leaves, Sees, Wanted } from '#libs/feed';
import { EdgeProblem } from '../http/problems.js';

/** Streams of one process at a time, and of them those of one reader; the next one is asked to come again. */
export const MOST_STREAMS = 512;
export const MOST_STREAMS_OF_ONE = 8;
const HEARTBEAT_MILLISECONDS = 15_000;
/** A reader who does not take what was handed to it for so long is let go: it goes on where it stopped. */
const PATIENCE_MILLISECONDS = 30_000;
/** Then the reader comes again, with a token that still counts. */
const LIFETIME_MILLISECONDS = 3_600_000;
const PAGE = 500;
/** Bytes that wait for a slow reader at most, beside one event. */
const HANDED_AT_ONCE = 32_768;

/** What a stream is asked for, and what its reader sees as of when the grants were counted so far. */
interface Asked {
  readonly reader: string;
  readonly from: number;
  readonly wanted: Wanted;
  readonly grants: number;
  readonly sees: Sees;
}

/** How many streams each reader has. */
const streams = new Map<string, number>();
let count = 0;

/** Server-Sent Events from a leaf on, until the reader leaves or its grant ends. Throws FEED_BUSY. */
export async function stream(
  reply: FastifyReply,
  { feed, leaves }: { readonly feed: Feed; readonly leaves: Leaves },
  { reader, from, wanted, ...begun }: Asked,
  seenNow: () => Promise<Sees>,
): Promise<void> {
  let { grants, sees } = begun;
  const own = streams.get(reader) ?? 0;
  if (count >= MOST_STREAMS || own >= MOST_STREAMS_OF_ONE) throw new EdgeProblem('FEED_BUSY');
  streams.set(reader, own + 1);
  count++;
  const out = reply.hijack().raw;
  const gone = new AbortController();
  out.once('close', () => {
    gone.abort();
    leaves.wake();
  });
  const endsAt = Date.now() + LIFETIME_MILLISECONDS;
  let writtenAt = 0;
  const write = async (chunks: readonly (Buffer | string)[]): Promise<void> => {
    writtenAt = Date.now();
    // As one piece, and of the buffers that all readers of an event share.
    out.cork();
    for (const chunk of chunks) out.write(chunk);
    out.uncork();
    // One piece waits for the reader, and nothing more is read for it meanwhile.
    if (!out.writableNeedDrain) return;
    const patience = setTimeout(() => gone.abort(), PATIENCE_MILLISECONDS);
    await once(out, 'drain', { signal: gone.signal }).finally(() => clearTimeout(patience));
  };
  try {
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    await write(['retry: 3000\n\n']);
    for (let at = from; !out.destroyed && Date.now() < endsAt;) {
      if (grants !== leaves.grants) {
        ({ grants } = leaves);
        sees = await seenNow();
      }
      const { position } = leaves;
      const { events, next, isFull } = await feed.page(at, PAGE, wanted, sees);
      // What was revoked while it was looked for, or while the reader took the piece before, is handed to nobody.
      for (let done = 0; done < events.length && grants === leaves.grants && !out.destroyed;) {
        const piece: Buffer[] = [];
        for (let bytes = 0; done < events.length && bytes < HANDED_AT_ONCE; done++) {
          piece.push(feed.message(events[done]!));
          bytes += piece.at(-1)!.length;
        }
        await write(piece);
        at = events[done - 1]!.leaf;
      }
      if (grants !== leaves.grants) continue;
      if (!isFull && position === leaves.position) await leaves.changed(HEARTBEAT_MILLISECONDS);
      if (Date.now() - writtenAt >= HEARTBEAT_MILLISECONDS) await write([': \n\n']);
      at = next;
    }
  } catch (error) {
    if (error instanceof Refusal) out.write(`event: revoked\ndata: {"title":"${error.code}"}\n\n`);
    else out.destroy();
  } finally {
    const left = streams.get(reader)! - 1;
    if (left > 0) streams.set(reader, left);
    else streams.delete(reader);
    count--;
    out.end();
  }
}
