import { connect as connectHttp2 } from 'node:http2';
import { status } from '@grpc/grpc-js';
import { clientOf, numbered, numbers } from './testing/harness.js';
import { withServerProcess } from './testing/server-process.js';
import { bytesField, varintField } from './wire/protobuf.js';

const ROUNDS = 10_000;
const AT_A_TIME = 50;
const PATH = '/event_store.client.streams.Streams';

const { context, rss } = withServerProcess();
const same = (bytes: Buffer) => bytes;

/** The status with which a call of raw bytes ends. */
function call(name: string, message: Buffer): Promise<status> {
  const stream = context.grpc.makeBidiStreamRequest(`${PATH}/${name}`, same, same);
  return new Promise((resolve) => {
    stream.on('data', () => undefined);
    stream.on('error', () => undefined);
    stream.on('status', ({ code }: { code: status }) => resolve(code));
    stream.write(message);
    stream.end();
  });
}

/** Runs it ROUNDS times; the memory at the end must not be much above that after a tenth of the rounds. */
async function many(attack: (round: number) => Promise<void>): Promise<void> {
  let settled = 0;
  for (let round = 0; round < ROUNDS; round += AT_A_TIME) {
    await Promise.all(Array.from({ length: AT_A_TIME }, (_, index) => attack(round + index)));
    if (round === ROUNDS / 10) settled = rss();
  }
  expect(rss()).toBeLessThan(settled + 60);
  const client = clientOf(context.port);
  const name = `alive-${Math.random()}`;
  await client.appendToStream(name, numbered(1));
  expect(await numbers(client.readStream(name))).toEqual([1]);
  await client.dispose();
}

const identifier = (name: string | Buffer) => bytesField(1, bytesField(3, name));
const proposal = (id: string, type: string) =>
  bytesField(
    3,
    bytesField(1, bytesField(2, id)),
    bytesField(2, bytesField(1, 'type'), bytesField(2, type)),
    bytesField(2, bytesField(1, 'content-type'), bytesField(2, 'application/json')),
  );
const correlation = bytesField(1, bytesField(2, '6f9619ff-8b86-4d11-b42d-00c04fc964ff'));

describe('the server outlives, without leaking,', () => {
  it('bytes that are no protobuf', async () => {
    const names = ['Read', 'Append', 'BatchAppend', 'Delete', 'Tombstone'];
    await many(async (round) => {
      const bytes = Buffer.from(Array.from({ length: 1 + (round % 40) }, (_, i) => (round * 31 + i * 97) & 0xff));
      await call(names[round % names.length]!, Buffer.concat([Buffer.from([0x0a, 0x7f]), bytes]));
    });
  }, 60_000);

  it('empty ids and types', async () => {
    await many(async (round) => {
      const event = round % 2 ? proposal('', 'T') : proposal('6f9619ff-8b86-4d11-b42d-00c04fc964ff', '');
      const options = bytesField(2, identifier('hostile'));
      expect(await call('BatchAppend', Buffer.concat([correlation, options, event, varintField(4, 1)]))).toBe(
        status.OK,
      );
    });
  }, 60_000);

  it('absurd counts, positions and revisions', async () => {
    const huge = [2n ** 63n, 2n ** 64n - 1n, 2n ** 53n];
    await many(async (round) => {
      const value = huge[round % huge.length]!;
      const source =
        round % 2
          ? bytesField(1, identifier('hostile'), varintField(2, value))
          : bytesField(2, bytesField(1, varintField(1, value)));
      await call('Read', bytesField(1, source, varintField(5, value)));
    });
  }, 60_000);

  it('hostile stream names', async () => {
    const names = [
      '\u0000\u0007\n',
      '名'.repeat(3000),
      'x'.repeat(10_000),
      Buffer.from([0xc3, 0x28]),
      '\u202e../../etc',
      '$$$$',
    ];
    await many(async (round) => {
      const name = names[round % names.length]!;
      await call(
        round % 2 ? 'Read' : 'Delete',
        bytesField(1, round % 2 ? bytesField(1, identifier(name)) : identifier(name), varintField(5, 10)),
      );
    });
  }, 60_000);

  it('bad regular expressions', async () => {
    await many(async (round) => {
      const filter = bytesField(
        7,
        bytesField(2, bytesField(1, ['(', '[a', '(?<n', '*'][round % 4]!)),
        varintField(5, 1),
      );
      expect(await call('Read', bytesField(1, bytesField(2, bytesField(2, '')), bytesField(6, ''), filter))).toBe(
        status.INVALID_ARGUMENT,
      );
    });
  }, 60_000);

  it('clients that vanish in the middle of an append, a read or a subscription', async () => {
    const subscribe = bytesField(1, bytesField(2, bytesField(2, '')), bytesField(6, ''), bytesField(8, ''));
    const begun = Buffer.concat([correlation, bytesField(2, identifier('hostile')), proposal('x', 'T')]);
    await many(async (round) => {
      const [name, message] = (
        [
          ['BatchAppend', begun],
          ['Read', subscribe],
          ['Append', bytesField(1, identifier('hostile'))],
        ] as const
      )[round % 3]!;
      const stream = context.grpc.makeBidiStreamRequest(`${PATH}/${name}`, same, same);
      stream.on('data', () => undefined);
      stream.on('error', () => undefined);
      stream.write(message);
      await new Promise((resolve) => setImmediate(resolve));
      stream.cancel();
    });
  }, 60_000);

  it('connections that are cut', async () => {
    for (let round = 0; round < 200; round++) {
      const session = connectHttp2(`http://127.0.0.1:${context.port}`);
      session.on('error', () => undefined);
      const stream = session.request({
        ':method': 'POST',
        ':path': `${PATH}/Read`,
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      stream.on('error', () => undefined);
      stream.write(Buffer.from([0, 0, 0, 1, 0, 1]));
      await new Promise((resolve) => setTimeout(resolve, 2));
      session.destroy();
    }
    await many(() => Promise.resolve());
  }, 60_000);
});
