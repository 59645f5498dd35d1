import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { type EventStoreOptions, type RunningEventStore, startEventStore } from '../index.js';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  folders.push(folder);
  return folder;
}

export const clientOf = (port: number, options: object = {}) =>
  new EventStoreDBClient({ endpoint: { address: '127.0.0.1', port }, ...options }, { insecure: true });

/** A running store with its client, started before and stopped after the tests of a file. */
export function withEventStore(options: Partial<EventStoreOptions> = {}) {
  const context = {} as {
    store: RunningEventStore;
    client: EventStoreDBClient;
    data: string;
    restart(): Promise<void>;
  };
  context.data = temporaryFolder();
  const start = async () => {
    context.store = await startEventStore({ data: context.data, ...options });
    context.client = clientOf(context.store.port);
  };
  const stop = async () => {
    await context.client.dispose();
    await context.store.close();
  };
  context.restart = async () => {
    await stop();
    await start();
  };
  beforeAll(start);
  afterAll(stop);
  return context;
}

let names = 0;
/** A stream name that no other test uses. */
export const freshName = (prefix = 'stream') => `${prefix}-${++names}`;

export const numbered = (n: number, type = 'Counted') => jsonEvent({ type, data: { n } });

export async function collect(events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
  const all: ResolvedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The data's `n` of the events read. */
export async function numbers(events: AsyncIterable<ResolvedEvent>): Promise<unknown[]> {
  return (await collect(events)).map(({ event }) => (event?.data as { n: unknown }).n);
}

/** What a call fails with. */
export async function failure(call: Promise<unknown> | AsyncIterable<ResolvedEvent>): Promise<Record<string, unknown>> {
  try {
    await (call instanceof Promise ? call : collect(call));
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('the call succeeded');
}

/** Waits until something is true, at most two seconds. */
export async function until(condition: () => boolean, milliseconds = 2000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not true within ${milliseconds} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Asks again and again until the answer is yes, for at most four seconds. */
export async function eventually(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 4000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never true: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
