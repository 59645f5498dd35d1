import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Caller } from '../access/guard.js';
import { Consumer } from '../persistent/consumer.js';
import type { Group } from '../persistent/group.js';
import type { Groups } from '../persistent/groups.js';
import { subscriptionInfo } from '../persistent/info.js';
import { keyText } from '../persistent/settings.js';
import type { Store } from '../store.js';
import { groupDoesNotExist } from '../wire/errors.js';
import { InvalidRequest } from '../wire/identifiers.js';
import { type ConsumerMessage, readConsumerMessage } from '../wire/consumer-messages.js';
import { readGroupDefinition, readGroupKey, readListRequest } from '../wire/persistent-requests.js';
import { bytesField } from '../wire/protobuf.js';
import { type BidiCall, type Door, fail, method, unary } from './calls.js';
import { Outlet } from './outlet.js';

const PATH = '/event_store.client.persistent_subscriptions.PersistentSubscriptions';
const EMPTY = Buffer.alloc(0);

export const persistentService: ServiceDefinition = {
  create: method(`${PATH}/Create`, false, false),
  update: method(`${PATH}/Update`, false, false),
  delete: method(`${PATH}/Delete`, false, false),
  read: method(`${PATH}/Read`, true, true),
  getInfo: method(`${PATH}/GetInfo`, false, false),
  replayParked: method(`${PATH}/ReplayParked`, false, false),
  list: method(`${PATH}/List`, false, false),
  restartSubsystem: method(`${PATH}/RestartSubsystem`, false, false),
};

export function persistentHandlers(store: Store, groups: Groups, door: Door): UntypedServiceImplementation {
  return {
    create: unary(door, async (request, caller) => {
      caller.demandOperations();
      const { key, settings } = readGroupDefinition(request);
      await groups.create(key, settings);
      return EMPTY;
    }),
    update: unary(door, async (request, caller) => {
      caller.demandOperations();
      const { key, settings } = readGroupDefinition(request);
      await groups.update(key, settings);
      return EMPTY;
    }),
    delete: unary(door, async (request, caller) => {
      caller.demandOperations();
      await groups.delete(readGroupKey(request, 'delete').key);
      return EMPTY;
    }),
    read: (call: BidiCall) => void consume(groups, call, door),
    getInfo: unary(door, (request, caller) => {
      caller.demandOperations();
      const group = groups.get(readGroupKey(request, 'getInfo').key);
      return bytesField(1, subscriptionInfo(store, group));
    }),
    replayParked: unary(door, (request, caller) => {
      caller.demandOperations();
      const { key, stopAt } = readGroupKey(request, 'replayParked');
      const group = groups.get(key);
      group
        .replayParked(stopAt)
        .catch((error: unknown) => door.logger.error({ err: error, ...key }, 'a replay failed'));
      return EMPTY;
    }),
    list: unary(door, (request, caller) => {
      caller.demandOperations();
      const source = readListRequest(request);
      const found = groups.list(source);
      if (source !== undefined && found.length === 0) throw groupDoesNotExist({ stream: source, group: '' });
      return Buffer.concat(found.map((group) => bytesField(1, subscriptionInfo(store, group))));
    }),
    restartSubsystem: unary(door, (_, caller) => {
      caller.demandOperations();
      groups.restart();
      return EMPTY;
    }),
  };
}

/** `Read`: the first message connects a consumer, the later ones answer the events that it was sent. */
async function consume(groups: Groups, call: BidiCall, door: Door): Promise<void> {
  const out = new Outlet(call);
  let connected: { group: Group; consumer: Consumer } | undefined;
  const leave = () => connected?.group.disconnect(connected.consumer);
  const drop = (error: unknown) => {
    leave();
    fail(call, error, door);
  };
  const connect = (caller: Caller, { key, bufferSize, structuredIds }: Extract<ConsumerMessage, { kind: 'read' }>) => {
    if (connected) throw new InvalidRequest('The options came twice.');
    caller.demand('$r', key.stream);
    const group = groups.get(key);
    const connectionName = String(call.metadata.get('connection-name')[0] ?? '');
    const identity = { from: call.getPeer(), username: caller.name, connectionName };
    const consumer = new Consumer(identity, bufferSize, structuredIds, out, drop, () => group.pump());
    group.connect(consumer);
    connected = { group, consumer };
    void out.send(bytesField(2, bytesField(1, keyText(key))));
    group.pump();
  };
  const take = (caller: Caller, message: ConsumerMessage) => {
    if (message.kind === 'read') return connect(caller, message);
    if (!connected) throw new InvalidRequest('An answer before the options.');
    const { group, consumer } = connected;
    if (message.kind === 'ack') group.acknowledge(consumer, message.ids);
    else group.refuse(consumer, message.ids, message.action, message.reason);
  };
  out.signal.addEventListener('abort', leave);
  try {
    const caller = await door.guard(call.metadata);
    call.on('data', (bytes: Buffer) => {
      try {
        take(caller, readConsumerMessage(bytes));
      } catch (error) {
        drop(error);
      }
    });
  } catch (error) {
    drop(error);
  }
  call.on('end', () => {
    leave();
    call.end();
  });
}
