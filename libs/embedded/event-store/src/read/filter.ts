import type { RecordHead } from '../wire/recorded-event.js';
import { InvalidRequest } from '../wire/identifiers.js';
import type { FilterRequest } from '../wire/read-requests.js';

/** Tells whether an event passes; a link is judged by its own stream and type. */
export type Filter = (head: RecordHead) => boolean;

/** Throws InvalidRequest for an expression that JavaScript cannot compile; .NET knows some that it does not. */
export function compileFilter(request: FilterRequest): Filter {
  const { prefixes } = request;
  const subject = request.on === 'stream' ? (head: RecordHead) => head.stream : (head: RecordHead) => head.type;
  if (request.regex === '') return (head) => prefixes.some((prefix) => subject(head).startsWith(prefix));
  const regex = compile(request.regex);
  return (head) => regex.test(subject(head));
}

function compile(pattern: string): RegExp {
  const [, ignoreCase, rest] = /^(\(\?i\))?(.*)$/s.exec(pattern)!;
  try {
    return new RegExp(rest!, ignoreCase ? 'i' : '');
  } catch {
    throw new InvalidRequest(`The regular expression ${pattern} is not valid.`);
  }
}
