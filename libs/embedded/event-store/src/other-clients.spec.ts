import { EventStoreDBClient } from '@eventstore/db-client';
import { Client, credentials } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { freshName, numbered, numbers, withEventStore } from './testing/harness.js';
import { bytesField, varintField } from './wire/protobuf.js';

/** What clients in other languages send and the JavaScript one does not. */
const context = withEventStore();
const same = (bytes: Buffer) => bytes;
const PATH = '/event_store.client.streams.Streams';

function replies(name: string, message: Buffer): Promise<Buffer[]> {
  const client = new Client(`127.0.0.1:${context.store.port}`, credentials.createInsecure());
  const stream = client.makeBidiStreamRequest(`${PATH}/${name}`, same, same);
  const received: Buffer[] = [];
  return new Promise((resolve, reject) => {
    stream.on('data', (reply: Buffer) => received.push(reply));
    stream.on('error', reject);
    stream.on('end', () => {
      client.close();
      resolve(received);
    });
    stream.write(message);
    stream.end();
  });
}

const half = (hex: string) => BigInt(`0x${hex}`);
const structured = (high: string, low: string) => bytesField(1, varintField(1, half(high)), varintField(2, half(low)));
const identifier = (name: string) => bytesField(1, bytesField(3, name));

describe('ids as two numbers', () => {
  it('are taken in appends, of events and of the append itself', async () => {
    const name = freshName();
    const event = bytesField(
      3,
      bytesField(1, structured('fedcba9876543210', '0123456789abcdef')),
      bytesField(2, bytesField(1, 'type'), bytesField(2, 'Counted')),
      bytesField(2, bytesField(1, 'content-type'), bytesField(2, 'application/json')),
      bytesField(4, '{"n":3}'),
    );
    const correlation = bytesField(1, structured('1111111111111111', '2222222222222222'));
    const inTenSeconds = bytesField(7, varintField(1, 10));
    const options = bytesField(2, identifier(name), bytesField(3, ''), inTenSeconds);
    const [reply] = await replies('BatchAppend', Buffer.concat([correlation, options, event, varintField(4, 1)]));
    const response = streams.BatchAppendResp.deserializeBinary(reply!);
    expect(response.getCorrelationId()!.getString()).toBe('11111111-1111-1111-2222-222222222222');
    expect(response.getSuccess()!.getCurrentRevision()).toBe('0');
    for await (const { event: found } of context.client.readStream(name))
      expect(found!.id).toBe('fedcba98-7654-3210-0123-456789abcdef');
  });

  it('are given to readers that ask for them', async () => {
    const name = freshName();
    const event = { ...numbered(4), id: 'fedcba98-7654-3210-8123-456789abcdef' };
    await context.client.appendToStream(name, event);
    const options = bytesField(
      1,
      bytesField(1, identifier(name)),
      varintField(5, 10),
      bytesField(9, bytesField(1, '')),
    );
    const [reply] = await replies('Read', options);
    const recorded = streams.ReadResp.deserializeBinary(reply!).getEvent()!.getEvent()!;
    const { mostSignificantBits, leastSignificantBits } = recorded.getId()!.getStructured()!.toObject();
    expect(BigInt.asUintN(64, BigInt(mostSignificantBits))).toBe(half('fedcba9876543210'));
    expect(BigInt.asUintN(64, BigInt(leastSignificantBits))).toBe(half('8123456789abcdef'));
    expect(Buffer.from(recorded.getData_asU8()).toString()).toBe('{"n":4}');
    expect(await numbers(context.client.readStream(name))).toEqual([4]);
  });
});

describe('discovery by gossip', () => {
  it('finds the node by itself', async () => {
    const { port } = context.store;
    const client = EventStoreDBClient.connectionString(`esdb+discover://127.0.0.1:${port}?tls=false`);
    const name = freshName();
    await client.appendToStream(name, numbered(1));
    expect(await numbers(client.readStream(name))).toEqual([1]);
    await client.dispose();
  });
});
