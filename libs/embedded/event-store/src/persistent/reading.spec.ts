import {
  binaryEvent,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  streamNameFilter,
} from '@eventstore/db-client';
import { type Heard, many, withGroups } from '../testing/groups.js';
import { eventually, freshName, numbered, until } from '../testing/harness.js';

const { connect, context, infoOf, made } = withGroups();

describe('a group on a stream', () => {
  it('gets history and what comes, a buffer full at a time', async () => {
    const { client } = context;
    const name = await made();
    await client.appendToStream(name, many(30));
    const { subscription, heard, seen } = connect(name, 'g', 10);
    await until(() => heard.length === 10);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(10);
    await subscription.ack(...heard.slice(0, 4).map(({ event }) => event));
    await until(() => heard.length === 14);
    subscription.on('data', (event) => void subscription.ack(event));
    await subscription.ack(...heard.map(({ event }) => event));
    await until(() => heard.length === 30);
    await client.appendToStream(name, numbered(30));
    await until(() => heard.length === 31);
    expect(seen()).toEqual(Array.from({ length: 31 }, (_, n) => n));
    await subscription.unsubscribe();
  });

  it.each([
    ['start' as const, [0, 1, 2, 3]],
    ['end' as const, [3]],
    [1n, [1, 2, 3]],
  ])('starts from %s', async (startFrom, expected) => {
    const { client } = context;
    const name = freshName('source');
    await client.appendToStream(name, many(3));
    await client.createPersistentSubscriptionToStream(name, 'g', streamSettings({ startFrom }));
    const { heard, seen, ready, subscription } = connect(name, 'g');
    await ready();
    await client.appendToStream(name, numbered(3));
    await until(() => heard.length === expected.length);
    expect(seen()).toEqual(expected);
    await subscription.unsubscribe();
  });

  it('brings events of links along and is answered by the link', async () => {
    const { client } = context;
    const source = freshName();
    await client.appendToStream(source, numbered(7));
    const name = await made({ resolveLinkTos: true });
    await client.appendToStream(name, binaryEvent({ type: '$>', data: Buffer.from(`0@${source}`) }));
    const { heard, subscription } = connect(name, 'g');
    await until(() => heard.length === 1);
    expect(heard[0]).toMatchObject({ n: 7, event: { link: { streamId: name }, event: { streamId: source } } });
    await subscription.ack(heard[0]!.event);
    await eventually(async () => (await infoOf(name)).stats.outstandingMessagesCount === 0);
    await subscription.unsubscribe();
  });
});

describe('a group on a stream that is deleted', () => {
  it('waits for what comes after, and costs nothing meanwhile', async () => {
    const { client } = context;
    const name = await made();
    const { heard, seen, ready, subscription } = connect(name, 'g');
    await ready();
    await client.deleteStream(name).catch(() => undefined);
    await client.appendToStream(name, many(2));
    await until(() => heard.length === 2);
    await client.deleteStream(name);
    const fresh = await made();
    await client.appendToStream(fresh, many(3));
    await client.deleteStream(fresh);
    await client.updatePersistentSubscriptionToStream(fresh, 'g', streamSettings({ startFrom: 'start' }));
    await client.appendToStream(name, numbered(2));
    await until(() => heard.length === 3);
    expect(seen()).toEqual([0, 1, 2]);
    await subscription.unsubscribe();
  });
});

describe('several consumers', () => {
  const streamsOf = (heard: Heard[]) => new Set(heard.map(({ event }) => event.event!.streamId));

  it('share events in turn', async () => {
    const { client } = context;
    const name = await made({ consumerStrategyName: 'RoundRobin' });
    const [a, b] = [connect(name, 'g'), connect(name, 'g')];
    await Promise.all([a.ready(), b.ready()]);
    await client.appendToStream(name, many(10));
    await until(() => a.heard.length + b.heard.length === 10);
    expect([a.heard.length, b.heard.length]).toEqual([5, 5]);
    await Promise.all([a.subscription.unsubscribe(), b.subscription.unsubscribe()]);
  });

  it('leave all to one as long as it can take it', async () => {
    const { client } = context;
    const name = await made({ consumerStrategyName: 'DispatchToSingle' });
    const [a, b] = [connect(name, 'g', 6), connect(name, 'g', 6)];
    await Promise.all([a.ready(), b.ready()]);
    await client.appendToStream(name, many(8));
    await until(() => a.heard.length + b.heard.length === 8);
    expect([a.heard.length, b.heard.length].sort()).toEqual([2, 6]);
    await Promise.all([a.subscription.unsubscribe(), b.subscription.unsubscribe()]);
  });

  it('get the events of one stream each when pinned, and others go on when one is full', async () => {
    const { client } = context;
    const group = freshName('pinned');
    const prefix = freshName('pin');
    const settings = allSettings({ startFrom: 'end', consumerStrategyName: 'Pinned' });
    await client.createPersistentSubscriptionToAll(group, settings, {
      filter: streamNameFilter({ prefixes: [prefix] }),
    });
    const connected = [0, 1].map(() => {
      const subscription = client.subscribeToPersistentSubscriptionToAll(group, { bufferSize: 40 });
      const heard: Heard[] = [];
      subscription.on('data', (event) => heard.push({ n: 0, retry: 0, event }));
      return { subscription, heard };
    });
    await Promise.all(
      connected.map(({ subscription }) => new Promise((resolve) => subscription.on('confirmation', resolve))),
    );
    for (let n = 0; n < 60; n++) await client.appendToStream(`${prefix}-${n % 20}`, numbered(n));
    await until(() => connected.reduce((sum, { heard }) => sum + heard.length, 0) === 60);
    const [first, second] = connected.map(({ heard }) => streamsOf(heard)) as [Set<string>, Set<string>];
    expect(first.size).toBeGreaterThan(0);
    expect(second.size).toBeGreaterThan(0);
    expect([...first].filter((stream) => second.has(stream))).toEqual([]);
    await Promise.all(connected.map(({ subscription }) => subscription.unsubscribe()));
  });

  it('are not more than allowed', async () => {
    const name = await made({ maxSubscriberCount: 1 });
    const first = connect(name, 'g');
    await first.ready();
    const second = connect(name, 'g');
    await until(() => second.errors.length === 1);
    expect(second.errors[0]).toMatchObject({ type: 'maximum-subscribers-reached', streamName: name, groupName: 'g' });
    await first.subscription.unsubscribe();
  });
});
