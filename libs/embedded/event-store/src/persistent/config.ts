import { append } from '../append/append.js';
import { ANY } from '../append/decide.js';
import { readOne } from '../log/read.js';
import { rangeOf } from '../read/range.js';
import { type Store, systemEvent } from '../store.js';
import { parseRecord } from '../wire/recorded-event.js';
import type { From } from '../wire/read-requests.js';
import type { GroupKey, GroupSettings } from './settings.js';

const STREAM = '$persistentSubscriptionConfig';

/** A group as it is kept over restarts. */
export interface Definition {
  key: GroupKey;
  settings: GroupSettings;
  /** Where `end` was when the group was created or updated: a revision or a position, inclusive. */
  start: number;
}

/** The definitions of all groups, from the newest configuration event. */
export function loadDefinitions(store: Store): Definition[] {
  const range = rangeOf(store, STREAM);
  if (range.kind !== 'visible' || range.last < range.first) return [];
  const { data } = parseRecord(readOne(store.log, store.streams.ordinal(range.stream, range.last)));
  const { entries } = JSON.parse(data.toString()) as { entries: StoredEntry[] };
  return entries.map(({ stream, group, start, startFrom, ...settings }) => ({
    key: { stream, group },
    settings: { ...settings, startFrom: fromText(startFrom), filter: settings.filter },
    start,
  }));
}

type StoredEntry = Omit<GroupSettings, 'startFrom'> & GroupKey & { start: number; startFrom: string };

/** Writes all definitions as one event, as the real server does. */
export async function storeDefinitions(store: Store, definitions: Definition[]): Promise<void> {
  const entries = definitions.map(({ key, settings, start }): StoredEntry => {
    return { ...key, ...settings, startFrom: String(settings.startFrom), start };
  });
  const text = JSON.stringify({ version: '2', updated: new Date().toISOString(), updatedBy: 'system', entries });
  await append(store, STREAM, ANY, [systemEvent('$PersistentConfig', true, text)]);
}

const fromText = (text: string): From => (text === 'start' || text === 'end' ? text : BigInt(text));
