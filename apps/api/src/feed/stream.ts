import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { Gauge } from 'prom-client';
import { Refusal } from '#libs/event-sourcing';
import type { Feed, Leaves, Sees, Wanted } from '#libs/feed';
import { metrics } from '#libs/platform';
import { EdgeProblem } from '../http/problems.js';

/** Streams of one process at a time, and of them those of one reader; the next one is asked to come again. */
export const MOST_STREAMS = 512;
export const MOST_STREAMS_OF_ONE = 8;
const HEARTBEAT_MILLISECONDS = 15_000;
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

/** How many streams each reader has, and all that are open. */
const streams = new Map<string, number>();
const open = new Set<ServerResponse>();

new Gauge({
  name: 'taizhang_feed_streams',
  help: 'Open streams of the feed',
  registers: [metrics],
  collect() {
    this.set(open.size);
  },
});
new Gauge({
  name: 'taizhang_feed_waiting_bytes',
  help: 'Bytes that wait in this process for readers of streams',
  registers: [metrics],
  collect() {
    this.set([...open].reduce((sum, { writableLength }) => sum + writableLength, 0));
  },
});

/** Server-Sent Events from a leaf on, until the reader leaves or its grant ends. Throws FEED_BUSY. */
export async function stream(
  reply: FastifyReply,
  { feed, leaves, patience }: { readonly feed: Feed; readonly leaves: Leaves; readonly patience: number },
  { reader, from, wanted, ...begun }: Asked,
  seenNow: () => Promise<Sees>,
): Promise<void> {
  let { grants, sees } = begun;
  const own = streams.get(reader) ?? 0;
  if (open.size >= MOST_STREAMS || own >= MOST_STREAMS_OF_ONE) throw new EdgeProblem('FEED_BUSY');
  streams.set(reader, own + 1);
  const out = reply.hijack().raw;
  open.add(out);
  const gone = new AbortController();
  out.once('close', () => {
    gone.abort();
    leaves.wake();
  });
  // Asked when no byte went to the reader for so long, so that who takes little is not who takes nothing.
  out.setTimeout(patience, () => {
    // Without the bytes on their way: the machine would keep them for who does not take them.
    if (out.writableNeedDrain || out.writableEnded) out.socket?.resetAndDestroy();
  });
  const lifetime = setTimeout(() => gone.abort(), LIFETIME_MILLISECONDS);
  let writtenAt = 0;
  const write = async (chunks: readonly (Buffer | string)[]): Promise<void> => {
    writtenAt = Date.now();
    // As one piece, and of the buffers that all readers of an event share.
    out.cork();
    for (const chunk of chunks) out.write(chunk);
    out.uncork();
    // One piece waits for the reader, and nothing more is read for it meanwhile.
    if (!out.writableNeedDrain) return;
    await once(out, 'drain', { signal: gone.signal });
  };
  try {
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    await write(['retry: 3000\n\n']);
    for (let at = from; !gone.signal.aborted;) {
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
    clearTimeout(lifetime);
    const left = streams.get(reader)! - 1;
    if (left > 0) streams.set(reader, left);
    else streams.delete(reader);
    open.delete(out);
    out.end();
  }
}
