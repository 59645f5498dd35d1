import { recordedEventOf } from '../wire/recorded-event.js';

const HIDDEN = /^(\$epoch-information|\$persistentsubscription-\$all::.*-(checkpoint|parked))$/s;
const ID_FIELD = 40;
const DOLLAR = 0x24;

/** The server's own bookkeeping that `$all` does not show, because reading it would write more of it. */
export function isHiddenFromAll(record: Buffer): boolean {
  const name = streamNameBytes(record);
  return name[0] === DOLLAR && HIDDEN.test(name.toString('utf8'));
}

/** The name's bytes without decoding the record: they stand right behind the id. */
export function streamNameBytes(record: Buffer): Buffer {
  const event = recordedEventOf(record);
  let at = ID_FIELD + 1;
  while (event[at++]! >= 0x80);
  at++;
  let length = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = event[at++]!;
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return event.subarray(at, at + length);
  }
}
