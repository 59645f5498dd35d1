import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  persistentSubscriptionToStreamSettingsFromDefaults as groupSettings,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { pino } from 'pino';
import { startEventStore } from '../index.js';
import { openStore } from '../open.js';
import { type Draft, systemEvent } from '../store.js';
import {
  clientOf,
  collect,
  failure,
  numbered,
  numbers,
  temporaryFolder,
  until,
  withEventStore,
} from '../testing/harness.js';

const context = withEventStore({ segmentLimit: 64 * 1024 });
const read = (name: string, options = {}) =>
  numbers(context.client.readStream(name, { resolveLinkTos: true, ...options }));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
/** What a reader sees of a link: its place, where it points, its own position and time. */
const shape = ({ event, link }: ResolvedEvent) => [link?.revision, link?.id, link?.created, event?.streamId];

describe('links to categories and types', () => {
  it('are there with what is written, in its order, and not in $all', async () => {
    const { client } = context;
    for (let n = 0; n < 50; n++) await client.appendToStream(`dog-${n % 5}`, numbered(n, n % 2 ? 'Odd' : 'Even'));
    await client.appendToStream('nodash', numbered(99, 'Odd'));
    expect(await read('$ce-dog')).toEqual(upTo(50));
    expect(await read('$et-Even')).toEqual(Array.from({ length: 25 }, (_, n) => 2 * n));
    expect((await read('$et-Odd')).at(-1)).toBe(99);
    expect(await failure(client.readStream('$ce-nodash'))).toMatchObject({ type: 'stream-not-found' });
    expect((await collect(client.readAll())).filter(({ event }) => event?.type === '$>')).toEqual([]);
  });

  it('are read from any revision in both directions', async () => {
    const backwards = { direction: 'backwards' };
    expect(await read('$ce-dog', { fromRevision: 47n })).toEqual([47, 48, 49]);
    expect(await read('$ce-dog', { fromRevision: 10n, maxCount: 2 })).toEqual([10, 11]);
    expect(await read('$ce-dog', { ...backwards, fromRevision: 'end', maxCount: 2 })).toEqual([49, 48]);
    expect(await read('$ce-dog', { ...backwards, fromRevision: 1n })).toEqual([1, 0]);
    expect(await read('$ce-dog', { fromRevision: 50n })).toEqual([]);
  });

  it('look like events of their stream that point to another', async () => {
    const [target] = await collect(context.client.readStream('dog-3', { maxCount: 1 }));
    const [plain] = await collect(context.client.readStream('$ce-dog', { fromRevision: 3n, maxCount: 1 }));
    const [resolved] = await collect(
      context.client.readStream('$ce-dog', { fromRevision: 3n, maxCount: 1, resolveLinkTos: true }),
    );
    const { event } = plain!;
    expect(event).toMatchObject({ streamId: '$ce-dog', revision: 3n, type: '$>', created: target!.event!.created });
    expect(Buffer.from(event!.data as Uint8Array).toString()).toBe('0@dog-3');
    expect(event!.id).not.toBe(target!.event!.id);
    expect(plain!.link).toBeUndefined();
    expect(resolved).toMatchObject({ event: target!.event, link: { id: event!.id, revision: 3n } });
  });

  it('are the same after a restart, and go on', async () => {
    const all = async () => (await collect(context.client.readStream('$ce-dog', { resolveLinkTos: true }))).map(shape);
    const before = await all();
    await context.restart();
    expect(await all()).toEqual(before);
    await context.client.appendToStream('dog-7', numbered(50));
    expect(await read('$ce-dog')).toEqual(upTo(51));
  });

  it('reach catch-up and persistent subscriptions, what was there and what comes', async () => {
    const { client } = context;
    const [caught, taken]: [unknown[], unknown[]] = [[], []];
    const subscription = client.subscribeToStream('$ce-cat', { resolveLinkTos: true });
    subscription.on('data', ({ event }) => caught.push((event!.data as { n: unknown }).n));
    await client.appendToStream('cat-1', numbered(0));
    const settings = groupSettings({ startFrom: 'start', resolveLinkTos: true });
    await client.createPersistentSubscriptionToStream('$ce-cat', 'g', settings);
    const group = client.subscribeToPersistentSubscriptionToStream('$ce-cat', 'g');
    group.on('data', (resolved) => {
      taken.push((resolved.event!.data as { n: unknown }).n);
      void group.ack(resolved);
    });
    await until(() => caught.length === 1 && taken.length === 1);
    for (let n = 1; n < 40; n++) await client.appendToStream(`cat-${n % 3}`, numbered(n));
    await until(() => caught.length === 40 && taken.length === 40);
    expect([caught, taken]).toEqual([upTo(40), upTo(40)]);
    await Promise.all([subscription.unsubscribe(), group.unsubscribe()]);
  });

  it('stand alone once their target is truncated or deleted', async () => {
    const { client } = context;
    for (const name of ['cow-1', 'cow-2', 'cow-3'])
      await client.appendToStream(name, [numbered(1, 'Moo'), numbered(2, 'Moo')]);
    await client.setStreamMetadata('cow-1', { truncateBefore: 1 });
    await client.deleteStream('cow-2');
    await client.tombstoneStream('cow-3');
    for (const list of ['$ce-cow', '$et-Moo']) {
      const links = await collect(client.readStream(list, { resolveLinkTos: true }));
      expect(links.map(({ link }) => link?.revision)).toEqual([0n, 1n, 2n, 3n, 4n, 5n]);
      expect(links.map(({ event }) => event?.revision)).toEqual([undefined, 1n, ...Array<undefined>(4)]);
    }
  });

  it('follow the metadata of their stream, which can be written while the stream itself cannot', async () => {
    const { client } = context;
    await client.setStreamMetadata('$ce-dog', { maxCount: 3, acl: { readRoles: ['someone'] } });
    expect((await client.getStreamMetadata('$ce-dog')).metadata?.acl).toEqual({ readRoles: ['someone'] });
    expect(await read('$ce-dog')).toEqual([48, 49, 50]);
    const denied = { type: 'access-denied' };
    const credentials = { username: 'any', password: 'any' };
    for (const list of ['$ce-dog', '$et-Odd', '$ce-new']) {
      expect(await failure(client.appendToStream(list, numbered(1)))).toMatchObject(denied);
      expect(await failure(client.appendToStream(list, numbered(1), { credentials }))).toMatchObject(denied);
      expect(await failure(client.tombstoneStream(list))).toMatchObject(denied);
    }
    expect(await failure(client.deleteStream('$ce-dog'))).toMatchObject(denied);
  });
});

