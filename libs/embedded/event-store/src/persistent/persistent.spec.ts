import {
  binaryEvent,
  type PersistentSubscriptionToStream,
  type PersistentSubscriptionToStreamSettings,
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  streamNameFilter,
} from '@eventstore/db-client';
import { collect, eventually, failure, freshName, numbered, until, withEventStore } from '../testing/harness.js';

const context = withEventStore();
const many = (count: number, from = 0) => Array.from({ length: count }, (_, n) => numbered(from + n));

type Heard = { n: number; retry: number; event: Parameters<PersistentSubscriptionToStream['ack']>[0] };

/** Connects and notes what comes; answers nothing by itself. */
function connect(name: string, group: string, bufferSize = 10) {
  const subscription = context.client.subscribeToPersistentSubscriptionToStream(name, group, { bufferSize });
  const heard: Heard[] = [];
  const errors: Record<string, unknown>[] = [];
  let confirmed = false;
  subscription.on('confirmation', () => (confirmed = true));
  subscription.on('error', (error) => errors.push(error as unknown as Record<string, unknown>));
  subscription.on('data', (event) => {
    const n = ((event.event?.data ?? {}) as { n?: number }).n ?? -1;
    heard.push({ n, retry: event.retryCount, event });
  });
  return { subscription, heard, errors, ready: () => until(() => confirmed), seen: () => heard.map(({ n }) => n) };
}

const infoOf = (name: string) => context.client.getPersistentSubscriptionToStreamInfo(name, 'g');

async function made(settings: Partial<PersistentSubscriptionToStreamSettings> = {}) {
  const name = freshName('source');
  await context.client.createPersistentSubscriptionToStream(
    name,
    'g',
    streamSettings({ startFrom: 'start', ...settings }),
  );
  return name;
}

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

