import { isDeepStrictEqual } from 'node:util';

/** A field in which two values differ; what one of them does not have is left out. */
export interface FieldChange {
  /** JSON Pointer (RFC 6901); empty where one of the two does not exist. */
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The innermost fields in which two values differ, arrays place by place. */
export function changesBetween(from: unknown, to: unknown, field = ''): FieldChange[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (!isRecord(from) || !isRecord(to) || Array.isArray(from) !== Array.isArray(to))
    return [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].flatMap((name) => changesBetween(from[name], to[name], `${field}/${escaped(name)}`));
}

/** What a value has at a JSON Pointer; undefined where it has no such place. */
export function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const name of pointer.split('/').slice(1).map(unescaped))
    found = isRecord(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  return found;
}

/** As JSON has it: without what is undefined. */
export const plain = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
const unescaped = (name: string): string => name.replaceAll('~1', '/').replaceAll('~0', '~');