describe('a log that holds written links', () => {
  const data = temporaryFolder();
  const link = (list: string, text: string): Draft => ({ stream: list, event: systemEvent('$>', false, text) });

  it.each(['from the snapshots of its segments', 'from its records'])(
    'opens with its lists as they were, %s',
    async (source) => {
      const old = openStore(data, pino({ level: 'silent' }), 2000, false);
      for (let n = 0; n < 5; n++) {
        await old.write([{ stream: 'pig-1', event: systemEvent('Oink', true, `{"n":${n}}`) }]).done;
        await old.write([link('$ce-pig', `${n}@pig-1`), link('$et-Oink', `${n}@pig-1`)]).done;
      }
      await old.close();
      if (source === 'from its records')
        for (const name of readdirSync(data)) if (name.endsWith('.index')) rmSync(join(data, name));
      const store = await startEventStore({ data, segmentLimit: 2000 });
      const client = clientOf(store.port);
      const expected = (await numbers(client.readStream('pig-1'))) as number[];
      for (const list of ['$ce-pig', '$et-Oink'])
        expect(await numbers(client.readStream(list, { resolveLinkTos: true }))).toEqual(expected);
      expect(expected.length % 5).toBe(0);
      await client.dispose();
      await store.close();
    },
  );

  it('shows no lists when they are switched off', async () => {
    const store = await startEventStore({ data, categories: false });
    const client = clientOf(store.port);
    expect((await numbers(client.readStream('pig-1'))).length).toBe(10);
    expect(await failure(client.readStream('$ce-pig'))).toMatchObject({ type: 'stream-not-found' });
    await client.dispose();
    await store.close();
  });
});
