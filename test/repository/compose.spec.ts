import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { repository } from './tree.js';

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string | number>;
  healthcheck: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  restart: string;
  volumes?: string[];
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
}

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const compose = (text = read('docker-compose.yml')) => parse(text, { merge: true }) as Compose;

/** The compose specification's own schema, as dclint ships it; its dialect is named in a way that ajv doesn't know. */
const { $schema: _dialect, ...schema } = JSON.parse(
  read('node_modules/dclint/schemas/compose.schema.json'),
) as object & {
  $schema: string;
};
const conforms = new Ajv({ strict: false, allErrors: true }).compile(schema);

const { services, volumes } = compose();
const named = Object.entries(services);
const apps = { api: 3000, projector: 3001, worker: 3002 };

describe('docker-compose.yml against the compose specification', () => {
  it('conforms', () => {
    conforms(compose());
    expect(conforms.errors).toBeNull();
  });

  it.each([
    ['a key that the specification does not know', 'healthcheck:', 'healthchek:'],
    ['a condition that does not exist', 'service_healthy', 'service_healty'],
    ['a port list that is no list', "ports: ['${TAIZHANG_PUBLISH:-127.0.0.1:3000}:3000']", 'ports: 3000'],
  ])('would not with %s', (_what, right, wrong) => {
    const text = read('docker-compose.yml');
    expect(text).toContain(right);
    expect(conforms(compose(text.replace(right, wrong)))).toBe(false);
  });
});

describe('the production-like set', () => {
  it('has the three processes and the three servers', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'eventstore', 'mongodb', 'projector', 'redis', 'worker']);
  });

  it.each(named)('checks the health of %s and starts it again when it stops', (_name, { healthcheck, restart }) => {
    expect(healthcheck.test.length).toBeGreaterThan(1);
    expect(restart).toBe('unless-stopped');
  });

  it.each(named.filter(([, { build }]) => !build))('pins the image of %s to a patch release', (_name, { image }) => {
    expect(image).toMatch(/:\d+\.\d+\.\d+(-[a-z-]+)?$/);
  });

  it('keeps the data of every server in a declared volume', () => {
    const mounted = named.flatMap(([, service]) => service.volumes ?? []).filter((volume) => !volume.startsWith('.'));
    expect([...new Set(mounted.map((volume) => volume.split(':')[0]))].sort()).toEqual(Object.keys(volumes).sort());
    for (const server of ['eventstore', 'mongodb', 'redis']) expect(services[server]?.volumes).toBeDefined();
  });

  it('gives Redis our settings', () => {
    expect(services['redis']?.volumes).toContain('./infra/redis.conf:/usr/local/etc/redis/redis.conf:ro');
    expect(services['redis']?.command?.slice(0, 2)).toEqual(['redis-server', '/usr/local/etc/redis/redis.conf']);
    expect(existsSync(join(repository, 'infra/redis.conf'))).toBe(true);
  });

  it('asks for the identity of the tokens instead of assuming one', () => {
    for (const name of ['TAIZHANG_JWKS', 'TAIZHANG_ISSUER', 'TAIZHANG_AUDIENCE'])
      expect(services['api']?.environment?.[name]).toMatch(new RegExp(`^\\$\\{${name}:\\?.+\\}$`));
  });

  it('names in .env.example every variable that it takes', () => {
    const taken = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const example = read('.env.example');
    for (const name of new Set(taken)) expect(example).toMatch(new RegExp(`^#?${name}=`, 'm'));
  });
});

describe.each(Object.entries(apps))('the service %s', (name, port) => {
  const service = services[name]!;

  it('is built from infra/ and runs its own process on its own port', () => {
    expect(service.build).toEqual({ context: '.', dockerfile: 'infra/Dockerfile' });
    expect(service.command).toEqual(['node', `dist/apps/${name}/src/main.js`]);
    expect(service.environment).toMatchObject({ PORT: port, HOST: '0.0.0.0' });
  });

  it('shares files and seals with the others that use them', () => {
    const shared = name === 'projector' ? undefined : ['taizhang-data:/data'];
    expect(service.volumes).toEqual(shared);
    expect(service.environment).toMatchObject({ TAIZHANG_DATA: '/data' });
  });

  it('waits until the servers that its addresses name are healthy', () => {
    const { EVENTSTORE_URL, MONGODB_URI, REDIS_URL } = service.environment ?? {};
    const hosts = [EVENTSTORE_URL, MONGODB_URI, REDIS_URL].map((url) => new URL(String(url)).hostname);
    expect(hosts).toEqual(['eventstore', 'mongodb', 'redis']);
    for (const host of hosts) expect(service.depends_on?.[host]).toEqual({ condition: 'service_healthy' });
  });
});

describe('the health check of a process', () => {
  it.each([
    [200, 0],
    [503, 1],
    [undefined, 1],
  ])('when /health/ready answers %s ends with %s', async (status, expected) => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/health/ready' ? status! : 404).end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const port = String((server.address() as AddressInfo).port);
    if (status === undefined) await new Promise((closed) => server.close(closed));
    try {
      const [, command, ...args] = services['api']!.healthcheck.test;
      const check = spawn(command!, args, { env: { ...process.env, PORT: port } });
      expect(await once(check, 'exit')).toEqual([expected, null]);
    } finally {
      server.close();
    }
  });
});

describe('the health check of MongoDB', () => {
  const script = services['mongodb']!.healthcheck.test.at(-1)!;
  const check = (codeName: string | undefined, isWritablePrimary: boolean) => {
    const rs = {
      status: () => {
        if (codeName) throw Object.assign(new Error(codeName), { codeName });
      },
      initiate: jest.fn(),
    };
    const quit = jest.fn();
    new Function('rs', 'db', 'quit', script)(rs, { hello: () => ({ isWritablePrimary }) }, quit);
    return { founded: rs.initiate.mock.calls, ended: quit.mock.calls };
  };

  it('founds the replica set once and waits for its primary', () => {
    const members = [{ _id: 0, host: 'mongodb:27017' }];
    expect(check('NotYetInitialized', false)).toEqual({ founded: [[{ _id: 'rs0', members }]], ended: [[1]] });
    expect(check(undefined, false)).toEqual({ founded: [], ended: [[1]] });
    expect(check(undefined, true)).toEqual({ founded: [], ended: [] });
  });

  it('passes any other trouble on', () => expect(() => check('Unauthorized', true)).toThrow('Unauthorized'));
});

describe('infra/Dockerfile', () => {
  const lines = read('infra/Dockerfile').split('\n');

  it('ends as a user without rights', () =>
    expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']));

  it('copies only what is there and what .dockerignore lets through', () => {
    const copied = lines
      .filter((line) => /^COPY (?!--from)/.test(line))
      .flatMap((line) => line.split(' ').slice(1, -1));
    const ignored = read('.dockerignore').split('\n');
    expect(copied).toEqual(['package.json', 'package-lock.json', 'tsconfig.json', 'apps', 'libs']);
    for (const path of copied) expect(ignored).toContain(`!${path}`);
  });
});
