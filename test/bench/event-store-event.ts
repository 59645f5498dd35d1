import { randomUUID } from 'node:crypto';
import type { ProposedEvent } from '../../libs/embedded/event-store/src/wire/recorded-event.js';

export const STREAMS = 1000;
export const EVENT_BYTES = 1024;

/** Data of about 1 KiB. */
export const benchData = { text: 'x'.repeat(EVENT_BYTES - 12) };
const encoded = Buffer.from(JSON.stringify(benchData));
const NOTHING = Buffer.alloc(0);

/** The n-th event of a log that was filled for a measurement. */
export function benchEvent(n: number, bytes = EVENT_BYTES): { event: ProposedEvent; stream: string } {
  const data = bytes < EVENT_BYTES ? Buffer.from(JSON.stringify({ text: 'x'.repeat(bytes) })) : encoded;
  const event = { id: randomUUID(), type: 'Measured', json: true, data, metadata: NOTHING };
  return { event, stream: `bench-${n % STREAMS}` };
}
