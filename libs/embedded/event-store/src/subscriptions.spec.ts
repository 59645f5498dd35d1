import {
  type AllStreamSubscription,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
  type StreamSubscription,
} from '@eventstore/db-client';
import { freshName, numbered, until, withEventStore } from './testing/harness.js';

const context = withEventStore({ segmentLimit: 256 * 1024 });

/** Everything a subscription says, as words in their order. */
function heard(subscription: AllStreamSubscription | StreamSubscription): string[] {
  const said: string[] = [];
  const on = subscription as StreamSubscription;
  on.on('confirmation', () => said.push('confirmed'));
  on.on('caughtUp', () => said.push('caught up'));
  on.on('error', (error) => said.push((error as unknown as { type: string }).type));
  on.on('data', ({ event }) => said.push(String((event!.data as { n?: number }).n ?? event!.type)));
  return said;
}

describe('a subscription to a stream', () => {
  it('confirms, tells history, has caught up, tells what comes', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, [numbered(0), numbered(1)]);
    const subscription = client.subscribeToStream(name);
    const said = heard(subscription);
    await until(() => said.includes('caught up'));
    await client.appendToStream(name, numbered(2));
    await until(() => said.includes('2'));
    expect(said).toEqual(['confirmed', '0', '1', 'caught up', '2']);
    await subscription.unsubscribe();
  });

  it('starts behind the revision it is given, or at the end', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, [numbered(0), numbered(1), numbered(2)]);
    const behind = client.subscribeToStream(name, { fromRevision: 1n });
    const end = client.subscribeToStream(name, { fromRevision: 'end' });
    const [first, second] = [heard(behind), heard(end)];
    await until(() => first.includes('caught up') && second.includes('caught up'));
    await client.appendToStream(name, numbered(3));
    await until(() => first.includes('3') && second.includes('3'));
    expect(first).toEqual(['confirmed', '2', 'caught up', '3']);
    expect(second).toEqual(['confirmed', 'caught up', '3']);
    await Promise.all([behind.unsubscribe(), end.unsubscribe()]);
  });

  it('waits for a stream that does not exist yet', async () => {
    const { client } = context;
    const name = freshName();
    const subscription = client.subscribeToStream(name);
    const said = heard(subscription);
    await until(() => said.includes('caught up'));
    await client.appendToStream(name, numbered(0));
    await until(() => said.includes('0'));
    await subscription.unsubscribe();
  });

  it('ends with the tombstone, and cannot start after it', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(0));
    const said = heard(client.subscribeToStream(name));
    await until(() => said.includes('caught up'));
    await client.tombstoneStream(name);
    await until(() => said.includes('stream-deleted'));
    expect(said).toEqual(['confirmed', '0', 'caught up', '$streamDeleted', 'stream-deleted']);
    const late = heard(client.subscribeToStream(name));
    await until(() => late.includes('stream-deleted'));
  });

  it('loses and doubles nothing while writers race with it', async () => {
    const { client } = context;
    const name = freshName();
    const total = 600;
    const writing = (async () => {
      for (let n = 0; n < total; n += 3)
        await client.appendToStream(name, [numbered(n), numbered(n + 1), numbered(n + 2)]);
    })();
    const subscriptions = [];
    const all: string[][] = [];
    for (let i = 0; i < 10; i++) {
      const subscription = client.subscribeToStream(name);
      subscriptions.push(subscription);
      all.push(heard(subscription));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await writing;
    await until(() => all.every((said) => said.includes(String(total - 1))), 5000);
    for (const said of all)
      expect(said.filter((word) => /^\d/.test(word))).toEqual(Array.from({ length: total }, (_, n) => String(n)));
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
  });
});

describe('a subscription to $all', () => {
  it('with a filter on streams tells by checkpoints how far it has looked', async () => {
    const { client } = context;
    const name = freshName('wanted');
    const { position: start } = await client.appendToStream(freshName(), numbered(0));
    for (let n = 0; n < 24; n++)
      await client.appendToStream(
        freshName('other'),
        Array.from({ length: 16 }, (_, i) => numbered(i)),
      );
    await client.appendToStream(name, numbered(7));
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: [name],
      checkpointInterval: 2,
      checkpointReached: (_, { commit }) => void checkpoints.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: start, filter });
    const said = heard(subscription);
    await until(() => said.includes('caught up'));
    expect(said).toEqual(['confirmed', '7', 'caught up']);
    expect(checkpoints.length).toBeGreaterThanOrEqual(6);
    expect(checkpoints.length).toBeLessThanOrEqual(7);
    expect([...checkpoints].sort((a, b) => Number(a - b))).toEqual(checkpoints);
    await subscription.unsubscribe();
  });

  it.each([
    ['a prefix', () => eventTypeFilter({ prefixes: ['Wan'] })],
    ['a regular expression', () => eventTypeFilter({ regex: 'ante' })],
    ['a .NET expression that ignores case', () => eventTypeFilter({ regex: '(?i)WANTED' })],
  ])('filters types by %s', async (_, filter) => {
    const { client } = context;
    const subscription = client.subscribeToAll({ fromPosition: 'end', filter: filter() });
    const said = heard(subscription);
    await until(() => said.includes('caught up'));
    await client.appendToStream(freshName(), [numbered(1, 'Other'), numbered(2, 'Wanted')]);
    await until(() => said.includes('2'));
    expect(said).not.toContain('1');
    await subscription.unsubscribe();
  });

  it('leaves out system events when asked to', async () => {
    const { client } = context;
    const name = freshName();
    const subscription = client.subscribeToAll({ fromPosition: 'end', filter: excludeSystemEvents() });
    const plain = client.subscribeToAll({ fromPosition: 'end' });
    const [said, everything] = [heard(subscription), heard(plain)];
    await until(() => said.includes('caught up') && everything.includes('caught up'));
    await client.setStreamMetadata(name, { maxCount: 3 });
    await client.appendToStream(name, numbered(4));
    await until(() => said.includes('4') && everything.includes('4'));
    expect(said).not.toContain('$metadata');
    expect(everything).toContain('$metadata');
    await Promise.all([subscription.unsubscribe(), plain.unsubscribe()]);
  });

  it('goes on behind its position after a restart of the server', async () => {
    const { client } = context;
    const name = freshName();
    const { position } = await client.appendToStream(name, numbered(1));
    await client.appendToStream(name, numbered(2));
    await context.restart();
    const subscription = context.client.subscribeToAll({ fromPosition: position! });
    const said = heard(subscription);
    await until(() => said.includes('caught up'));
    expect(said).toEqual(['confirmed', '2', 'caught up']);
    await subscription.unsubscribe();
  });
});
