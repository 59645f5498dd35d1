import { credentials, Client, status } from '@grpc/grpc-js';
import { numbered, withEventStore } from '../testing/harness.js';
import { bytesField, varintField } from '../wire/protobuf.js';

const context = withEventStore({ metricsPort: 0 });
const same = (bytes: Buffer) => bytes;

function check(service: string): Promise<Buffer | { code: status }> {
  const client = new Client(`127.0.0.1:${context.store.port}`, credentials.createInsecure());
  return new Promise((resolve) =>
    client.makeUnaryRequest('/grpc.health.v1.Health/Check', same, same, bytesField(1, service), (error, answer) => {
      client.close();
      resolve(error ?? answer!);
    }),
  );
}

describe('health', () => {
  it('is serving, as a whole and for the streams', async () => {
    expect(await check('')).toEqual(varintField(1, 1));
    expect(await check('event_store.client.streams.Streams')).toEqual(varintField(1, 1));
    expect(await check('other')).toMatchObject({ code: status.NOT_FOUND });
  });
});

describe('metrics', () => {
  it('count appends, flushes, subscriptions and bytes', async () => {
    const event = numbered(1);
    await context.client.appendToStream('metric', event);
    await context.client.appendToStream('metric', event);
    await context.client.appendToStream('metric', event, { expectedRevision: 7n }).catch(() => undefined);
    const subscription = context.client.subscribeToAll();
    await new Promise((resolve) => subscription.on('caughtUp', resolve as () => void));
    const response = await fetch(`http://127.0.0.1:${context.store.metricsPort}/metrics`);
    const text = await response.text();
    for (const line of [
      'eventstore_appends_total{outcome="appended"} 1',
      'eventstore_appends_total{outcome="repeated"} 1',
      'eventstore_appends_total{outcome="refused"} 1',
      'eventstore_flush_seconds_count 1',
      'eventstore_subscriptions 1',
      'eventstore_events 1',
      'eventstore_write_queue 0',
    ])
      expect(text).toContain(line);
    expect(Number(/eventstore_log_bytes (\d+)/.exec(text)![1])).toBeGreaterThan(100);
    await subscription.unsubscribe();
  });
});
