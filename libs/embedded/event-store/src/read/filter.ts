import { parseRecord } from '../wire/recorded-event.js';
import { InvalidRequest } from '../wire/identifiers.js';
import type { FilterRequest } from '../wire/read-requests.js';
import { streamNameBytes } from './hidden.js';

/** Tells whether an event passes; a link is judged by its own stream and type. */
export type Filter = (record: Buffer) => boolean;

/** Throws InvalidRequest for an expression that JavaScript cannot compile; .NET knows some that it does not. */
export function compileFilter(request: FilterRequest): Filter {
  const { prefixes } = request;
  // The stream's name is found without decoding the record, which matters where most of the log is left out.
  const subject =
    request.on === 'stream'
      ? (record: Buffer) => streamNameBytes(record).toString('utf8')
      : (record: Buffer) => parseRecord(record).type;
  if (request.regex === '') return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
  const regex = compile(request.regex);
  return (record) => regex.test(subject(record));
}

function compile(pattern: string): RegExp {
  const [, ignoreCase, rest] = /^(\(\?i\))?(.*)$/s.exec(pattern)!;
  try {
    return new RegExp(rest!, ignoreCase ? 'i' : '');
  } catch {
    throw new InvalidRequest(`The regular expression ${pattern} is not valid.`);
  }
}
