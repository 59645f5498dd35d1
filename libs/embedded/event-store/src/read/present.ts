import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Outlet } from '../service/outlet.js';
import type { Store } from '../store.js';
import { bytesField, MessageReader, varintField } from '../wire/protobuf.js';
import { resolveLink } from './links.js';

/** How a caller wants events to look. */
export interface Presentation {
  resolveLinks: boolean;
  structuredIds: boolean;
}

/** The message for one record; the stored bytes themselves unless the caller wants something else. */
export function present(store: Store, record: Buffer, wanted: Presentation): Buffer {
  const message = wanted.resolveLinks ? resolveLink(store, record) : record;
  return wanted.structuredIds ? withStructuredIds(message) : message;
}

/** Sends records of a stream; if none of them may be seen, other calls get their turn before the next are read. */
export async function sendBatch(store: Store, out: Outlet, records: Buffer[], wanted: Presentation): Promise<void> {
  if (records.length === 0) await nextTurn();
  await out.sendAll(records.map((record) => present(store, record, wanted)));
}

/** The same `ReadResp` with each event's id as two 64-bit halves, which some clients insist on. */
export function withStructuredIds(message: Buffer): Buffer {
  const outer = new MessageReader(message);
  outer.field();
  return bytesField(
    1,
    restructure(
      outer.bytes(),
      (field) => field < 3,
      (event) => restructure(event, (field) => field === 1, structured),
    ),
  );
}

/** Copies a message, passing the chosen embedded messages through a function. */
function restructure(message: Buffer, chosen: (field: number) => boolean, change: (bytes: Buffer) => Buffer): Buffer {
  const reader = new MessageReader(message);
  const parts: Buffer[] = [];
  for (let start = 0, field = reader.field(); field !== 0; start = reader.at, field = reader.field())
    if (chosen(field)) parts.push(bytesField(field, change(reader.bytes())));
    else {
      reader.skip();
      parts.push(message.subarray(start, reader.at));
    }
  return Buffer.concat(parts);
}

function structured(uuid: Buffer): Buffer {
  const half = (from: number) =>
    BigInt(
      `0x${uuid
        .toString('latin1', 2)
        .replaceAll('-', '')
        .slice(from, from + 16)}`,
    );
  return bytesField(1, Buffer.concat([varintField(1, half(0)), varintField(2, half(16))]));
}
