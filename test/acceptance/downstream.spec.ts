import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  EventStoreDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults as groupSettings,
} from '@eventstore/db-client';
import { PUBLIC_NAMES } from '#libs/contracts';
import { privatePython, runningServers } from '#libs/embedded/servers';
import { openEventStoreKeys } from '../../libs/embedded/servers/src/event-store-keys.js';
import { follow, type PublicEvent, taizhang } from '../../clients/typescript/src/index.js';
import { Program } from '../programs.js';
import { assignedProject, document, openWorld, registration, type World } from './world.js';

const repository = process.cwd();
let world: World;
let python: string;
let subscribers: string;
let first: string;
let second: string;

beforeAll(async () => {
  // Other systems bring their own; whoever runs the specs needs Python 3.10 and a package index, as the stand-ins do.
  ({ python } = await privatePython(
    join(repository, '.cache', 'python'),
    { wheels: ['kurrentdbclient~=1.3.0'], check: 'import kurrentdbclient' },
    () => undefined,
    AbortSignal.timeout(120_000),
  ));
  world = await openWorld('2022-03-28T01:00:00.000Z');
  first = (await assignedProject(world)).id;
  await world.restingEnd();
  await world.done('subscribers/city-library/grant-subscription', { types: PUBLIC_NAMES, units: null });
  const servers = runningServers(world.data)!;
  subscribers = servers.eventStoreUsers!.subscribers;
  const { passwords } = await openEventStoreKeys(world.data);
  const admin = EventStoreDBClient.connectionString(
    servers.eventStoreUrl.replace(/\/\/[^@]*@/, `//admin:${passwords.admin}@`),
  );
  for (const group of ['typescript', 'python'])
    await admin.createPersistentSubscriptionToStream(
      '$ce-public',
      group,
      groupSettings({ startFrom: 'start', resolveLinkTos: true }),
    );
  await admin.dispose();
}, 300_000);
afterAll(() => world?.stop(), 120_000);

type Projects = Record<string, { readonly name: string | null; readonly events: number }>;

/** An example as others run it, kept running as a supervisor would, and what it has kept so far. */
interface Example {
  readonly program: Program;
  kept(): Promise<Projects>;
}

const inTypeScript = (name: string, environment: NodeJS.ProcessEnv, ...words: string[]): Example => {
  const file = join(world.data, `${name}.json`);
  const main = join(repository, 'dist/examples', `${name}.js`);
  mkdirSync(join(file, '..'), { recursive: true });
  return {
    program: new Program(name, [main, file, ...words], environment, `${file}.log`),
    kept: async () =>
      existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { projects: Projects }).projects : {},
  };
};

const READ =
  'import json, sqlite3, sys; print(json.dumps({p: {"name": n, "events": e} for p, n, e in ' +
  'sqlite3.connect(sys.argv[1]).execute("SELECT project, name, events FROM projects")}))';

const inPython = (name: string, environment: NodeJS.ProcessEnv, ...words: string[]): Example => {
  const file = join(world.data, `${name}.sqlite`);
  const main = join(repository, 'examples', `${name}.py`);
  mkdirSync(join(file, '..'), { recursive: true });
  return {
    program: new Program(name, [main, file, ...words], environment, `${file}.log`, python),
    kept: async () => JSON.parse((await promisify(execFile)(python, ['-c', READ, file])).stdout) as Projects,
  };
};

/** Waits until an example has kept what is expected; what it has kept twice, or never, it never equals. */
async function until({ program, kept }: Example, isEnough: (projects: Projects) => boolean): Promise<Projects> {
  for (let tries = 0; tries < 300; tries++) {
    const projects = await kept().catch((): Projects => ({}));
    if (isEnough(projects)) return projects;
    await pause(100);
  }
  throw new Error(`${JSON.stringify(await kept().catch(String))}\n${program.lastLines()}`);
}
const count = (projects: Projects) => Object.values(projects).reduce((sum, { events }) => sum + events, 0);

