import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { collect, failure, freshName, numbered, numbers, withEventStore } from './testing/harness.js';

const context = withEventStore();
const credentials = { username: 'any', password: 'any' };

describe('an event', () => {
  it('comes back as it was sent, with place and time', async () => {
    const { client } = context;
    const name = freshName('ström/名');
    const before = Date.now();
    const json = jsonEvent({ type: 'Jason', data: { a: 'ü' }, metadata: { m: 1 } });
    const binary = binaryEvent({ type: 'Bin', data: Buffer.from([0, 255]), metadata: Buffer.from([7]) });
    const { position } = await client.appendToStream(name, [json, binary]);
    const [first, second] = (await collect(client.readStream(name))).map(({ event }) => event!);
    expect(first).toMatchObject({ id: json.id, streamId: name, revision: 0n, type: 'Jason', isJson: true });
    expect(first).toMatchObject({ data: { a: 'ü' }, metadata: { m: 1 } });
    expect(Math.abs(first!.created.getTime() - before)).toBeLessThan(5000);
    expect(second).toMatchObject({ isJson: false, revision: 1n, position });
    expect([...(second!.data as Uint8Array)]).toEqual([0, 255]);
  });

  it('may be empty', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, binaryEvent({ type: 'Empty', data: Buffer.alloc(0) }));
    const [found] = await collect(client.readStream(name));
    expect(found!.event!.data).toHaveLength(0);
  });
});

describe.each([
  ['batch', {}],
  ['classic', { credentials }],
])('a %s append', (_, options) => {
  it('of no events succeeds and changes nothing', async () => {
    const { client } = context;
    const name = freshName();
    expect(await client.appendToStream(name, [], options)).toMatchObject({ success: true });
    await client.appendToStream(name, numbered(1), options);
    expect(await client.appendToStream(name, [], options)).toMatchObject({ success: true, nextExpectedRevision: 0n });
    expect(await numbers(client.readStream(name))).toEqual([1]);
  });

  it('of many megabytes in small events is refused as a whole', async () => {
    const { client } = context;
    const name = freshName();
    const events = Array.from({ length: 30 }, (_, n) =>
      jsonEvent({ type: 'Large', data: { n, text: 'x'.repeat(300_000) } }),
    );
    expect(await failure(client.appendToStream(name, events, options))).toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    expect(await failure(client.readStream(name))).toMatchObject({ type: 'stream-not-found' });
  });

  it('of exactly the largest size is taken, one byte more is not', async () => {
    const { client } = context;
    const name = freshName();
    const event = (size: number) => binaryEvent({ type: 'Exact', data: Buffer.alloc(size) });
    expect(await client.appendToStream(name, event(1_048_576), options)).toMatchObject({ success: true });
    expect(await failure(client.appendToStream(name, event(1_048_577), options))).toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('that repeats one in flight waits for it and gives its place', async () => {
    const { client } = context;
    const name = freshName();
    const events = [numbered(1), numbered(2)];
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.appendToStream(name, events, options)));
    expect(new Set(answers.map(({ position }) => position!.commit)).size).toBe(1);
    expect(await numbers(client.readStream(name))).toEqual([1, 2]);
  });

  it('at one revision succeeds for exactly one of many', async () => {
    const { client } = context;
    const name = freshName();
    const attempts = Array.from({ length: 10 }, (_, n) =>
      client.appendToStream(name, numbered(n), { expectedRevision: 'no_stream', ...options }),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('reading', () => {
  it('a stream stops at its count and starts past its end with nothing', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(
      name,
      Array.from({ length: 100 }, (_, n) => numbered(n)),
    );
    expect(await numbers(client.readStream(name, { fromRevision: 95n }))).toEqual([95, 96, 97, 98, 99]);
    expect(await numbers(client.readStream(name, { fromRevision: 40n, maxCount: 2 }))).toEqual([40, 41]);
    expect(await numbers(client.readStream(name, { fromRevision: 2n ** 63n }))).toEqual([]);
    const back = { direction: 'backwards', maxCount: 2 } as const;
    expect(await numbers(client.readStream(name, { ...back, fromRevision: 2n ** 63n }))).toEqual([99, 98]);
    expect(await numbers(client.readStream(name, { ...back, fromRevision: 'start' }))).toEqual([0]);
  });

  it('$all backwards from a position leaves that event out, forwards not', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(1));
    const { position } = await client.appendToStream(name, numbered(2));
    await client.appendToStream(name, numbered(3));
    const fromPosition = position!;
    expect(await numbers(client.readAll({ fromPosition }))).toEqual([2, 3]);
    expect(await numbers(client.readAll({ fromPosition, direction: 'backwards', maxCount: 1 }))).toEqual([1]);
    const beyond = { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n };
    expect(await numbers(client.readAll({ fromPosition: beyond }))).toEqual([]);
    expect(await numbers(client.readAll({ fromPosition: beyond, direction: 'backwards', maxCount: 1 }))).toEqual([3]);
  });

  it('hides events that are older than $maxAge from streams, not from $all', async () => {
    const { client } = context;
    const name = freshName();
    const { position } = await client.appendToStream(name, numbered(1));
    await client.setStreamMetadata(name, { maxAge: 1 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await client.appendToStream(name, numbered(2));
    expect(await numbers(client.readStream(name))).toEqual([2]);
    expect(await numbers(client.readAll({ fromPosition: position!, maxCount: 1 }))).toEqual([1]);
  });

  it('ignores settings that make no sense', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, [numbered(1), numbered(2)]);
    for (const values of [{ $maxCount: 0 }, { $maxCount: 1.5 }, { $tb: -1 }, { $maxAge: 'x' }, [1], 7, null]) {
      await client.appendToStream(`$$${name}`, jsonEvent({ type: '$metadata', data: values as never }));
      expect(await numbers(client.readStream(name))).toEqual([1, 2]);
    }
    await client.appendToStream(`$$${name}`, binaryEvent({ type: '$metadata', data: Buffer.from('{"$tb":1}') }));
    expect(await numbers(client.readStream(name))).toEqual([1, 2]);
  });
});

describe('a link', () => {
  const link = (data: string) => jsonEvent({ type: '$>', data: data as never });

  async function linkTo(target: string) {
    const name = freshName('links');
    await context.client.appendToStream(name, binaryEvent({ type: '$>', data: Buffer.from(target) }));
    return (await collect(context.client.readStream(name, { resolveLinkTos: true })))[0]!;
  }

  it('brings its target along when asked to', async () => {
    const { client } = context;
    const name = freshName('with@sign');
    const { position } = await client.appendToStream(name, numbered(5));
    const resolved = await linkTo(`0@${name}`);
    expect(resolved.event).toMatchObject({ streamId: name, data: { n: 5 }, position });
    expect(resolved.link).toMatchObject({ type: '$>' });
    expect(resolved.commitPosition).toBe(resolved.link!.position!.commit);
  });

  it('stands alone when its target cannot be read', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(5));
    expect((await linkTo(`7@${name}`)).event).toBeUndefined();
    await client.deleteStream(name);
    expect((await linkTo(`0@${name}`)).event).toBeUndefined();
    expect((await linkTo(`0@nowhere`)).link).toBeDefined();
  });

  it('that says nothing is a plain event', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, link('no link'));
    const [resolved] = await collect(client.readStream(name, { resolveLinkTos: true }));
    expect(resolved).toMatchObject({ event: { type: '$>', data: 'no link' } });
    expect(resolved!.link).toBeUndefined();
  });
});
