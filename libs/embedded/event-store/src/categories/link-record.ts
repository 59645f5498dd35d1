import { hash } from 'node:crypto';
import { parseRecord, recordBound, writeRecord } from '../wire/recorded-event.js';
import { LINK_TYPE } from './names.js';

const NOTHING = Buffer.alloc(0);
/** `writeRecord` puts the length in front of the message that readers get. */
const LENGTH = 4;

/** The link to an event at a revision of `$ce-` or `$et-`, as a record; it has the event's position and time. */
export function linkRecord(list: string, revision: number, target: Buffer): Buffer {
  const { stream, revision: at, position, created } = parseRecord(target);
  const data = Buffer.from(`${at}@${stream}`);
  const link = { id: linkId(list, revision), type: LINK_TYPE, json: false, data, metadata: NOTHING };
  const buffer = Buffer.allocUnsafe(LENGTH + recordBound(link, list));
  const end = writeRecord(buffer, 0, link, { stream: list, revision, position, created: String(created) });
  return buffer.subarray(LENGTH, end);
}

/** Always the same for a place in a list, as consumers know events by it: a UUID made of a hash, version 5. */
function linkId(list: string, revision: number): string {
  const hex = hash('sha1', `${revision}@${list}`, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
