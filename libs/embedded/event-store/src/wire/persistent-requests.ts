import { ALL, DEFAULT_SETTINGS, type GroupKey, type GroupSettings, STRATEGIES } from '../persistent/settings.js';
import { InvalidRequest, readStreamName, required } from './identifiers.js';
import { MessageReader } from './protobuf.js';
import { readFilter, readPosition } from './read-requests.js';

const END_REVISION = 2n ** 64n - 1n;
const TICKS_PER_MS = 10_000n;

/** `CreateReq` and `UpdateReq`, which have the same fields except that only `CreateReq` has a filter. */
export function readGroupDefinition(bytes: Buffer): { key: GroupKey; settings: GroupSettings } {
  const options = optionsOf(bytes);
  const settings: GroupSettings = { ...DEFAULT_SETTINGS };
  let stream: string | undefined;
  let group = '';
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) stream ??= readStreamName(options.bytes());
    else if (field === 2) group = options.text();
    else if (field === 3) readSettings(options.message(), settings);
    else if (field === 4) stream = readStreamOptions(options.message(), settings) ?? stream;
    else if (field === 5) stream = readAllOptions(options.message(), settings);
    else options.skip();
  }
  return { key: keyOf(stream, group), settings };
}

function readSettings(reader: MessageReader, settings: GroupSettings): void {
  const numbers: Record<number, keyof GroupSettings> = {
    5: 'maxRetryCount',
    7: 'minCheckPointCount',
    8: 'maxCheckPointCount',
    9: 'maxSubscriberCount',
    10: 'liveBufferSize',
    11: 'readBatchSize',
    12: 'historyBufferSize',
    14: 'messageTimeout',
    15: 'checkPointAfter',
  };
  const ticks: Record<number, keyof GroupSettings> = { 4: 'messageTimeout', 6: 'checkPointAfter' };
  // What is 0 or false is not on the wire, and the real server takes it as 0.
  for (const name of Object.values(numbers)) if (!isTime(name)) Object.assign(settings, { [name]: 0 });
  settings.strategy = STRATEGIES[0];
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    const number = numbers[field];
    const time = ticks[field];
    if (number) Object.assign(settings, { [number]: reader.int32() });
    else if (time) Object.assign(settings, { [time]: Number(reader.int64() / TICKS_PER_MS) });
    else if (field === 1) settings.resolveLinks = reader.bool();
    else if (field === 2) settings.startFrom = revisionOrEnd(reader.uint64());
    else if (field === 3) settings.extraStatistics = reader.bool();
    else if (field === 13) settings.strategy = strategy(STRATEGIES[reader.number()]);
    else if (field === 16) settings.strategy = strategy(reader.text());
    else reader.skip();
  }
}

const isTime = (name: string) => name === 'messageTimeout' || name === 'checkPointAfter';

function strategy(name: string | undefined): GroupSettings['strategy'] {
  const known = STRATEGIES.find((candidate) => candidate === name);
  if (!known) throw new InvalidRequest(`Consumer strategy ${name} does not exist.`);
  return known;
}

const revisionOrEnd = (revision: bigint) => (revision === END_REVISION ? 'end' : revision === 0n ? 'start' : revision);

/** The newer form of a stream's source, whose start beats the one in the settings. */
function readStreamOptions(reader: MessageReader, settings: GroupSettings): string | undefined {
  let stream: string | undefined;
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) stream = readStreamName(reader.bytes());
    else if (field === 2) settings.startFrom = revisionOrEnd(reader.uint64());
    else {
      if (field === 3) settings.startFrom = 'start';
      if (field === 4) settings.startFrom = 'end';
      reader.skip();
    }
  }
  return stream;
}

function readAllOptions(reader: MessageReader, settings: GroupSettings): string {
  for (let field = reader.field(); field !== 0; field = reader.field()) {
    if (field === 1) settings.startFrom = readPosition(reader.message());
    else if (field === 4) settings.filter = readFilter(reader.message());
    else {
      if (field === 2) settings.startFrom = 'start';
      if (field === 3) settings.startFrom = 'end';
      reader.skip();
    }
  }
  return ALL;
}

/** Which fields of a request hold the stream, `$all` and the group. */
const FIELDS = {
  delete: { stream: 1, all: 3, group: 2 },
  getInfo: { stream: 1, all: 2, group: 3 },
  replayParked: { stream: 2, all: 3, group: 1 },
} as const;

/** `DeleteReq`, `GetInfoReq` and `ReplayParkedReq`; `stopAt` is the revision of the parked stream to stop at. */
export function readGroupKey(bytes: Buffer, kind: keyof typeof FIELDS): { key: GroupKey; stopAt: bigint | undefined } {
  const options = optionsOf(bytes);
  const fields = FIELDS[kind];
  let stream: string | undefined;
  let group = '';
  let stopAt: bigint | undefined;
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === fields.stream) stream = readStreamName(options.bytes());
    else if (field === fields.group) group = options.text();
    else if (kind === 'replayParked' && field === 4) stopAt = options.int64();
    else {
      if (field === fields.all) stream = ALL;
      options.skip();
    }
  }
  return { key: keyOf(stream, group), stopAt };
}

/** `ListReq`: the source whose groups are wanted, undefined for all groups. */
export function readListRequest(bytes: Buffer): string | undefined {
  const options = optionsOf(bytes);
  let source: string | undefined;
  for (let field = options.field(); field !== 0; field = options.field())
    if (field === 2) source = readListSource(options.message());
    else options.skip();
  return source;
}

function readListSource(reader: MessageReader): string {
  let source: string = ALL;
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 1) source = readStreamName(reader.bytes());
    else reader.skip();
  return source;
}

function optionsOf(bytes: Buffer): MessageReader {
  const outer = new MessageReader(bytes);
  let options: MessageReader | undefined;
  for (let field = outer.field(); field !== 0; field = outer.field())
    if (field === 1) options = outer.message();
    else outer.skip();
  return required(options, 'options');
}

/** Throws InvalidRequest if a part of the key is missing. */
export function keyOf(stream: string | undefined, group: string): GroupKey {
  if (stream === undefined) throw new InvalidRequest('The stream name is missing.');
  if (group === '') throw new InvalidRequest('The group name is missing.');
  return { stream, group };
}
