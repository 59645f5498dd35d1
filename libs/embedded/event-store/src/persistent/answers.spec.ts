import { many, withGroups } from '../testing/groups.js';
import { collect, eventually, numbered, until } from '../testing/harness.js';

const { connect, context, infoOf, made } = withGroups();

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
