import { existsSync, readFileSync } from 'node:fs';
import { connect as connectHttp2 } from 'node:http2';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { binaryEvent } from '@eventstore/db-client';
import { Client, credentials, status } from '@grpc/grpc-js';
import { clientOf, eventually, numbered, numbers, temporaryFolder } from './testing/harness.js';
import { bytesField, varintField } from './wire/protobuf.js';

const MAIN = join(process.cwd(), 'dist/libs/embedded/event-store/src/main.js');
const ROUNDS = 10_000;
const AT_A_TIME = 50;
const PATH = '/event_store.client.streams.Streams';

let server: ChildProcess;
let port = 0;
let grpc: Client;

beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error('Run npm run build first: this test starts the server as a process.');
  const args = [MAIN, '--data', temporaryFolder(), '--exit-with-stdin'];
  server = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'fatal' },
  });
  const line = await new Promise<string>((resolve) =>
    server.stdout!.once('data', (data: Buffer) => resolve(data.toString())),
  );
  port = Number((JSON.parse(line) as { listening: string }).listening.split(':')[1]);
  grpc = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
});
afterAll(async () => {
  grpc.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.stdin!.end();
  await ended;
});

const same = (bytes: Buffer) => bytes;
const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1024;
const cpuMs = () => {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

/** The status with which a call of raw bytes ends. */
function call(name: string, message: Buffer): Promise<status> {
  const stream = grpc.makeBidiStreamRequest(`${PATH}/${name}`, same, same);
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
  const client = clientOf(port);
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
      const stream = grpc.makeBidiStreamRequest(`${PATH}/${name}`, same, same);
      stream.on('data', () => undefined);
      stream.on('error', () => undefined);
      stream.write(message);
      await new Promise((resolve) => setImmediate(resolve));
      stream.cancel();
    });
  }, 60_000);

  it('connections that are cut', async () => {
    for (let round = 0; round < 200; round++) {
      const session = connectHttp2(`http://127.0.0.1:${port}`);
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

  it('an append that never ends', async () => {
    const chunk = Buffer.concat([correlation, bytesField(3, bytesField(4, Buffer.alloc(500_000)))]);
    const stream = grpc.makeBidiStreamRequest(`${PATH}/BatchAppend`, same, same);
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
    const client = clientOf(port);
    const large = () => binaryEvent({ type: 'Large', data: Buffer.alloc(100_000, 'x') });
    for (let i = 0; i < 60; i++) await client.appendToStream('large', Array.from({ length: 10 }, large));
    const before = rss();
    const stuck = Array.from({ length: 20 }, () => {
      const stream = grpc.makeServerStreamRequest(
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
    const client = clientOf(port);
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
    const before = cpuMs();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(cpuMs() - before).toBeLessThan(100);
    await client.appendToStream('idle-7', numbered(1));
    await eventually(() => Promise.resolve(heard === 1));
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
    await client.dispose();
  }, 30_000);
});
