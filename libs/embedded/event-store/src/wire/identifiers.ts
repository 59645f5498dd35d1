import { isUtf8 } from 'node:buffer';
import { MalformedMessage, MessageReader } from './protobuf.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const EMPTY_UUID = '00000000-0000-0000-0000-000000000000';

/** A request that is well-formed but says something impossible; answered INVALID_ARGUMENT. */
export class InvalidRequest extends Error {}

/** Reads a `StreamIdentifier`; refuses empty names and names that are not UTF-8. */
export function readStreamName(identifier: Buffer): string {
  const reader = new MessageReader(identifier);
  let name: Buffer | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 3) name = reader.bytes();
    else reader.skip();
  if (!name || name.length === 0) throw new InvalidRequest('The stream name is empty.');
  if (!isUtf8(name)) throw new InvalidRequest('The stream name is not UTF-8.');
  return name.toString('utf8');
}

/** Reads a `UUID`, as a string or as two 64-bit halves, into 36 lower-case characters; undefined if it is none. */
export function readUuid(message: Buffer): string | undefined {
  const reader = new MessageReader(message);
  let id: string | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 1) id = structuredUuid(reader.message());
    else if (field === 2) id = reader.text().toLowerCase();
    else reader.skip();
  return id !== undefined && UUID.test(id) && id !== EMPTY_UUID ? id : undefined;
}

function structuredUuid(halves: MessageReader): string {
  const bytes = Buffer.alloc(16);
  for (let field = halves.field(); field !== 0; field = halves.field())
    if (field === 1) bytes.writeBigInt64BE(halves.int64(), 0);
    else if (field === 2) bytes.writeBigInt64BE(halves.int64(), 8);
    else halves.skip();
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Throws if a message misses a part that the protocol demands. */
export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new MalformedMessage(`${what} is missing`);
  return value;
}
