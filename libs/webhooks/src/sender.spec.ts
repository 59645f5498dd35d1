import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { AddressRefused, guardedConnector, networksOf } from './addresses.js';
import { Sender } from './sender.js';

const servers: Server[] = [];
const senders: Sender[] = [];
afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.close()));
  for (const server of servers) server.close().closeAllConnections();
});

async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function senderTo(...networks: string[]): Sender {
  const sender = new Sender(networksOf(networks));
  senders.push(sender);
  return sender;
}

describe('a request', () => {
  it('reaches no address of this machine or its networks, however it is written, and none without TLS', async () => {
    let asked = 0;
    const port = await listening((_request, response) => void response.end(String(asked++)));
    const hosts = ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0'];
    const others = [
      '10.0.0.1',
      '169.254.169.254',
      '192.168.1.1',
      '100.64.0.1',
      '[fd00::1]',
      '[fe80::1]',
      '[64:ff9b::a00:1]',
    ];
    for (const host of [...hosts, ...others])
      for (const scheme of ['http', 'https'])
        expect([host, await senderTo().post(`${scheme}://${host}:${port}/`, {}, '{}')]).toEqual([
          host,
          'ADDRESS_REFUSED',
        ]);
    expect(await senderTo().post('http://1.1.1.1/', {}, '{}')).toBe('ADDRESS_REFUSED');
    expect(asked).toBe(0);
  });

  it('reaches the networks that are named, and follows no redirect out of them', async () => {
    let asked = 0;
    const inner = await listening((_request, response) => void response.end(String(asked++)));
    const port = await listening((request, response) => {
      if (request.url === '/moved') response.writeHead(307, { location: `http://127.0.0.1:${inner}/` });
      response.end();
    });
    const sender = senderTo('127.0.0.0/8');
    expect(await sender.post(`http://127.0.0.1:${port}/`, {}, '{}')).toBe(200);
    expect(await sender.post(`http://localhost:${port}/`, {}, '{}')).toBe(200);
    expect(await sender.post(`http://127.0.0.1:${port}/moved`, {}, '{}')).toBe(307);
    expect(await sender.post('http://10.0.0.1/', {}, '{}')).toBe('ADDRESS_REFUSED');
    expect(asked).toBe(0);
  });

  it('ends with an answer that is too long, and with one that breaks off', async () => {
    let sent = 0;
    const port = await listening((request, response) => {
      if (request.url === '/broken') return void response.destroy();
      const more = (): void => {
        while (!response.destroyed && sent < 100_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const sender = senderTo('127.0.0.0/8');
    expect(await sender.post(`http://127.0.0.1:${port}/`, {}, '{}')).toBe('ANSWER_TOO_LARGE');
    expect(sent).toBeLessThan(50_000_000);
    expect(await sender.post(`http://127.0.0.1:${port}/broken`, {}, '{}')).toBe('NOT_REACHED');
  });

  it('looks at what the name means at each connection, and refuses one of which any address is refused', async () => {
    let asked = 0;
    const port = await listening((_request, response) => {
      response.setHeader('connection', 'close');
      response.end(String(asked++));
    });
    let meant = ['127.0.0.1'];
    const lookup: LookupFunction = (_host, _options, done) =>
      done(
        null,
        meant.map((address) => ({ address, family: 4 })),
      );
    const agent = new Agent({ connect: guardedConnector(networksOf(['127.0.0.1/32']), 5_000, lookup) });
    const post = () =>
      agent.request({ origin: `http://moving.example:${port}`, path: '/', method: 'POST', body: '{}' });
    try {
      const { statusCode, body } = await post();
      await body.dump();
      expect(statusCode).toBe(200);
      for (meant of [['127.0.0.2'], ['10.0.0.1'], ['127.0.0.1', '169.254.169.254']])
        await expect(post()).rejects.toBeInstanceOf(AddressRefused);
      expect(asked).toBe(1);
    } finally {
      await agent.destroy();
    }
  });
});
