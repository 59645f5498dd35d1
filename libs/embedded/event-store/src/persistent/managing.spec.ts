import {
  persistentSubscriptionToAllSettingsFromDefaults as allSettings,
  persistentSubscriptionToStreamSettingsFromDefaults as streamSettings,
  streamNameFilter,
} from '@eventstore/db-client';
import { many, withGroups } from '../testing/groups.js';
import { collect, eventually, failure, freshName, until } from '../testing/harness.js';

const { connect, context, infoOf, made } = withGroups();

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
