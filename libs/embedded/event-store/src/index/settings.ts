import { parseRecord } from '../wire/recorded-event.js';
import { readOne } from '../log/read.js';
import type { Store } from '../store.js';

/** `$tb` of a soft-deleted stream, 2^63-1; a JavaScript number could not hold it. */
export const DELETED = 2n ** 63n - 1n;

/** What a stream's metadata says about which of its events are visible, and to whom. */
export interface StreamSettings {
  maxCount?: bigint;
  /** Seconds. */
  maxAge?: bigint;
  truncateBefore?: bigint;
  acl?: Record<string, unknown>;
}

const NONE: StreamSettings = {};
const METASTREAM: StreamSettings = { maxCount: 1n };
const EXACT = '\u0000exact:';

/** Numbers that a double would round are kept as marked strings. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/** Reads stream metadata; single values that are invalid are ignored, and malformed JSON means no metadata. */
export function parseSettings(data: Buffer): StreamSettings {
  let parsed: unknown;
  try {
    const text = data.toString('utf8');
    parsed = JSON.parse(text.replace(LONG_NUMBER, (token) => (token[0] === '"' ? token : `"\\u0000exact:${token}"`)));
  } catch {
    return NONE;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return NONE;
  const values = parsed as Record<string, unknown>;
  return {
    maxCount: integer(values['$maxCount'], 1n),
    maxAge: integer(values['$maxAge'], 1n),
    truncateBefore: integer(values['$tb'], 0n),
    acl: aclOf(values['$acl']),
  };
}

function integer(value: unknown, least: bigint): bigint | undefined {
  const exact =
    typeof value === 'string' && value.startsWith(EXACT)
      ? BigInt(value.slice(EXACT.length))
      : typeof value === 'number' && Number.isInteger(value)
        ? BigInt(value)
        : undefined;
  return exact !== undefined && exact >= least && exact <= DELETED ? exact : undefined;
}

export const isMetastream = (name: string) => name.startsWith('$$');

/** The settings of a stream as told by the newest event of its metadata stream below the ordinal `bound`. */
export function settingsOf(store: Store, name: string, bound: number): StreamSettings {
  if (isMetastream(name)) return METASTREAM;
  return newest(store, `$$${name}`, bound, parseSettings) ?? NONE;
}

/** The access of streams whose own metadata says nothing about a right. */
export interface DefaultAcls {
  user?: Record<string, unknown>;
  system?: Record<string, unknown>;
}

/** What the newest event of `$settings` says, as on a real server; empty if it says nothing. */
export function defaultAcls(store: Store, bound: number): DefaultAcls {
  return newest(store, '$settings', bound, parseDefaultAcls) ?? {};
}

function parseDefaultAcls(data: Buffer): DefaultAcls {
  try {
    const { $userStreamAcl: user, $systemStreamAcl: system } = JSON.parse(data.toString('utf8')) as {
      $userStreamAcl?: unknown;
      $systemStreamAcl?: unknown;
    };
    return { user: aclOf(user), system: aclOf(system) };
  } catch {
    return {};
  }
}

const aclOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;

/** What the newest JSON event of a stream means, kept until there is a newer one. */
function newest<T>(store: Store, name: string, bound: number, parse: (data: Buffer) => T): T | undefined {
  const stream = store.streams.find(name);
  const length = stream ? store.streams.lengthBelow(stream, bound) : 0;
  if (!stream || length === 0) return undefined;
  const ordinal = store.streams.ordinal(stream, length - 1);
  if (stream.settings?.ordinal === ordinal) return stream.settings.value as T | undefined;
  const { json, data } = parseRecord(readOne(store.log, ordinal));
  const value = json ? parse(data) : undefined;
  stream.settings = { ordinal, value };
  return value;
}
