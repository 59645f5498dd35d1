import { ALL, type GroupKey } from '../persistent/settings.js';
import { readStreamName, readUuid, required } from './identifiers.js';
import { keyOf } from './persistent-requests.js';
import { MessageReader } from './protobuf.js';

export const NACK_ACTIONS = ['unknown', 'park', 'retry', 'skip', 'stop'] as const;

/** What a consumer sends: first what it wants to read, then its answers. */
export type ConsumerMessage =
  | { kind: 'read'; key: GroupKey; bufferSize: number; structuredIds: boolean }
  | { kind: 'ack'; ids: string[] }
  | { kind: 'nack'; ids: string[]; action: (typeof NACK_ACTIONS)[number]; reason: string };

/** The persistent `ReadReq`. */
export function readConsumerMessage(bytes: Buffer): ConsumerMessage {
  const outer = new MessageReader(bytes);
  let message: ConsumerMessage | undefined;
  for (let field = outer.field(); field !== 0; field = outer.field())
    if (field === 1) message = readReadOptions(outer.message());
    else if (field === 2) message = { kind: 'ack', ids: readAnswer(outer.message()).ids };
    else if (field === 3) message = { kind: 'nack', ...readAnswer(outer.message()) };
    else outer.skip();
  return required(message, 'content');
}

function readReadOptions(options: MessageReader): ConsumerMessage {
  let stream: string | undefined;
  let group = '';
  let bufferSize = 0;
  let structuredIds = false;
  for (let field = options.field(); field !== 0; field = options.field()) {
    if (field === 1) stream = readStreamName(options.bytes());
    else if (field === 2) group = options.text();
    else if (field === 3) bufferSize = options.int32();
    else if (field === 4) structuredIds = options.message().field() === 1;
    else {
      if (field === 5) stream = ALL;
      options.skip();
    }
  }
  return { kind: 'read', key: keyOf(stream, group), bufferSize, structuredIds };
}

function readAnswer(reader: MessageReader) {
  const answer = { ids: [] as string[], action: NACK_ACTIONS[0] as (typeof NACK_ACTIONS)[number], reason: '' };
  for (let field = reader.field(); field !== 0; field = reader.field())
    if (field === 2) answer.ids.push(readUuid(reader.bytes()) ?? '');
    else if (field === 3) answer.action = NACK_ACTIONS[reader.number()] ?? 'unknown';
    else if (field === 4) answer.reason = reader.text();
    else reader.skip();
  return answer;
}
