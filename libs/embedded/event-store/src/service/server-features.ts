import { bytesField } from '../wire/protobuf.js';

/** Clients expect `caughtUp` from 23.10 on, and other projection errors from 24.6 on. */
const SERVER_VERSION = '23.10.6';

const PERSISTENT = 'event_store.client.persistent_subscriptions.persistentsubscriptions';
const STREAMS = 'event_store.client.streams.streams';

/** Everything a client may ask for, in lower case; what is not listed it does not try. */
const METHODS: [service: string, method: string, features: string[]][] = [
  [STREAMS, 'read', ['position', 'events']],
  [STREAMS, 'append', []],
  [STREAMS, 'batchappend', ['deadline_duration']],
  [STREAMS, 'delete', []],
  [STREAMS, 'tombstone', []],
  ...['create', 'update', 'delete', 'read', 'getinfo', 'replayparked', 'list'].map(
    (method): [string, string, string[]] => [PERSISTENT, method, ['stream', 'all']],
  ),
  [PERSISTENT, 'restartsubsystem', []],
  ['event_store.client.gossip.gossip', 'read', []],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods', []],
];

/** `SupportedMethods`, the answer of `ServerFeatures.GetSupportedMethods`. */
export function supportedMethods(): Buffer {
  const methods = METHODS.map(([service, method, features]) =>
    bytesField(1, bytesField(1, method), bytesField(2, service), ...features.map((feature) => bytesField(3, feature))),
  );
  return Buffer.concat([...methods, bytesField(2, SERVER_VERSION)]);
}
