import { parseRecord } from '../wire/recorded-event.js';
import { readOne } from '../log/read.js';
import type { Store } from '../store.js';
import type { Stream } from './streams.js';

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
  const acl = values['$acl'];
  return {
    maxCount: integer(values['$maxCount'], 1n),
    maxAge: integer(values['$maxAge'], 1n),
    truncateBefore: integer(values['$tb'], 0n),
    acl: typeof acl === 'object' && acl !== null ? (acl as Record<string, unknown>) : undefined,
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
  const metastream = store.streams.find(`$$${name}`);
  return metastream ? described(store, metastream, bound) : NONE;
}

function described(store: Store, metastream: Stream, bound: number): StreamSettings {
  const length = store.streams.lengthBelow(metastream, bound);
  if (length === 0) return NONE;
  const ordinal = store.streams.ordinal(metastream, length - 1);
  if (metastream.settings?.ordinal === ordinal) return metastream.settings.value as StreamSettings;
  const { json, data } = parseRecord(readOne(store.log, ordinal));
  const value = json ? parseSettings(data) : NONE;
  metastream.settings = { ordinal, value };
  return value;
}