describe('examples of other systems', () => {
  it('keep the effect of each event once, though they are killed on the way', async () => {
    const environment = { PATH: process.env.PATH, EVENTSTORE_URL: subscribers };
    const examples = [
      inTypeScript('over-http/consumer', {
        ...{ PATH: process.env.PATH, TAIZHANG_URL: world.url },
        TAIZHANG_TOKEN: await world.tokenOf({ role: 'SUBSCRIBER', unit: null, subject: 'city-library' }),
      }),
      inTypeScript('event-store/catch-up', environment),
      inTypeScript('event-store/shared', environment, 'typescript'),
      inPython('event-store/catch_up', environment),
      inPython('event-store/shared', environment, 'python'),
    ];
    try {
      for (const { program } of examples) program.start();
      await Promise.all(examples.map((each) => until(each, (projects) => count(projects) > 0)));
      for (const { program } of examples) program.kill();
      second = (await world.done('projects', registration('另一项目'))).body.id as string;
      const { headers } = await world.get(`projects/${first}`);
      await world.done(
        `projects/${first}/rename`,
        { occurredOn: '2022-03-20', name: '改名项目', document },
        { ifMatch: headers.get('etag')! },
      );
      await world.done(`projects/${first}/complete`, { occurredOn: '2022-03-21', document });
      await world.restingEnd();
      for (const each of examples)
        expect(await until(each, (projects) => count(projects) >= 5)).toEqual({
          [first]: { name: '改名项目', events: 4 },
          [second]: { name: '另一项目', events: 1 },
        });
    } finally {
      await Promise.all(examples.map(({ program }) => program.stop('SIGKILL')));
    }
  }, 120_000);

  it('read what was published and nothing else', async () => {
    const script =
      'import os, sys; from kurrentdbclient import KurrentDBClient; ' +
      'KurrentDBClient(uri=os.environ["EVENTSTORE_URL"]).get_stream(sys.argv[1])';
    const env = { PATH: process.env.PATH, EVENTSTORE_URL: subscribers };
    const read = (stream: string) => promisify(execFile)(python, ['-c', script, stream], { env });
    await read(`public-${first}`);
    for (const stream of [`project-${first}`, '$ce-project'])
      await expect(read(stream)).rejects.toThrow('AccessDeniedError');
  }, 30_000);
});

describe('the client', () => {
  const city = { role: 'SUBSCRIBER', unit: null, subject: 'city-library' } as const;
  const asCity = () => taizhang(world.url, () => world.tokenOf(city));

  it('follows from pages into what comes, until its grant is revoked', async () => {
    const all = (await world.get('feed', { as: city })).body.events as PublicEvent[];
    const followed: PublicEvent[] = [];
    const following = (async () => {
      for await (const event of follow(asCity(), { after: all[0]!.leaf })) {
        followed.push(event);
        if (followed.length === all.length - 1) await world.done('projects', registration('第三个项目'));
        if (followed.length === all.length)
          await world.done('subscribers/city-library/revoke-subscription', { reason: '系统停用' });
      }
    })();
    await expect(following).rejects.toMatchObject({ status: 403, title: 'NOT_GRANTED' });
    expect(followed.slice(0, -1)).toEqual(all.slice(1));
    const [last] = followed.slice(-1) as [PublicEvent];
    // The compiler knows the data by the type.
    expect(last.type === 'taizhang.project.registered.v1' && last.data.name).toBe('第三个项目');
  }, 30_000);

  it('is told at once what is refused, and ends with its signal', async () => {
    const office = taizhang(world.url, () => world.tokenOf({ ...city, role: 'AUDITOR' }));
    const first = (wanted: Parameters<typeof follow>[1]) => follow(office, wanted).next();
    await expect(first({ after: 'x' })).rejects.toMatchObject({ status: 400, title: 'INVALID_QUERY' });
    await expect(follow(taizhang(world.url, () => 'none')).next()).rejects.toMatchObject({ status: 401 });
    const signal = AbortSignal.timeout(500);
    const seen: string[] = [];
    for await (const { subject } of follow(office, { project: second, signal })) seen.push(subject);
    expect(seen).toEqual([second]);
  }, 30_000);

  it('lets the ledger restart while it follows', async () => {
    const ending = new AbortController();
    const office = taizhang(world.url, () => world.tokenOf({ ...city, role: 'AUDITOR' }));
    let last: string | undefined;
    const followed = (async () => {
      for await (const { leaf } of follow(office, { signal: ending.signal })) last = leaf;
    })();
    const { leaf } = (await world.get('feed?limit=500')).body.events.at(-1) as PublicEvent;
    while (last === undefined || Number(last) < Number(leaf)) await pause(20);
    await world.restart();
    ending.abort();
    await followed;
  }, 60_000);
});
