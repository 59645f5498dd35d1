import type { Store } from '../store.js';
import { bytesField, varintField } from '../wire/protobuf.js';
import { placeText } from './checkpoint.js';
import type { Consumer } from './consumer.js';
import type { Group } from './group.js';
import { parkedCount } from './parked.js';
import { ALL, type GroupKey, type GroupSettings } from './settings.js';

/** `SubscriptionInfo` of a group. */
export function subscriptionInfo(store: Store, group: Group): Buffer {
  const { key, settings, backlog, throughput, consumers } = group;
  const { lastKnown, checkpoint } = group.progress;
  const place = (at: number) => (at < 0 ? '' : placeText(key, at));
  const inFlight = consumers.reduce((sum, consumer) => sum + consumer.inFlight.size, 0);
  return Buffer.concat([
    bytesField(1, key.stream),
    bytesField(2, key.group),
    bytesField(3, group.isLive ? 'Live' : 'Behind'),
    ...consumers.map((consumer) => bytesField(4, connectionInfo(consumer, settings.extraStatistics))),
    varintField(5, throughput.perSecond),
    varintField(6, throughput.total),
    varintField(7, throughput.takeSinceLast()),
    bytesField(8, place(checkpoint)),
    bytesField(9, place(lastKnown.at)),
    varintField(10, settings.resolveLinks ? 1 : 0),
    bytesField(11, startText(key, settings)),
    varintField(12, settings.messageTimeout),
    varintField(13, settings.extraStatistics ? 1 : 0),
    varintField(14, settings.maxRetryCount),
    varintField(15, settings.liveBufferSize),
    varintField(16, settings.historyBufferSize),
    varintField(17, settings.readBatchSize),
    varintField(18, settings.checkPointAfter),
    varintField(19, settings.minCheckPointCount),
    varintField(20, settings.maxCheckPointCount),
    varintField(21, backlog.buffer.length),
    varintField(22, 0),
    varintField(23, backlog.retries.length),
    varintField(24, inFlight),
    varintField(25, backlog.outstanding.size),
    bytesField(26, settings.strategy),
    varintField(27, settings.maxSubscriberCount),
    varintField(28, parkedCount(store, key)),
  ]);
}

function startText(key: GroupKey, { startFrom }: GroupSettings): string {
  const place = startFrom === 'start' ? 0 : startFrom === 'end' ? -1 : startFrom;
  return key.stream === ALL ? `C:${place}/P:${place}` : `${place}`;
}

function connectionInfo(consumer: Consumer, extraStatistics: boolean): Buffer {
  const { identity, throughput, inFlight, slots } = consumer;
  const measurements = extraStatistics ? throughput.measurements() : [];
  return Buffer.concat([
    bytesField(1, identity.from),
    bytesField(2, identity.username),
    varintField(3, throughput.perSecond),
    varintField(4, throughput.total),
    varintField(5, throughput.takeSinceLast()),
    ...measurements.map(([key, value]) => bytesField(6, bytesField(1, key), varintField(2, value))),
    varintField(7, Math.max(0, slots - inFlight.size)),
    varintField(8, inFlight.size),
    bytesField(9, identity.connectionName),
  ]);
}
