import { binaryEvent } from '@eventstore/db-client';
import { clientOf, eventually, numbered } from './testing/harness.js';
import { withServerProcess } from './testing/server-process.js';
import { bytesField, varintField } from './wire/protobuf.js';

const PATH = '/event_store.client.streams.Streams';

const { context, cpu, rss } = withServerProcess();
const same = (bytes: Buffer) => bytes;
const correlation = bytesField(1, bytesField(2, '6f9619ff-8b86-4d11-b42d-00c04fc964ff'));
const identifier = (name: string) => bytesField(1, bytesField(3, name));

describe('an append that never ends', () => {
  it('is refused once and costs no memory', async () => {
    const chunk = Buffer.concat([correlation, bytesField(3, bytesField(4, Buffer.alloc(500_000)))]);
    const stream = context.grpc.makeBidiStreamRequest(`${PATH}/BatchAppend`, same, same);
    const replies: Buffer[] = [];
    stream.on('data', (reply: Buffer) => replies.push(reply));
    stream.on('error', () => undefined);
    const before = rss();
    stream.write(Buffer.concat([correlation, bytesField(2, identifier('endless'))]));
    for (let i = 0; i < 400; i++)
      if (!stream.write(chunk)) await new Promise((resolve) => stream.once('drain', resolve));
    expect(replies).toHaveLength(1);
    expect(rss()).toBeLessThan(before + 100);
    stream.cancel();
  }, 60_000);
});

describe('a reader that takes nothing', () => {
  it('costs bounded memory and holds up nobody', async () => {
    const client = clientOf(context.port);
    const large = () => binaryEvent({ type: 'Large', data: Buffer.alloc(100_000, 'x') });
    for (let i = 0; i < 60; i++) await client.appendToStream('large', Array.from({ length: 10 }, large));
    const before = rss();
    const stuck = Array.from({ length: 20 }, () => {
      const stream = context.grpc.makeServerStreamRequest(
        `${PATH}/Read`,
        same,
        same,
        bytesField(1, bytesField(2, bytesField(2, '')), varintField(5, 2 ** 40)),
      );
      stream.on('error', () => undefined);
      return stream;
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(rss()).toBeLessThan(before + 120);
    const began = performance.now();
    await client.appendToStream('large', numbered(1));
    expect(performance.now() - began).toBeLessThan(500);
    stuck.forEach((stream) => stream.cancel());
    await client.dispose();
  }, 30_000);
});

/** Comes last: so many cancelled calls at once make Node's HTTP/2 server close the connection. */
describe('idle subscriptions', () => {
  it('of a thousand cost no CPU, and each hears what comes', async () => {
    const client = clientOf(context.port);
    let caughtUp = 0;
    let heard = 0;
    const subscriptions = Array.from({ length: 1000 }, (_, n) => {
      const subscription = client.subscribeToStream(`idle-${n}`);
      subscription.on('caughtUp', () => caughtUp++);
      subscription.on('data', () => heard++);
      subscription.on('error', () => undefined);
      return subscription;
    });
    await eventually(() => Promise.resolve(caughtUp === 1000));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = cpu();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(cpu() - before).toBeLessThan(100);
    await client.appendToStream('idle-7', numbered(1));
    await eventually(() => Promise.resolve(heard === 1));
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
    await client.dispose();
  }, 30_000);
});
