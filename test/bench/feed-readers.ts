import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';

/** Who reads the feed of an API. */
export interface Readers {
  readonly url: string;
  /** One of each subscriber; many streams are spread over them. */
  readonly tokens: readonly string[];
}

const MESSAGE_END = '\n\n';
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Page after page up to a leaf, each decoded; how many events. */
export async function readPages({ url, tokens }: Readers, upTo: number): Promise<number> {
  let events = 0;
  for (let path = '/api/v1/feed?limit=500', last = -1; last < upTo;) {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${tokens[0]}` } });
    const page = (await answer.json()) as { events: { leaf: string }[]; next: string };
    events += page.events.length;
    last = Number(page.next);
    path = /^<([^>]+)>/.exec(answer.headers.get('link')!)![1]!;
  }
  return events;
}

/** A stream that was begun behind a leaf. */
export interface Streamed {
  /** Resolves when so many messages have come. */
  readonly came: Promise<void>;
  end(): void;
}

/** The stream of that number. Counts messages and does not decode them, so that many readers cost the machine little; -1 is before all. */
export function readStream(
  { url, tokens }: Readers,
  number: number,
  after: number,
  messages: number,
): Promise<Streamed> {
  return new Promise((resolve, reject) => {
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${tokens[number % tokens.length]}` };
    const query = after < 0 ? '' : `?after=${after}`;
    const asked = request(`${url}/api/v1/feed${query}`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`the feed answers ${answer.statusCode}`));
      // The first is how long to wait before coming again.
      let [left, ends] = [messages + 1, 0];
      const came = new Promise<void>((done, failed) => {
        answer.on('data', (data: Buffer) => {
          // An end may lie across two chunks.
          const text = (ends === 1 ? '\n' : '') + data.toString('latin1');
          for (let at = text.indexOf(MESSAGE_END); at >= 0; at = text.indexOf(MESSAGE_END, at + 2)) left--;
          ends = text.endsWith('\n') && !text.endsWith(MESSAGE_END) ? 1 : 0;
          if (left <= 0) done();
        });
        answer.on('close', () => failed(new Error('the stream ended')));
      });
      came.catch(() => undefined);
      resolve({ came, end: () => void asked.destroy() });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The stream of a reader whose receiving end is full from then on. */
export function askAndTakeNothing(url: string, token: string, query = ''): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).pause();
  socket.on('error', () => undefined);
  socket.write(
    `GET /api/v1/feed${query} HTTP/1.1\r\nhost: feed\r\naccept: text/event-stream\r\n` +
      `authorization: Bearer ${token}\r\n\r\n`,
  );
  return socket;
}

/** The same events from the log itself, each decoded by the client; how many. */
export async function readBare(eventStoreUrl: string): Promise<number> {
  const client = EventStoreDBClient.connectionString([eventStoreUrl] as unknown as TemplateStringsArray);
  let events = 0;
  for await (const { event } of client.readAll({ direction: FORWARDS, fromPosition: START }))
    if (event?.streamId.startsWith('public-') && event.data) events++;
  await client.dispose();
  return events;
}
