import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Attempt, Ledger } from './event-store-ledger.js';

const WRITERS = 8;
/** What each writer writes next: kept over kills, so that an append of unknown outcome is tried again as it was. */
const open = new Map<string, Attempt>();
const lengths = new Map<string, number>();

/** Writes until the server is gone; half of the writers take the classic path, which per-call credentials force. */
export async function write(client: EventStoreDBClient, ledger: Ledger, random: () => number): Promise<void> {
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(client, ledger, random, index)));
}

async function writer(client: EventStoreDBClient, ledger: Ledger, random: () => number, index: number): Promise<void> {
  const stream = `writer-${index}`;
  const credentials = index % 2 === 0 ? { username: 'any', password: 'any' } : undefined;
  for (;;) {
    const attempt = open.get(stream) ?? begin(stream, ledger, random);
    const { ids, expected } = attempt;
    const expectedRevision = expected < 0 ? 'no_stream' : BigInt(expected);
    try {
      const events = ids.map((id) => jsonEvent({ id, type: 'Written', data: { text: 'x'.repeat(200) } }));
      const { nextExpectedRevision, position } = await client.appendToStream(stream, events, {
        expectedRevision,
        credentials,
      });
      attempt.acknowledged = { revision: nextExpectedRevision, position: position!.commit };
    } catch (error) {
      if ((error as { type?: string }).type === 'wrong-expected-version')
        throw new Error(`a repeated append to ${stream} was taken for another`, { cause: error });
      return;
    }
    lengths.set(stream, expected + 1 + ids.length);
    open.delete(stream);
  }
}

function begin(stream: string, ledger: Ledger, random: () => number): Attempt {
  const ids = Array.from({ length: 1 + Math.floor(random() * 4) }, () => randomUUID());
  const attempt = ledger.add({ stream, ids, expected: (lengths.get(stream) ?? 0) - 1 });
  open.set(stream, attempt);
  return attempt;
}