describe('an event that was not acknowledged', () => {
  it('comes again when refused for a retry, and is parked after the last attempt', async () => {
    const { client } = context;
    const name = await made({ maxRetryCount: 2 });
    await client.appendToStream(name, numbered(0));
    const { subscription, heard } = connect(name, 'g');
    subscription.on('data', (event) => void subscription.nack('retry', 'not yet', event));
    await until(() => heard.length === 3);
    expect(heard.map(({ retry }) => retry)).toEqual([0, 1, 2]);
    const parked = `$persistentsubscription-${name}::g-parked`;
    await eventually(async () => (await infoOf(name)).stats.parkedMessageCount === 1n);
    const [{ link }] = (await collect(client.readStream(parked, { resolveLinkTos: true }))) as [{ link: object }];
    expect(link).toMatchObject({ type: '$>', metadata: { subscriptionEventNumber: 0 } });
    await subscription.unsubscribe();
  });

  it('comes again after its time is over', async () => {
    const { client } = context;
    const name = await made({ messageTimeout: 100 });
    await client.appendToStream(name, numbered(0));
    const { heard, subscription } = connect(name, 'g');
    await until(() => heard.length >= 2, 4000);
    expect(heard[1]).toMatchObject({ n: 0, retry: 1 });
    await subscription.unsubscribe();
  });

  it('goes to another consumer when the first one leaves', async () => {
    const { client } = context;
    const name = await made({ maxRetryCount: 0 });
    await client.appendToStream(name, many(2));
    const first = connect(name, 'g');
    await until(() => first.heard.length === 2);
    await first.subscription.unsubscribe();
    const second = connect(name, 'g');
    await until(() => second.heard.length === 2);
    expect(second.heard.map(({ n, retry }) => [n, retry])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    await second.subscription.unsubscribe();
  });

  it('is passed over when skipped', async () => {
    const { client } = context;
    const name = await made();
    await client.appendToStream(name, many(3));
    const { subscription, heard } = connect(name, 'g', 1);
    subscription.on('data', (event) => void subscription.nack('skip', '', event));
    await until(() => heard.length === 3);
    await eventually(async () => (await infoOf(name)).stats.outstandingMessagesCount === 0);
    expect((await infoOf(name)).stats.parkedMessageCount).toBe(0n);
    await subscription.unsubscribe();
  });

  it('can be parked and replayed', async () => {
    const { client } = context;
    const name = await made();
    await client.appendToStream(name, many(5));
    const { subscription, heard, seen } = connect(name, 'g');
    await until(() => heard.length === 5);
    await subscription.nack('park', 'later', ...heard.slice(1, 4).map(({ event }) => event));
    await subscription.ack(heard[0]!.event, heard[4]!.event);
    const parked = async () => (await infoOf(name)).stats.parkedMessageCount;
    await eventually(async () => (await parked()) === 3n);
    await client.replayParkedMessagesToStream(name, 'g', { stopAt: 2 });
    await until(() => heard.length === 7);
    expect(seen().slice(5)).toEqual([1, 2]);
    expect(heard[5]!.event.link).toMatchObject({ streamId: `$persistentsubscription-${name}::g-parked` });
    await subscription.ack(...heard.slice(5).map(({ event }) => event));
    await eventually(async () => (await parked()) === 1n);
    await client.replayParkedMessagesToStream(name, 'g');
    await until(() => heard.length === 8);
    expect(seen().slice(7)).toEqual([3]);
    await eventually(async () => (await parked()) === 0n);
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

describe('a checkpoint', () => {
  it('stands before the lowest unanswered event and is gone on from after a restart', async () => {
    const { client } = context;
    const name = await made({ checkPointLowerBound: 1, checkPointUpperBound: 5, checkPointAfter: 100 });
    await client.appendToStream(name, many(20));
    const { heard, subscription } = connect(name, 'g', 20);
    await until(() => heard.length === 20);
    const all = heard.map(({ event }) => event);
    await subscription.ack(...all.slice(0, 8), ...all.slice(9));
    const checkpoints = `$persistentsubscription-${name}::g-checkpoint`;
    await eventually(async () => (await infoOf(name)).stats.lastCheckpointedEventRevision === 7n);
    const [newest] = await collect(
      client.readStream(checkpoints, { direction: 'backwards', fromRevision: 'end', maxCount: 1 }),
    );
    expect(newest!.event).toMatchObject({ type: 'SubscriptionCheckpoint', data: '7' });
    await subscription.unsubscribe();
    await context.restart();
    const again = connect(name, 'g', 20);
    await until(() => again.heard.length === 12);
    expect(again.seen()).toEqual(Array.from({ length: 12 }, (_, n) => n + 8));
    await again.subscription.unsubscribe();
  });

  it('of a filtered group on $all passes what the filter leaves out', async () => {
    const { client } = context;
    const group = freshName('all');
    const settings = allSettings({ startFrom: 'end', checkPointLowerBound: 5, checkPointAfter: 100 });
    await client.createPersistentSubscriptionToAll(group, settings, {
      filter: streamNameFilter({ prefixes: ['never'] }),
    });
    await client.appendToStream(freshName(), many(30));
    await eventually(async () => {
      const { stats } = await client.getPersistentSubscriptionToAllInfo(group);
      return stats.lastCheckpointedEventPosition !== undefined;
    });
    await client.deletePersistentSubscriptionToAll(group);
  });
});

describe('managing groups', () => {
  it('tells its settings and who is connected', async () => {
    const { client } = context;
    const settings = {
      extraStatistics: true,
      messageTimeout: 1234,
      startFrom: 3n,
      consumerStrategyName: 'Pinned',
    } as const;
    const name = await made(settings);
    const { subscription, ready } = connect(name, 'g', 17);
    await ready();
    const info = await client.getPersistentSubscriptionToStreamInfo(name, 'g');
    expect(info).toMatchObject({
      eventSource: name,
      groupName: 'g',
      status: 'Live',
      settings: streamSettings(settings),
    });
    expect(info.connections).toHaveLength(1);
    expect(info.connections[0]).toMatchObject({ username: 'anonymous', availableSlots: 17, inFlightMessages: 0 });
    expect(info.connections[0]!.connectionName).not.toBe('');
    expect([...info.connections[0]!.extraStatistics!.keys()]).toContain('median');
    expect((await client.listAllPersistentSubscriptions()).map(({ eventSource }) => eventSource)).toContain(name);
    expect(await client.listPersistentSubscriptionsToStream(name)).toHaveLength(1);
    await subscription.unsubscribe();
  });

  it('drops consumers when a group changes or goes', async () => {
    const { client } = context;
    const name = await made();
    await client.appendToStream(name, many(3));
    const first = connect(name, 'g');
    await first.ready();
    await client.updatePersistentSubscriptionToStream(name, 'g', streamSettings({ startFrom: 2n }));
    await until(() => first.errors.length === 1);
    expect(first.errors[0]).toMatchObject({
      type: 'persistent-subscription-dropped',
      streamName: name,
      groupName: 'g',
    });
    const second = connect(name, 'g');
    await until(() => second.heard.length === 1);
    expect(second.seen()).toEqual([2]);
    await client.deletePersistentSubscriptionToStream(name, 'g');
    await until(() => second.errors.length === 1);
    expect(second.errors[0]).toMatchObject({ type: 'persistent-subscription-dropped' });
  });

  it('keeps its groups over a restart of the server and of the subsystem', async () => {
    const { client } = context;
    const name = await made({ maxRetryCount: 3 });
    await client.restartPersistentSubscriptionSubsystem();
    await context.restart();
    const { settings } = await context.client.getPersistentSubscriptionToStreamInfo(name, 'g');
    expect(settings).toMatchObject({ maxRetryCount: 3, startFrom: 'start' });
  });

  it('shows the configuration as an event that a group on $all from the end gets itself', async () => {
    const { client } = context;
    const group = freshName('config');
    await client.createPersistentSubscriptionToAll(group, allSettings({ startFrom: 'end' }));
    const subscription = client.subscribeToPersistentSubscriptionToAll(group);
    const types: string[] = [];
    subscription.on('data', ({ event }) => types.push(event!.type));
    await until(() => types.includes('$PersistentConfig'));
    await subscription.unsubscribe();
    await client.deletePersistentSubscriptionToAll(group);
  });

  it('answers mistakes with errors that say which', async () => {
    const { client } = context;
    const name = await made();
    const missing = { type: 'persistent-subscription-does-not-exist', streamName: name, groupName: 'none' };
    expect(await failure(client.createPersistentSubscriptionToStream(name, 'g', streamSettings()))).toMatchObject({
      type: 'persistent-subscription-exists',
      streamName: name,
      groupName: 'g',
    });
    for (const call of [
      client.updatePersistentSubscriptionToStream(name, 'none', streamSettings()),
      client.deletePersistentSubscriptionToStream(name, 'none'),
      client.getPersistentSubscriptionToStreamInfo(name, 'none'),
      client.replayParkedMessagesToStream(name, 'none'),
    ])
      expect(await failure(call)).toMatchObject(missing);
    expect((await failure(client.deletePersistentSubscriptionToStream(name, 'none')))['message']).toContain(
      `Subscription group none on stream ${name} does not exist.`,
    );
    const bad = streamSettings({ readBatchSize: 10, historyBufferSize: 10 });
    expect(await failure(client.createPersistentSubscriptionToStream(name, 'bad', bad))).toMatchObject({
      type: 'persistent-subscription-failed',
    });
    const negative = streamSettings({ maxRetryCount: -1 });
    expect(await failure(client.createPersistentSubscriptionToStream(name, 'bad', negative))).toMatchObject({
      reason: 'maxRetryCount must not be negative.',
    });
    const far = allSettings({ startFrom: { commit: 2n ** 60n, prepare: 2n ** 60n } });
    expect(await failure(client.createPersistentSubscriptionToAll('far', far))).toMatchObject({
      type: 'persistent-subscription-failed',
    });
    expect(await failure(client.listPersistentSubscriptionsToStream(freshName()))).toMatchObject({
      type: 'persistent-subscription-does-not-exist',
    });
    const lost = connect(name, 'none');
    await until(() => lost.errors.length === 1);
    expect(lost.errors[0]).toMatchObject({ type: 'persistent-subscription-does-not-exist' });
  });
});
