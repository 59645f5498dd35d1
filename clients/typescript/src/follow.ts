import type { PublicEvent, Taizhang } from './client.js';

/** What is followed, within what is granted. */
export interface Wanted {
  /** `cursor` of the last event that was kept; from the first one if left out. */
  readonly after?: string | undefined;
  /** Names of events without a version, such as `project.registered`; all if left out. */
  readonly types?: readonly string[];
  readonly project?: string;
  readonly signal?: AbortSignal;
}

/** The ledger will not answer this, however often it is asked; `title` is its code, such as NOT_GRANTED. */
export class FeedRefused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
  ) {
    super(`${status} ${title}`);
  }
}

const AGAIN_MILLISECONDS = 3_000;
const LARGEST_PAGE = 500;

/**
 * Public events in the order of their leaves: pages until their end, then as they come. Whatever breaks is begun again
 * after the last event, so that none is missed and none comes twice. Keep `cursor` in one transaction with what you
 * make of an event. Ends when the signal does; throws FeedRefused, as CURSOR_LOST where the ledger was put back from an
 * older copy and does not hold the event any more that was kept last.
 */
export async function* follow(api: Taizhang, { after, signal, ...wanted }: Wanted = {}): AsyncGenerator<PublicEvent> {
  const { types, project } = wanted;
  const query = { ...(types && { types: types.join() }), ...(project !== undefined && { project }) };
  // How far was looked, and the last event before that: a ledger that was put back may lack the former alone.
  let at = after;
  let last = after;
  while (!signal?.aborted) {
    try {
      for (let isEnd = false; !isEnd;) {
        const asked = { ...query, limit: LARGEST_PAGE, ...(at !== undefined && { after: at }) };
        const { data, error, response } = await api.GET('/api/v1/feed', { params: { query: asked }, signal });
        if (!response.ok) refused(response.status, error);
        const { events, cursor } = data as { events: PublicEvent[]; cursor: string | null };
        for (const event of events) {
          at = last = event.cursor;
          yield event;
        }
        at = cursor ?? at;
        isEnd = response.headers.get('cache-control') === 'no-store';
      }
      const { data, error, response } = await api.GET('/api/v1/feed', {
        params: { query },
        headers: { accept: 'text/event-stream', ...(at !== undefined && { 'last-event-id': at }) },
        parseAs: 'stream',
        signal,
      });
      if (!response.ok) refused(response.status, error);
      for await (const event of eventsIn(data!)) {
        at = last = event.cursor;
        yield event;
      }
    } catch (error) {
      if (error instanceof FeedRefused) {
        if (error.title !== 'CURSOR_LOST' || at === last) throw error;
        at = last;
      } else if (!signal?.aborted) await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS));
    }
  }
}

/** The events in Server-Sent Events as the ledger writes them: data of one line, a blank line behind each message. */
async function* eventsIn(bytes: ReadableStream<Uint8Array>): AsyncGenerator<PublicEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const messages = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = messages.pop()!;
    for (const message of messages) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1];
      const data = field('data');
      if (data === undefined) continue;
      if (field('event') === 'revoked') refused(403, JSON.parse(data));
      yield JSON.parse(data) as PublicEvent;
    }
  }
}

/** What is wrong with the request stays so; anything else may pass. */
function refused(status: number, problem: unknown): never {
  const { title = 'UNKNOWN' } = problem as { title?: string };
  if (status >= 400 && status < 500 && status !== 429) throw new FeedRefused(status, title);
  throw new Error(`${status} ${title}`);
}
