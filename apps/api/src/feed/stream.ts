import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#libs/event-sourcing';
import type { Feed, Leaves, Sees, Wanted } from '#libs/feed';
import { EdgeProblem } from '../http/problems.js';

/** Readers of one process at a time; the next one is asked to come again. */
export const MOST_READERS = 256;
const HEARTBEAT_MILLISECONDS = 15_000;
/** A reader who takes nothing for so long is let go: it goes on where it stopped. */
const PATIENCE_MILLISECONDS = 30_000;
/** Then the reader comes again, with a token that still counts. */
const LIFETIME_MILLISECONDS = 3_600_000;
const PAGE = 100;

let readers = 0;

/** Server-Sent Events from a leaf on, until the reader leaves or its grant ends. Throws FEED_BUSY. */
export async function stream(
  reply: FastifyReply,
  { feed, leaves }: { readonly feed: Feed; readonly leaves: Leaves },
  from: number,
  wanted: Wanted,
  seenNow: () => Promise<Sees>,
): Promise<void> {
  if (readers >= MOST_READERS) throw new EdgeProblem('FEED_BUSY');
  let { grants } = leaves;
  let sees = await seenNow();
  readers++;
  const out = reply.hijack().raw;
  out.once('close', () => leaves.wake());
  const endsAt = Date.now() + LIFETIME_MILLISECONDS;
  let writtenAt = 0;
  const write = async (text: string): Promise<void> => {
    writtenAt = Date.now();
    if (out.write(text)) return;
    // One page waits for the reader, and nothing more is read for it meanwhile.
    await once(out, 'drain', { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  };
  try {
    out.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    await write('retry: 3000\n\n');
    for (let at = from; !out.destroyed && Date.now() < endsAt;) {
      if (grants !== leaves.grants) {
        ({ grants } = leaves);
        sees = await seenNow();
      }
      const { position } = leaves;
      const { events, next, isFull } = await feed.page(at, PAGE, wanted, sees);
      for (const each of events)
        await write(`id: ${each.leaf}\nevent: ${each.event.type}\ndata: ${JSON.stringify(feed.envelope(each))}\n\n`);
      if (!isFull && position === leaves.position) await leaves.changed(HEARTBEAT_MILLISECONDS);
      if (Date.now() - writtenAt >= HEARTBEAT_MILLISECONDS) await write(': \n\n');
      at = next;
    }
  } catch (error) {
    if (error instanceof Refusal) out.write(`event: revoked\ndata: {"title":"${error.code}"}\n\n`);
    else out.destroy();
  } finally {
    readers--;
    out.end();
  }
}
