import { credentials as channelCredentials, Client, status } from '@grpc/grpc-js';
import {
  MaxAppendSizeExceededError,
  RequiredMetadataPropertyMissingError,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  WrongExpectedVersionError,
  jsonEvent,
} from '@eventstore/db-client';
import { failure, freshName, numbered, withEventStore } from './testing/harness.js';
import { bytesField, varintField } from './wire/protobuf.js';

const context = withEventStore();
const credentials = { username: 'any', password: 'any' };

const same = (bytes: Buffer) => bytes;

/** Calls a method of the Streams service with raw bytes, as clients in other languages and hostile ones may. */
function call(name: string, messages: Buffer[]): Promise<{ code: status; details: string; replies: Buffer[] }> {
  const client = new Client(`127.0.0.1:${context.store.port}`, channelCredentials.createInsecure());
  const stream = client.makeBidiStreamRequest(`/event_store.client.streams.Streams/${name}`, same, same);
  const replies: Buffer[] = [];
  return new Promise((resolve) => {
    stream.on('data', (reply: Buffer) => replies.push(reply));
    stream.on('error', () => undefined);
    stream.on('status', ({ code, details }: { code: status; details: string }) => {
      client.close();
      resolve({ code, details, replies });
    });
    for (const message of messages) stream.write(message);
    stream.end();
  });
}

const identifier = (name: string | Buffer) => bytesField(1, bytesField(3, name));

describe.each([
  ['batch', {}],
  ['classic', { credentials }],
])('a failed %s append', (_, options) => {
  it('at the wrong revision says which it is', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(1));
    const expectations = [
      [5n, 0n],
      ['no_stream', 0n],
    ] as const;
    for (const [expectedRevision, actual] of expectations) {
      const error = await failure(client.appendToStream(name, numbered(2), { expectedRevision, ...options }));
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: name, expectedVersion: expectedRevision, actualVersion: actual });
    }
    const missing = await failure(
      client.appendToStream(freshName(), numbered(2), { expectedRevision: 'stream_exists', ...options }),
    );
    expect(missing).toMatchObject({ expectedVersion: 'stream_exists', actualVersion: 'no_stream' });
  });

  it('of a tombstoned stream or of its metadata says so', async () => {
    const { client } = context;
    const name = freshName('grün');
    await client.tombstoneStream(name);
    for (const stream of [name, `$$${name}`]) {
      const error = await failure(client.appendToStream(stream, numbered(1), options));
      expect(error).toBeInstanceOf(StreamDeletedError);
    }
  });

  it('that is too large says the limit', async () => {
    const event = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(5 * 1024 * 1024) } });
    const error = await failure(context.client.appendToStream(freshName(), event, options));
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: 1_048_576 });
  });

  it('of an event without a type is told apart', async () => {
    const error = await failure(context.client.appendToStream(freshName(), jsonEvent({ type: '', data: {} }), options));
    if ('credentials' in options) {
      expect(error).toBeInstanceOf(RequiredMetadataPropertyMissingError);
      expect(error).toMatchObject({ requiredMetadataProperties: ['type', 'content-type'] });
    } else expect(error).toBeInstanceOf(UnknownError);
  });

  it('to a stream without a name is an invalid argument', async () => {
    const error = await failure(context.client.appendToStream('', numbered(1), options));
    expect(error).toBeInstanceOf(UnknownError);
  });
});

describe('a failed delete', () => {
  it.each(['deleteStream', 'tombstoneStream'] as const)('by %s names stream and versions', async (how) => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(1));
    const error = await failure(client[how](name, { expectedRevision: 7n }));
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: name, expectedVersion: 7n, actualVersion: 0n });
    expect(error['message']).toContain(
      `Delete failed due to WrongExpectedVersion. Stream: ${name}, Expected version: 7, Actual version: 0`,
    );
  });

  it('of a stream that never was is refused even for any revision', async () => {
    const error = await failure(context.client.deleteStream(freshName(), { expectedRevision: 'any' }));
    expect(error).toMatchObject({ type: 'wrong-expected-version', expectedVersion: -2n, actualVersion: -1n });
  });

  it('of a tombstoned stream says so, whatever its name', async () => {
    const { client } = context;
    const name = freshName('工程\n');
    await client.tombstoneStream(name, { expectedRevision: 'no_stream' });
    expect(await failure(client.tombstoneStream(name))).toBeInstanceOf(StreamDeletedError);
    expect(await failure(client.deleteStream(name))).toMatchObject({ streamName: encodeURIComponent(name) });
  });
});

describe('a failed read', () => {
  it('tells missing from tombstoned', async () => {
    const { client } = context;
    const name = freshName();
    expect(await failure(client.readStream(name))).toBeInstanceOf(StreamNotFoundError);
    await client.tombstoneStream(name);
    expect(await failure(client.readStream(name))).toBeInstanceOf(StreamDeletedError);
  });

  it('forwards from the end, or of no events, is the error that the real server gives', async () => {
    const { client } = context;
    const name = freshName();
    await client.appendToStream(name, numbered(1));
    expect(await failure(client.readStream(name, { fromRevision: 'end' }))).toBeInstanceOf(UnknownError);
    expect(await failure(client.readStream(name, { maxCount: 0 }))).toBeInstanceOf(UnknownError);
  });
});

describe('a bad request', () => {
  it('that is no protobuf is an internal error, on every method', async () => {
    for (const name of ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone'])
      expect(await call(name, [Buffer.from([0xff, 0xff, 0xff])])).toMatchObject({ code: status.INTERNAL });
  });

  it('without a usable stream name is an invalid argument', async () => {
    for (const name of ['', Buffer.from([0xff, 0xfe])])
      for (const [rpc, message] of [
        ['Read', bytesField(1, bytesField(1, identifier(name)), varintField(5, 10))],
        ['Delete', bytesField(1, identifier(name))],
        ['Append', bytesField(1, identifier(name))],
      ] as const)
        expect(await call(rpc, [message])).toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  it('with a bad filter is an invalid argument', async () => {
    const filtered = (...filter: Buffer[]) =>
      bytesField(1, bytesField(2, ''), bytesField(6, ''), bytesField(7, ...filter));
    const regex = (text: string) => bytesField(2, bytesField(1, text));
    for (const message of [filtered(regex('('), varintField(5, 1)), filtered(regex('a'), varintField(5, 0))])
      expect(await call('Read', [message])).toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  it('with a prepare position behind the commit position is an invalid argument', async () => {
    const position = bytesField(1, varintField(1, 5), varintField(2, 6));
    const message = bytesField(1, bytesField(2, position), varintField(5, 10));
    expect(await call('Read', [message])).toMatchObject({ code: status.INVALID_ARGUMENT });
  });

  it('for a method that is not here is unimplemented', async () => {
    expect(await call('Scavenge', [])).toMatchObject({ code: status.UNIMPLEMENTED });
  });
});
