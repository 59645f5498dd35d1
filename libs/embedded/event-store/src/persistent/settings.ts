import type { FilterRequest, From } from '../wire/read-requests.js';

export const STRATEGIES = ['DispatchToSingle', 'RoundRobin', 'Pinned'] as const;
export type StrategyName = (typeof STRATEGIES)[number];

/** The name that stands for all streams together. */
export const ALL = '$all';

/** A group is known by its source and its own name. */
export interface GroupKey {
  /** A stream name, or `$all`. */
  stream: string;
  group: string;
}

/** How a persistent subscription works; times are in milliseconds. */
export interface GroupSettings {
  resolveLinks: boolean;
  extraStatistics: boolean;
  /** First event wanted (inclusive); `end` means what comes after the creation. */
  startFrom: From;
  /** After this time without an answer an event is sent again; 0 never. */
  messageTimeout: number;
  /** Attempts after the first; then the event is parked. */
  maxRetryCount: number;
  checkPointAfter: number;
  minCheckPointCount: number;
  maxCheckPointCount: number;
  /** 0 for any number. */
  maxSubscriberCount: number;
  liveBufferSize: number;
  readBatchSize: number;
  historyBufferSize: number;
  strategy: StrategyName;
  /** Of a group on `$all`, fixed at its creation. */
  filter: FilterRequest | undefined;
}

export const DEFAULT_SETTINGS: GroupSettings = {
  resolveLinks: false,
  extraStatistics: false,
  startFrom: 'start',
  messageTimeout: 30_000,
  maxRetryCount: 10,
  checkPointAfter: 2000,
  minCheckPointCount: 10,
  maxCheckPointCount: 1000,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  strategy: 'RoundRobin',
  filter: undefined,
};

/** What is wrong with the settings, undefined if nothing is. */
export function settingsFault(settings: GroupSettings): string | undefined {
  for (const [name, value] of Object.entries(settings))
    if (typeof value === 'number' && value < 0) return `${name} must not be negative.`;
  if (settings.readBatchSize < 1) return 'The read batch size must be greater than 0.';
  if (settings.historyBufferSize < 1) return 'The history buffer size must be greater than 0.';
  if (settings.liveBufferSize < 1) return 'The live buffer size must be greater than 0.';
  if (settings.readBatchSize >= settings.historyBufferSize)
    return 'The read batch size must be smaller than the history buffer size.';
  return undefined;
}

/** Names the streams in which a group keeps its checkpoint and its parked events. */
export const checkpointStream = ({ stream, group }: GroupKey) =>
  `$persistentsubscription-${stream}::${group}-checkpoint`;
export const parkedStream = ({ stream, group }: GroupKey) => `$persistentsubscription-${stream}::${group}-parked`;
export const keyText = ({ stream, group }: GroupKey) => `${stream}::${group}`;
